import { contactKeysOf } from '../matching/contactKeys'
import { personNameKey } from '../matching/personNameKey'
import type { Person } from '../records/person'

/** Two records of one person, by id: the first one stays. */
export interface PersonPair {
  readonly winnerId: string
  readonly loserId: string
}

/**
 * The people of two pages who are one by any sensible reading: the same name, or an address that only one person has.
 * Nobody is in two pairs.
 */
export function samePeople(
  winners: readonly Person[],
  losers: readonly Person[],
  country: string | undefined,
): PersonPair[] {
  const left = new Map(winners.map((person) => [person.id, identityKeys(person, country)]))
  const pairs: PersonPair[] = []
  for (const loser of losers) {
    const keys = identityKeys(loser, country)
    const found = [...left].find(([, known]) => keys.some((key) => known.includes(key)))
    if (found === undefined) continue
    left.delete(found[0])
    pairs.push({ winnerId: found[0], loserId: loser.id })
  }
  return pairs
}

function identityKeys(person: Person, country: string | undefined): string[] {
  const names = [person.fullName, person.latinName, ...(person.otherNames ?? [])]
  const keys = names.flatMap((name) => (name === undefined ? [] : (personNameKey(name) ?? [])))
  const addresses = person.handles
    .filter(({ kind }) => kind !== 'web' && kind !== 'other')
    .flatMap((handle) => contactKeysOf(handle, country))
    // A switchboard or info@ is shared by colleagues with names of their own.
    .filter(({ type, role }) => type !== 'phone' && role !== true)
  return [...keys.map((key) => `name ${key}`), ...addresses.map(({ type, key }) => `${type} ${key}`)]
}
