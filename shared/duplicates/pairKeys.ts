import { typoKeys } from '../matching/typo'
import type { Profile } from './profile'

/**
 * Beyond so many pages a key says nothing, and following it would make the scan slow: a reception's number, "Trading",
 * a group's domain.
 */
const MAX_HOLDERS = { identity: 30, name: 20, hint: 40 } as const

/** A key under which pages meet that are then compared. */
export interface PairKey {
  readonly key: string
  readonly maxHolders: number
}

/**
 * The keys of a page. Two pages are compared only if they share one, so that the work grows with the pages and not
 * with their square. Order as in the import: ids, addresses, domain with a name, company with a name; then names as
 * they are spelled and mistyped.
 */
export function pairKeysOf(profile: Profile): PairKey[] {
  const keys = new Map<string, number>()
  const add = (key: string, maxHolders: number) => keys.set(key, maxHolders)
  for (const { key } of profile.ids) add(`id ${key}`, MAX_HOLDERS.identity)
  for (const { type, key } of profile.contacts) add(`${type} ${key}`, MAX_HOLDERS.identity)
  for (const domain of profile.domains) {
    add(`domain ${domain}`, MAX_HOLDERS.name)
    for (const { key } of profile.names) add(`domain ${domain} ${key}`, MAX_HOLDERS.identity)
  }
  for (const company of profile.companies) {
    add(`company ${company.key}`, MAX_HOLDERS.name)
    for (const { key } of profile.names) add(`company ${company.key} ${key}`, MAX_HOLDERS.identity)
  }
  const { country = '' } = profile
  for (const { key } of profile.spelledCompanies) {
    add(`spelled ${country} ${key}`, MAX_HOLDERS.name)
    for (const half of typoKeys(key)) add(`typo ${country} ${half}`, MAX_HOLDERS.hint)
  }
  // A name alone makes a candidate only of somebody who has nothing else: half a street is called Nguyễn.
  if (profile.isPersonal) {
    for (const { key } of profile.names) add(`name ${country} ${key}`, MAX_HOLDERS.name)
    for (const { key } of profile.spelledNames) add(`letters ${country} ${key}`, MAX_HOLDERS.name)
  }
  return [...keys].map(([key, maxHolders]) => ({ key, maxHolders }))
}
