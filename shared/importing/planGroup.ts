import { createChange, type NewRecord, type Patch, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Consent } from '../records/consent'
import type { Customer, Stage } from '../records/customer'
import type { Handle } from '../records/handle'
import type { Person } from '../records/person'
import { NAME_MAX_CHARS } from '../records/record'
import { fillCustomer, fillPerson, toHandle } from './fillRecords'
import type { FormatId } from './formats'
import type { ImportRecord } from './importRecord'
import { planConsents } from './planConsents'
import type { OnFill } from './planFields'
import { momentFields, planInteractions } from './planInteractions'
import type { PlanNotice } from './planNotice'
import type { KnownOrders } from './planOrders'
import type { KnownPayments } from './planPayments'
import type { PlanMaking, PlanSources } from './planSources'
import { restating, ruledCustomerFields, ruledPersonFields } from './ruledFields'
import type { FieldWays } from './settleField'

/** What a page begins with: the page as it is, or the first row of a new one. */
interface GroupStart {
  readonly format: FormatId
  readonly making: PlanMaking
  readonly sources: PlanSources
  readonly orders: KnownOrders
  readonly payments: KnownPayments
  readonly notice: PlanNotice
  /** The mailing list of the source, where it is one. */
  readonly list: string | undefined
  readonly first: ImportRecord
  readonly known?:
    | {
        readonly customer: Customer
        readonly sourceKeys: readonly string[]
        readonly consents: readonly Consent[]
      }
    | undefined
}

/** Which row it is and whom it is about. */
interface GroupRow {
  readonly person?: { readonly party: number; readonly known?: Person | undefined } | undefined
  readonly rowId: string
  /** How it may write to the fields of a record, by the record as the notebook has it. */
  readonly ways: (before: Customer | Person | undefined) => FieldWays
  /** It brings a page or a person; then its own id is kept whatever else it adds. */
  readonly isNew: boolean
}

const EVENTS: ReadonlySet<NonNullable<ImportRecord['interaction']>['kind']> = new Set([
  'met',
  'enquiry',
  'message',
])

/** A record on its way: as it was, and as it will be. */
interface Draft<R, N> {
  readonly before?: R | undefined
  now: N
}

type PersonDraft = Draft<Person, NewRecord<'people'>>

/**
 * One customer with everything that the rows of a file say about it. Rows are added one after another; at the end
 * each record has one change, however many rows it came from.
 */
export class PlanGroup {
  private readonly customer: Draft<Customer, NewRecord<'customers'>>
  private readonly people = new Map<number, PersonDraft>()
  private readonly happened: Change[] = []
  private readonly sourceKeys: Set<string>
  private readonly closed = new Set<string>()
  private readonly enteredAt: number

  constructor(private readonly start: GroupStart) {
    const { making, first, known, sources } = start
    this.sourceKeys = new Set(known?.sourceKeys)
    this.enteredAt = momentFields(
      (first.order ?? first.offer)?.on ?? first.interaction?.at,
      making.zone,
      making.at,
    ).at
    if (known !== undefined) {
      this.customer = { before: known.customer, now: known.customer }
      return
    }
    const source = sources.of(first)
    this.customer = {
      now: {
        id: making.newId(),
        name: nameOf(first),
        handles: [],
        stage: stageOf(first),
        tags: [],
        ...(source === undefined ? {} : { sourceTouchpointId: source.id }),
      },
    }
  }

  /** Adds what a row says; `onFill` hears what was new about it. A row that adds nothing leaves no trace. */
  add(record: ImportRecord, row: GroupRow, onFill: OnFill): void {
    const { making, sources, orders, payments, format, known } = this.start
    let hasAdded = row.isNew
    const fill: OnFill = (field, isReplaced) => {
      hasAdded = true
      onFill(field, isReplaced)
    }
    const person = row.person === undefined ? undefined : this.personOf(row.person)
    const { own, company } = sharedOut(record, person !== undefined)
    // At a fair, in an enquiry or a message the columns that nobody knows tell of this one meeting.
    const isEvent = isEventRow(record)
    const extra = {
      ...(isEvent ? {} : extraOf(record)),
      ...(person === undefined ? ownOfNobody(record) : {}),
    }
    const nextCustomer = fillCustomer(
      this.customer.now,
      record,
      {
        handles: company,
        addresses: person?.now.handles ?? [],
        ways: row.ways(this.customer.before),
        ...(person === undefined ? { rowId: row.rowId, extra } : { extra: {} }),
      },
      fill,
    )
    const nextPerson =
      person &&
      fillPerson(
        person.now,
        record,
        { handles: own, rowId: row.rowId, extra, ways: row.ways(person.before) },
        fill,
      )
    const customerId = this.customer.now.id
    const personId = person?.now.id
    const target = { customerId, personId, sourceKeys: this.sourceKeys }
    this.happened.push(
      ...planInteractions(record, format, target, {
        making,
        sources,
        onFill: fill,
        extra: isEvent && !isTrade(record) ? extraOf(record) : {},
      }),
    )
    if (record.order !== undefined) {
      const placed = { customerId, personId, touchpointId: sources.of(record)?.id, extra: extraOf(record) }
      this.happened.push(...orders.plan(record.order, format, placed, { making, onFill: fill }))
    }
    if (record.offer !== undefined) {
      const offered = { customerId, personId, touchpointId: sources.of(record)?.id, extra: extraOf(record) }
      this.happened.push(...orders.planOffer(record.offer, format, offered, { making, onFill: fill }))
    }
    const mailbox = { customerId, personId, consents: known?.consents ?? [], closed: this.closed }
    this.happened.push(...planConsents(record, mailbox, making, fill))
    if (record.payment !== undefined) {
      const paid = { customerId, extra: extraOf(record) }
      this.happened.push(...payments.plan(record.payment, format, paid, { making, orders, onFill: fill }))
    }
    this.happened.push(...this.noticed(record, customerId, personId, fill))
    if (!hasAdded) return
    this.customer.now = nextCustomer
    if (person !== undefined && nextPerson !== undefined) person.now = nextPerson
  }

  /** A row that was taken in already: it says again only what the rules of its columns let it write. */
  restate(record: ImportRecord, row: Omit<GroupRow, 'isNew'>, onFill: OnFill): void {
    const person = row.person === undefined ? undefined : this.personOf(row.person)
    const extra = {
      ...(isEventRow(record) ? {} : extraOf(record)),
      ...(person === undefined ? ownOfNobody(record) : {}),
    }
    const { customer } = this
    const ofCustomer = { ways: restating(row.ways(customer.before)), onFill, extra: person ? {} : extra }
    customer.now = { ...customer.now, ...ruledCustomerFields(customer.now, record, ofCustomer) }
    if (person === undefined) return
    const ofPerson = { ways: restating(row.ways(person.before)), onFill, extra }
    person.now = { ...person.now, ...ruledPersonFields(person.now, record, ofPerson) }
  }

  private noticed(
    { engagements, membership, optOut }: ImportRecord,
    customerId: string,
    personId: string | undefined,
    onFill: OnFill,
  ): Change[] {
    const { making, format, notice, list } = this.start
    const target = { customerId, personId, isOptOut: optOut === true }
    return [
      ...(engagements === undefined
        ? []
        : notice.planEngagements(engagements, format, target, { making, onFill })),
      ...(membership === undefined || list === undefined
        ? []
        : notice.planMembership(membership, list, target, { making, onFill })),
    ]
  }

  /** All changes of the page, in an order in which every reference points backwards. */
  changes(): Change[] {
    const { at } = this.start.making
    const changes: Change[] = []
    const { before, now } = this.customer
    if (before === undefined) {
      const move = { id: this.start.making.newId(), customerId: now.id, to: now.stage, at: this.enteredAt }
      changes.push(
        createChange('customers', now, at, 'import'),
        createChange('stageMoves', move, at, 'import'),
      )
    } else push(changes, updateChange('customers', before, now as Patch<'customers'>, at))
    for (const person of this.people.values()) {
      if (person.before === undefined) changes.push(createChange('people', person.now, at, 'import'))
      else push(changes, updateChange('people', person.before, person.now as Patch<'people'>, at))
    }
    return [...changes, ...this.happened]
  }

  private personOf({ party, known }: NonNullable<GroupRow['person']>): PersonDraft {
    const open = this.people.get(party)
    if (open !== undefined) return open
    const draft: PersonDraft =
      known === undefined
        ? {
            now: {
              id: this.start.making.newId(),
              customerId: this.customer.now.id,
              fullName: '',
              handles: [],
            },
          }
        : { before: known, now: known }
    this.people.set(party, draft)
    return draft
  }
}

function push(changes: Change[], change: Change | undefined): void {
  if (change !== undefined) changes.push(change)
}

/** The columns that nobody knows belong to what was ordered, offered or paid. */
function isTrade({ order, offer, payment }: ImportRecord): boolean {
  return order !== undefined || offer !== undefined || payment !== undefined
}

/** The columns that nobody knows tell of this one meeting, order or payment. */
function isEventRow(record: ImportRecord): boolean {
  return isTrade(record) || EVENTS.has(record.interaction?.kind ?? 'import')
}

/** How far a relationship is that begins with this row: a cancelled order was an enquiry. */
function stageOf({ order, offer, interaction }: ImportRecord): Stage {
  if (offer !== undefined) return offer.status === 'declined' ? 'enquiry' : 'quote'
  if (order !== undefined) return order.status === 'cancelled' ? 'enquiry' : 'order'
  return interaction?.kind === 'enquiry' ? 'enquiry' : 'lead'
}

/** A page is named by its company, else by its person, else by the first address: somebody who only left a number has a page too. */
function nameOf(record: ImportRecord): string {
  const { company, person, handles } = record
  const trade = record.order ?? record.offer
  const placed = trade?.lines[0]?.description || trade?.number
  const name = company?.name || person?.fullName || handles[0]?.entered || placed || ''
  return name.slice(0, NAME_MAX_CHARS)
}

/** Whose each address is: a department's is the company's, everything else the person's where there is one. */
function sharedOut(record: ImportRecord, hasPerson: boolean): { own: Handle[]; company: Handle[] } {
  const own: Handle[] = []
  const company: Handle[] = []
  for (const handle of record.handles) {
    const isPersonal = hasPerson && handle.flags?.includes('roleAddress') !== true
    ;(isPersonal ? own : company).push(toHandle(handle))
  }
  return { own, company }
}

/** What the row says beyond the fields of records: the columns nobody knows, amounts, and its own words on the source. */
function extraOf(record: ImportRecord): Record<string, string> {
  const extra = { ...record.extra }
  for (const { label, amount, currency } of record.amounts ?? []) {
    extra[label] ??= currency === undefined ? amount : `${amount} ${currency}`
  }
  if (record.source !== undefined && record.interaction === undefined) extra.source ??= record.source
  return extra
}

/** Values of people's own fields in a row that names nobody: kept with the page, as the file has them. */
function ownOfNobody({ own = [] }: ImportRecord): Record<string, string> {
  const ofPeople = own.filter(({ target }) => target.startsWith('own.people.'))
  return Object.fromEntries(ofPeople.map(({ header, text }) => [header, text]))
}
