import { ROW_SCHEME } from '../matching/externalId'
import type { FormatId } from './formats'
import type { IdentityIndex, Party } from './identityIndex'
import { idKey, type RowKeys } from './planKeys'

/** Why a row looks like somebody without being them for sure. The window has a sentence for each. */
export const DUPLICATE_REASONS = [
  'sameNameAtCompany',
  'phoneOtherName',
  'sameName',
  'knownDistinct',
  /** A cost whose days the notebook has from the same account, divided otherwise. */
  'otherDays',
  /** Somebody whom the notebook does not know, in a list of readers or guests, or on a statement. */
  'stranger',
  /** Somebody who was erased on request: no rule brings them back. */
  'erased',
] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]

/** What to do with rows that look like somebody: leave them out, make them new, or take them for the same. */
export const DUPLICATE_RULES = ['hold', 'new', 'merge'] as const
export type DuplicateRule = (typeof DUPLICATE_RULES)[number]

/** Whom a row is about. Indexes are those of the identity index. */
export interface Resolution {
  /** `repeated`: the very row is known; `duplicate`: held back; `figure`: about nobody. */
  readonly kind: 'party' | 'repeated' | 'duplicate' | 'figure'
  readonly customer: number
  /** Absent for a row about a company. */
  readonly person?: number | undefined
  readonly isNewCustomer: boolean
  readonly isNewPerson: boolean
  readonly reason?: DuplicateReason | undefined
}

/** A row about somebody who was erased. */
export const ERASED: Resolution = {
  kind: 'duplicate',
  customer: -1,
  isNewCustomer: false,
  isNewPerson: false,
  reason: 'erased',
}

const STRANGER: Resolution = {
  kind: 'duplicate',
  customer: -1,
  isNewCustomer: false,
  isNewPerson: false,
  reason: 'stranger',
}

/**
 * Decides row by row, in the order of the file, whom each is about: ids of other systems first, then a personal
 * address, a phone number, an account, then name and domain. A name at a company of the same name alone only
 * suggests, unless both rows come from one source. What a row teaches counts for the rows after it.
 */
export class RowResolver {
  constructor(
    readonly index: IdentityIndex,
    private readonly format: FormatId,
    private readonly duplicates: DuplicateRule,
  ) {}

  /** Resolves one row and notes what it teaches. */
  resolve(row: RowKeys): Resolution {
    const known = this.index.byId(idKey(ROW_SCHEME, row.rowId))[0]
    if (known !== undefined)
      return { kind: 'repeated', ...this.place(known), isNewCustomer: false, isNewPerson: false }
    const found = this.find(row)
    const isStranger = found === undefined && row.isNotice && this.company(row) === undefined
    if (isStranger && this.duplicates !== 'new') return STRANGER
    if (found?.reason !== undefined && this.duplicates === 'hold') {
      return {
        kind: 'duplicate',
        ...this.place(found.party),
        isNewCustomer: false,
        isNewPerson: false,
        reason: found.reason,
      }
    }
    const taken = found?.reason !== undefined && this.duplicates === 'new' ? undefined : found?.party
    return this.settle(row, taken)
  }

  private settle(row: RowKeys, taken: number | undefined): Resolution {
    const party = taken === undefined ? undefined : this.index.parties[taken]
    const { wantsPerson } = row
    const customer = party?.customer ?? this.company(row)
    const isNewCustomer = customer === undefined
    const company = customer ?? this.index.addCompany(row, !row.hasCompany)
    const isNewPerson = wantsPerson && party?.isPerson !== true
    const person =
      party?.isPerson === true
        ? taken
        : isNewPerson
          ? this.index.addPerson(company, row, this.format)
          : undefined
    this.index.learn(person ?? company, row)
    return { kind: 'party', customer: company, person, isNewCustomer, isNewPerson }
  }

  private find(row: RowKeys): { party: number; reason?: DuplicateReason } | undefined {
    const byId = this.byIds(row)
    if (byId !== undefined) return { party: byId }
    const personal = this.byPersonal(row)
    const byAddress = personal === undefined ? this.byPhone(row) : { party: personal }
    if (byAddress !== undefined) {
      const isSure = !('reason' in byAddress) && !this.isContested(byAddress.party, row)
      return isSure ? byAddress : { reason: 'knownDistinct', ...byAddress }
    }
    if (!row.hasName || row.nameKey === undefined) return undefined
    return this.byName(row, row.nameKey)
  }

  private byIds(row: RowKeys): number | undefined {
    for (const id of row.ids) {
      // An id under which two quite different names stand is a broken one: it must not make one person of them.
      const holders = this.index.byId(id).filter((holder) => this.mayBear(holder, row.nameKey))
      const party = this.best(holders, row)
      if (party !== undefined) return party
    }
    for (const id of row.weakIds) {
      const party = this.index.byWeakId(id).find((candidate) => this.agrees(candidate, row))
      if (party !== undefined) return party
    }
    return undefined
  }

  /** A running number means somebody only where a name says the same. */
  private agrees(candidate: number, row: RowKeys): boolean {
    const party = this.party(candidate)
    const company = this.party(party.customer)
    return (
      (row.nameKey !== undefined && party.nameKey === row.nameKey) ||
      (row.companyKey !== undefined && company.nameKey === row.companyKey)
    )
  }

  private mayBear(holder: number, nameKey: string | undefined): boolean {
    const { isPerson, nameKey: known } = this.party(holder)
    return !isPerson || alike(known, nameKey)
  }

  /** The system that numbers people says that these are two. */
  private isOther(person: number, row: RowKeys): boolean {
    const known = this.party(person).ownIds ?? []
    return row.ownIds.some((id) => {
      const scheme = id.slice(0, id.indexOf('\n') + 1)
      return !known.includes(id) && known.some((other) => other.startsWith(scheme))
    })
  }

  /**
   * Whether an address of the row leads just as well to a page of which somebody said that it is not the same as the
   * one found: then nobody but the person can tell whose it is.
   */
  private isContested(found: number, row: RowKeys): boolean {
    const bearsName = (party: number) =>
      row.nameKey !== undefined && this.party(party).nameKey === row.nameKey
    const candidates = [
      ...row.emails.flatMap((email) => this.index.byEmail(email)),
      ...row.accounts.flatMap((account) => this.index.byAccount(account)),
      ...row.phones.flatMap((phone) => this.index.byPhone(phone)),
    ]
    return candidates.some(
      (candidate) =>
        this.index.areDistinct(this.party(candidate).customer, this.party(found).customer) &&
        (bearsName(candidate) || !bearsName(found)),
    )
  }

  private byPersonal(row: RowKeys): number | undefined {
    for (const email of row.emails) {
      const party = this.best(this.index.byEmail(email), row)
      if (party !== undefined) return party
    }
    for (const account of row.accounts) {
      const party = this.best(this.index.byAccount(account), row)
      if (party !== undefined) return party
    }
    return undefined
  }

  private byPhone(row: RowKeys): { party: number; reason?: DuplicateReason } | undefined {
    let doubtful: number | undefined
    for (const phone of row.phones) {
      for (const candidate of this.index.byPhone(phone)) {
        const party = this.party(candidate)
        if (!party.isPerson) {
          if (!this.conflicts(party, row)) return { party: candidate }
        } else if (alike(party.nameKey, row.nameKey) && !this.isOther(candidate, row))
          return { party: candidate }
        // A switchboard: a colleague with the same number gets a place of their own on the same page.
        else if (this.isSameCompany(this.party(party.customer), row)) return { party: party.customer }
        else doubtful ??= candidate
      }
    }
    return doubtful === undefined ? undefined : { party: doubtful, reason: 'phoneOtherName' }
  }

  private byName(row: RowKeys, nameKey: string): { party: number; reason?: DuplicateReason } | undefined {
    for (const domain of row.domains) {
      for (const company of this.index.byDomain(domain)) {
        const person = this.named(company, nameKey, row)
        if (person !== undefined) return { party: person }
      }
    }
    if (row.companyKey === undefined) return this.byNameAlone(row, nameKey)
    for (const company of this.index.byCompany(row.companyKey)) {
      if (this.conflicts(this.party(company), row)) continue
      const sourced = this.index
        .bySource(this.format, company, nameKey)
        .find((person) => !this.isOther(person, row))
      if (sourced !== undefined) return { party: sourced }
      const person = this.named(company, nameKey, row)
      if (person !== undefined) return { party: person, reason: 'sameNameAtCompany' }
    }
    return undefined
  }

  /** A chat gives nothing but a name: it resembles the one person of the notebook who bears it. */
  private byNameAlone(row: RowKeys, nameKey: string): { party: number; reason: DuplicateReason } | undefined {
    const [person, another] = row.isChat ? this.index.byKnownName(nameKey) : []
    return person === undefined || another !== undefined ? undefined : { party: person, reason: 'sameName' }
  }

  private named(company: number, nameKey: string, row: RowKeys): number | undefined {
    return this.index.byName(company, nameKey).find((person) => !this.isOther(person, row))
  }

  /** The page that a row belongs to when the person is not known. */
  private company(row: RowKeys): number | undefined {
    for (const email of row.roleEmails) {
      const holder = this.index.byRoleEmail(email)[0]
      if (holder !== undefined && !this.conflicts(this.party(holder), row)) return holder
    }
    const byDomain = row.domains.flatMap((domain) => this.index.byDomain(domain))
    const shared = byDomain.filter((company) => this.party(company).isPersonal !== true)
    const exact = shared.find((company) => this.party(company).nameKey === row.companyKey)
    // A domain wins over a name; a row without a company joins one by it, and no stranger's own page.
    if (exact !== undefined || (shared.length > 0 && (row.wantsPerson || row.companyKey !== undefined)))
      return exact ?? shared[0]
    if (row.companyKey === undefined) return undefined
    return this.index.byCompany(row.companyKey).find((company) => !this.conflicts(this.party(company), row))
  }

  private isSameCompany(company: Party, row: RowKeys): boolean {
    if (row.domains.some((domain) => company.domains?.includes(domain) === true)) return true
    return row.companyKey !== undefined && row.companyKey === company.nameKey && !this.conflicts(company, row)
  }

  /** Two companies by one name: in two countries, or with a domain each. */
  private conflicts(company: Party, row: RowKeys): boolean {
    if (row.companyKey !== undefined && company.nameKey !== undefined && row.companyKey !== company.nameKey) {
      return !row.domains.some((domain) => company.domains?.includes(domain) === true)
    }
    if (row.country !== undefined && company.country !== undefined && row.country !== company.country)
      return true
    const [theirs, ours] = [company.domains ?? [], row.domains]
    return theirs.length > 0 && ours.length > 0 && !ours.some((domain) => theirs.includes(domain))
  }

  /**
   * Of several holders of one key the one by the same name, else the first. Without a name it is the first: somebody
   * nameless who came with a later row must not draw to them what an earlier one had said of the first.
   */
  private best(candidates: readonly number[], { nameKey }: RowKeys): number | undefined {
    const namesake = (candidate: number) => nameKey !== undefined && this.party(candidate).nameKey === nameKey
    return candidates.find(namesake) ?? candidates[0]
  }

  private place(party: number): { customer: number; person?: number | undefined } {
    const { customer, isPerson } = this.party(party)
    return { customer, person: isPerson ? party : undefined }
  }

  private party(index: number): Party {
    const party = this.index.parties[index]
    if (party === undefined) throw new RangeError('no such party')
    return party
  }
}

/** Whether two names may be one person's: one is missing, or says no more than a part of the other. */
function alike(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true
  const [shorter = [], longer = []] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  return shorter.every((word) => longer.includes(word))
}
