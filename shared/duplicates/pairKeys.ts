import { isTypo, typoKeys } from '../matching/typo'
import type { Profile } from './profile'

/**
 * Beyond so many pages a key says nothing, and following it would make the scan slow: a reception's number, "Trading",
 * a group's domain.
 */
const MAX_HOLDERS = { identity: 30, name: 20, hint: 30 } as const
/** At any of these numbers of pages a key may begin or cease to say something. */
export const HOLDER_LIMITS: ReadonlySet<number> = new Set(Object.values(MAX_HOLDERS))

/**
 * A key under which pages meet that are then compared. Most who meet under the end of a number or half a name have
 * nothing in common: a quick look (`isWorthComparing`) comes first.
 */
export interface PairKey {
  readonly key: string
  readonly maxHolders: number
  readonly hint?: Hint
}
export type Hint = 'numberEnd' | 'halfName'

/**
 * The keys of a page. Two pages are compared only if they share one, so that the work grows with the pages and not
 * with their square. Order as in the import: ids, addresses, domain with a name, company with a name; then names as
 * they are spelled and mistyped.
 */
export function pairKeysOf(profile: Profile): PairKey[] {
  const keys = new Map<string, PairKey>()
  const add = (key: string, maxHolders: number, hint?: Hint) =>
    keys.set(key, { key, maxHolders, ...(hint !== undefined && { hint }) })
  for (const { key } of profile.ids) add(`id ${key}`, MAX_HOLDERS.identity)
  for (const { type, key, e164 } of profile.contacts) {
    if (type !== 'phone') add(`${type} ${key}`, MAX_HOLDERS.identity)
    else {
      add(`end ${key}`, MAX_HOLDERS.hint, 'numberEnd')
      if (e164 !== undefined) add(`phone ${e164}`, MAX_HOLDERS.identity)
    }
  }
  for (const domain of profile.domains) {
    add(`domain ${domain}`, MAX_HOLDERS.name)
    for (const { key } of profile.names) add(`mailbox ${key}\n${domain}`, MAX_HOLDERS.identity)
  }
  for (const company of profile.companies) {
    add(`company ${company.key}`, MAX_HOLDERS.name)
    for (const { key } of profile.names) add(`employee ${key}\n${company.key}`, MAX_HOLDERS.identity)
  }
  const { country = '' } = profile
  for (const { key } of profile.spelledCompanies) {
    add(`spelled ${country} ${key}`, MAX_HOLDERS.name)
    for (const half of typoKeys(key)) add(`half ${country} ${half}`, MAX_HOLDERS.hint, 'halfName')
  }
  // A name alone makes a candidate only of somebody who has nothing else: half a street is called Nguyễn.
  if (profile.isPersonal) {
    for (const { key } of profile.names) add(`name ${country} ${key}`, MAX_HOLDERS.name)
    for (const { key } of profile.spelledNames) add(`letters ${country} ${key}`, MAX_HOLDERS.name)
  }
  return [...keys.values()]
}

/** The quick look at two who met under a hint: whether there is anything in it. */
export function isWorthComparing(hint: Hint, one: Profile, other: Profile): boolean {
  if (hint === 'halfName')
    return one.spelledCompanies.some(({ key }) =>
      other.spelledCompanies.some((each) => isTypo(each.key, key)),
    )
  return one.contacts.some(
    (ours) =>
      ours.type === 'phone' &&
      other.contacts.some(
        (theirs) =>
          theirs.type === 'phone' &&
          theirs.key === ours.key &&
          // Of two numbers that are known whole, equal ends prove nothing.
          (theirs.e164 === undefined || ours.e164 === undefined),
      ),
  )
}
