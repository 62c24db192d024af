import { sameValue } from '../changes/sameValue'
import type { Customer } from '../records/customer'
import type { Handle } from '../records/handle'
import type { Person } from '../records/person'
import type { Json } from '../records/record'
import { besidePreferred, itemsOf, joinItems, valueOfItems } from './listFields'

/** The fields of a customer of which one is chosen; everything else is joined. */
export const CHOSEN_FIELDS = [
  'name',
  'latinName',
  'country',
  'city',
  'address',
  'website',
  'zone',
  'language',
  'stage',
  'grade',
] as const
export type ChosenField = (typeof CHOSEN_FIELDS)[number]

export type Side = 'winner' | 'loser'
/** Whose value of a field the merged page shows. A field that is not named keeps the winner's. */
export type FieldChoices = { readonly [F in ChosenField]?: Side }

/** Some fields of a record before and after; see `mergeSchema`. */
export interface FieldDifference {
  readonly fields: string[]
  readonly was: Record<string, Json>
  readonly became: Record<string, Json>
}

const PERSON_FIELDS = [
  'latinName',
  'firstName',
  'lastName',
  'salutation',
  'title',
  'language',
] as const satisfies readonly (keyof Person)[]
const JOINED_FIELDS = ['handles', 'tags', 'externalIds', 'extra', 'custom'] as const

/** What fills gaps and hurts nothing: the winner's value, and the loser's where the winner has none. */
export function proposeChoices(winner: Customer, loser: Customer): FieldChoices {
  const gaps = CHOSEN_FIELDS.filter((field) => winner[field] === undefined && loser[field] !== undefined)
  return Object.fromEntries(gaps.map((field) => [field, 'loser']))
}

/** The fields on which two customers differ, in the order of the page: the ones there is something to choose about. */
export function differingFields(winner: Customer, loser: Customer): ChosenField[] {
  return CHOSEN_FIELDS.filter((field) => winner[field] !== loser[field])
}

/**
 * What the winner's fields become. Addresses, tags, ids and unknown columns of both are kept; a name or website that
 * was not chosen stays as a further name or address. `first` is whose first touch came first.
 */
export function joinCustomers(
  winner: Customer,
  loser: Customer,
  choices: FieldChoices,
  first: Side,
): Record<string, Json | undefined> {
  const after: Record<string, Json | undefined> = joinLists(winner, loser)
  for (const field of CHOSEN_FIELDS) after[field] = (choices[field] === 'loser' ? loser : winner)[field]
  const spare = [winner.website, loser.website].filter(
    (site) => site !== undefined && site !== after.website,
  ) as string[]
  const sites = spare.map((site): Handle => ({ kind: 'web', value: site, entered: site }))
  after.handles = valueOfItems(
    'handles',
    joinItems(itemsOf('handles', after.handles), itemsOf('handles', sites)),
    false,
  )
  const names = [winner.name, loser.name, winner.latinName, loser.latinName]
  after.otherNames = rest([after.name, after.latinName], names, winner.otherNames, loser.otherNames)
  const sources = [winner.sourceTouchpointId, loser.sourceTouchpointId]
  const [earlier, later] = first === 'winner' ? sources : sources.toReversed()
  after.sourceTouchpointId = earlier ?? later
  after.furtherSourceIds = rest(
    [after.sourceTouchpointId],
    sources,
    winner.furtherSourceIds,
    loser.furtherSourceIds,
  )
  return after
}

/** What a person's fields become when another record of the same person is put to it: gaps are filled. */
export function joinPeople(winner: Person, loser: Person): Record<string, Json | undefined> {
  const after: Record<string, Json | undefined> = joinLists(winner, loser)
  delete after.tags
  for (const field of PERSON_FIELDS) after[field] = winner[field] ?? loser[field]
  const names = [loser.fullName, loser.latinName]
  after.otherNames = rest([winner.fullName, after.latinName], names, winner.otherNames, loser.otherNames)
  return after
}

/** The fields that differ between a record and what it becomes. */
export function differenceOf(
  before: object,
  after: Readonly<Record<string, Json | undefined>>,
): FieldDifference {
  const old = before as Readonly<Record<string, Json | undefined>>
  const fields = Object.keys(after).filter((field) => !sameValue(old[field], after[field]))
  const present = (record: Readonly<Record<string, Json | undefined>>) =>
    Object.fromEntries(
      fields.flatMap((field) => (record[field] === undefined ? [] : [[field, record[field]] as const])),
    )
  return { fields, was: present(old), became: present(after) }
}

function joinLists(winner: object, loser: object): Record<string, Json | undefined> {
  const [ours, theirs] = [winner as Record<string, unknown>, loser as Record<string, unknown>]
  const after: Record<string, Json | undefined> = {}
  for (const field of JOINED_FIELDS) {
    const other = besidePreferred(field, ours[field], theirs[field])
    const items = joinItems(itemsOf(field, ours[field]), itemsOf(field, other))
    after[field] = valueOfItems(field, items, ours[field] === undefined)
  }
  return after
}

/** Everything of some lists that is not chosen, each once; absent when nothing is left. */
function rest(
  chosen: readonly unknown[],
  ...lists: readonly (readonly (string | undefined)[] | undefined)[]
): string[] | undefined {
  const left = new Set(lists.flatMap((list) => list ?? []))
  const kept = [...left].filter((each): each is string => each !== undefined && !chosen.includes(each))
  return kept.length > 0 ? kept : undefined
}
