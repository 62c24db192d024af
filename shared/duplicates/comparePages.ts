import { isTypo } from '../matching/typo'
import type { DuplicateCode, DuplicatePair, DuplicateReason, Strength } from './duplicatePair'
import type { Profile, ProfileName } from './profile'

/** Worth of a reason by itself; several together count as one minus the product of the doubts. */
const SCORE: Readonly<Record<DuplicateCode, number>> = {
  sameId: 0.97,
  sameEmail: 0.95,
  sameRoleEmail: 0.85,
  sameHandle: 0.93,
  samePhone: 0.9,
  samePhoneTail: 0.7,
  sameDomain: 0.75,
  sameCompany: 0.75,
  similarCompany: 0.55,
  spelledCompany: 0.6,
  sameName: 0.5,
  similarName: 0.3,
  spelledName: 0.45,
}
/** What a company's name is worth when the two have a country, or a domain, each of their own. */
const NAMESAKE = 0.5
const SURE = 0.9
const LIKELY = 0.7
const MIN_SCORE = 0.5

/** Compares two pages; undefined where too little speaks for one customer. Which comes first makes no difference. */
export function comparePages(one: Profile, other: Profile): DuplicatePair | undefined {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const found = [...addressReasons(a, b), ...companyReasons(a, b), ...nameReasons(a, b)]
  const doubt = found.reduce((product, { score }) => product * (1 - score), 1)
  const score = Math.round((1 - doubt) * 1e6) / 1e6
  if (score < MIN_SCORE) return undefined
  const reasons = found.sort((x, y) => y.score - x.score).map(({ reason }) => reason)
  return { aId: a.id, bId: b.id, score, strength: strengthOf(score), reasons }
}

interface Scored {
  readonly score: number
  readonly reason: DuplicateReason
}

function addressReasons(a: Profile, b: Profile): Scored[] {
  const reasons = new Map<DuplicateCode, Scored>()
  const note = (code: DuplicateCode, value: string) => {
    if (!reasons.has(code)) reasons.set(code, scored(code, value))
  }
  const id = shared(a.ids, b.ids)
  if (id !== undefined) note('sameId', id.value)
  for (const ours of a.contacts) {
    for (const theirs of b.contacts) {
      if (ours.type !== theirs.type || ours.key !== theirs.key) continue
      if (ours.type === 'email') note(ours.role === true ? 'sameRoleEmail' : 'sameEmail', ours.value)
      else if (ours.type === 'handle') note('sameHandle', ours.value)
      else if (ours.e164 === undefined || theirs.e164 === undefined) note('samePhoneTail', ours.value)
      // Of two numbers that are known whole, equal ends prove nothing.
      else if (ours.e164 === theirs.e164) note('samePhone', ours.value)
    }
  }
  const domain = a.domains.find((each) => b.domains.includes(each))
  if (domain !== undefined) note('sameDomain', domain)
  // An address at a domain is no second proof of the domain, and the end of a number none beside the whole.
  if (reasons.has('sameEmail') || reasons.has('sameRoleEmail')) reasons.delete('sameDomain')
  if (reasons.has('samePhone')) reasons.delete('samePhoneTail')
  return [...reasons.values()]
}

function companyReasons(a: Profile, b: Profile): Scored[] {
  // Two who trade alone are compared by their names, which say less than a company's.
  if (a.isPersonal && b.isPersonal) return []
  const weight = areNamesakes(a, b) ? NAMESAKE : 1
  const same = shared(a.companies, b.companies)
  if (same !== undefined) return [scored('sameCompany', same.value, weight)]
  const spelled = shared(a.spelledCompanies, b.spelledCompanies)
  if (spelled !== undefined) return [scored('spelledCompany', spelled.value, weight)]
  const similar = mistyped(a.spelledCompanies, b.spelledCompanies)
  return similar === undefined ? [] : [scored('similarCompany', similar.value, weight)]
}

function nameReasons(a: Profile, b: Profile): Scored[] {
  const same = shared(a.names, b.names)
  if (same !== undefined) return [scored('sameName', same.value)]
  const spelled = shared(a.spelledNames, b.spelledNames)
  if (spelled !== undefined) return [scored('spelledName', spelled.value)]
  const similar = mistyped(a.names, b.names)
  return similar === undefined ? [] : [scored('similarName', similar.value)]
}

function areNamesakes(a: Profile, b: Profile): boolean {
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return true
  return (
    a.domains.length > 0 && b.domains.length > 0 && !a.domains.some((domain) => b.domains.includes(domain))
  )
}

function shared(ours: readonly ProfileName[], theirs: readonly ProfileName[]): ProfileName | undefined {
  return ours.find(({ key }) => theirs.some((each) => each.key === key))
}

function mistyped(ours: readonly ProfileName[], theirs: readonly ProfileName[]): ProfileName | undefined {
  return ours.find(({ key }) => theirs.some((each) => isTypo(each.key, key)))
}

function scored(code: DuplicateCode, value: string, weight = 1): Scored {
  return { score: SCORE[code] * weight, reason: { code, params: { value } } }
}

function strengthOf(score: number): Strength {
  return score >= SURE ? 'sure' : score >= LIKELY ? 'likely' : 'possible'
}
