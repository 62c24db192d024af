import { sameValue } from '../changes/sameValue'
import type { Json } from '../records/record'
import { besidePreferred, isListField, itemsOf, joinItems, REST_OF, valueOfItems } from './listFields'

type Fields = Readonly<Record<string, Json>>
type Loose = Readonly<Record<string, unknown>>

/** What a merge did to one record: see `mergeSchema`. */
export interface Joining {
  readonly fields: readonly string[]
  readonly was: Fields
  readonly became: Fields
  /** The record that was put to it, whole. */
  readonly loser: Loose
}

/** A joining as it is remembered once an earlier one is gone. */
export interface RebasedJoining {
  readonly fields: string[]
  readonly was: Record<string, Json>
  readonly became: Record<string, Json>
}

export interface Separation {
  /** Fields of the winner to set; `undefined` removes one. */
  readonly winner: Record<string, Json | undefined>
  /** Fields of the loser that differ from what it was: items of it that were changed or removed meanwhile. */
  readonly loser: Record<string, Json | undefined>
  /** The later joinings, in their order, without what this one had brought. */
  readonly later: readonly RebasedJoining[]
}

/** What the rules for single fields read and write. */
interface Work extends Separation {
  readonly current: Loose
  readonly joining: Joining
  readonly laterAsMade: readonly Joining[]
}

/**
 * Takes out of the winner, as it is now, what a merge brought into it. A field chosen from the loser returns unless
 * it was edited since; of a list exactly the loser's items go, in the state they are in, unless a merge that still
 * stands brings them too. `later` are the merges into the same record after this one, oldest first.
 */
export function separateFields(current: Loose, joining: Joining, later: readonly Joining[]): Separation {
  const rebased = later.map(({ fields, was, became }) => ({
    fields: [...fields],
    was: { ...was },
    became: { ...became },
  }))
  const work: Work = { current, joining, laterAsMade: later, winner: {}, loser: {}, later: rebased }
  const rests = Object.values(REST_OF)
  // What is chosen goes first: which further names are left depends on the name.
  for (const field of joining.fields) if (!isListField(field)) separateChosen(field, work)
  for (const field of joining.fields)
    if (isListField(field) && !rests.includes(field)) separateList(field, work)
  for (const [main, rest] of Object.entries(REST_OF)) {
    const concerns = joining.fields.includes(rest) || joining.fields.includes(main)
    if (concerns && (main in joining.loser || main in current)) separateRest(main, rest, work)
  }
  return { winner: work.winner, loser: work.loser, later: rebased }
}

/** One value out of two: back to what it was, unless something newer stands there. */
function separateChosen(field: string, { joining, current, later, winner }: Work): void {
  const { was, became } = joining
  const next = later.find(({ fields }) => fields.includes(field))
  if (next === undefined) {
    if (sameValue(current[field], became[field])) winner[field] = was[field]
  } else if (sameValue(next.was[field], became[field])) setOrRemove(next.was, field, was[field])
}

function separateList(field: string, work: Work): void {
  const { joining, current, laterAsMade, later, winner, loser } = work
  const itemsIn = (record: Loose) => itemsOf(field, record[field])
  const mayBeAbsent = !(field in joining.was)
  const before = itemsIn(joining.was)
  const added = new Map([...itemsIn(joining.became)].filter(([key]) => !before.has(key)))
  /** Items that a later merge brings as well: they stay, and say what that one says. */
  const stillBrought = new Map<string, Json>()
  const without = (items: ReadonlyMap<string, Json>) =>
    new Map(
      [...items].flatMap(([key, item]) => {
        if (!added.has(key)) return [[key, item] as const]
        const brought = stillBrought.get(key)
        if (brought === undefined) return []
        return [[key, sameValue(item, added.get(key)) ? brought : item] as const]
      }),
    )
  /** The list as a later merge found it: one that changed nothing of it left no word, but the next one did. */
  const foundBy = (at: number) =>
    laterAsMade.slice(at).find(({ fields }) => fields.includes(field))?.was[field] ?? current[field]
  for (const [at, each] of laterAsMade.entries()) {
    const record = later[at]
    if (record === undefined) continue
    const was = without(itemsIn(each.was))
    // As the later merge would have joined them, had it not found them there: a list has one preferred address.
    const found = [...without(itemsOf(field, foundBy(at))).values()]
    const brings = [...itemsOf(field, besidePreferred(field, found, each.loser[field]))].filter(
      ([key]) => added.has(key) && !stillBrought.has(key),
    )
    for (const [key, item] of brings) stillBrought.set(key, item)
    if (!record.fields.includes(field)) {
      if (brings.length === 0) continue
      record.fields.push(field)
    }
    // Of a list only the difference counts: what this one brings, now that nobody before it does.
    const became = joinItems(without(itemsIn(each.became)), new Map(brings))
    setOrRemove(record.was, field, valueOfItems(field, was, mayBeAbsent))
    setOrRemove(record.became, field, valueOfItems(field, became, mayBeAbsent))
  }
  const left = valueOfItems(field, without(itemsIn(current)), mayBeAbsent)
  if (!sameValue(left, current[field])) winner[field] = left
  const own = loserItems(field, joining, current)
  if (!sameValue(own, joining.loser[field])) loser[field] = own
}

/** The loser's own list: without the items that the person has removed since, and with those that were changed. */
function loserItems(field: string, { was, became, loser }: Joining, current: Loose): Json | undefined {
  const [before, after, now] = [
    itemsOf(field, was[field]),
    itemsOf(field, became[field]),
    itemsOf(field, current[field]),
  ]
  const kept = [...itemsOf(field, loser[field])].flatMap(([key, item]) => {
    // The winner had it as well: what happened to it there is the winner's.
    if (before.has(key) || !after.has(key)) return [[key, item] as const]
    const today = now.get(key)
    if (today === undefined) return []
    return [[key, sameValue(today, after.get(key)) ? item : today] as const]
  })
  return valueOfItems(field, new Map(kept), loser[field] === undefined)
}

/** A field and its further values are one list of which one item is chosen. */
function separateRest(
  main: string,
  rest: string,
  { joining, current, laterAsMade, later, winner }: Work,
): void {
  /** What was chosen at a time: before the first merge from there on that chose anew, or now. */
  const chosenFrom = (place: number) => {
    const next = laterAsMade.slice(place).find(({ fields }) => fields.includes(main))
    return next === undefined ? current[main] : next.was[main]
  }
  const all = (record: Fields | Loose, { fields }: Pick<Joining, 'fields'>, next: number): Set<string> => {
    const chosen = fields.includes(main) ? record[main] : chosenFrom(next)
    const further = (record[rest] as readonly string[] | undefined) ?? []
    return new Set(chosen === undefined ? further : [String(chosen), ...further])
  }
  const whole = { fields: [main] }
  const before = all(joining.was, joining, 0)
  const added = new Set([...all(joining.became, joining, 0)].filter((each) => !before.has(each)))
  const stillBrought = new Set<string>()
  const without = (values: ReadonlySet<string>, chosen: unknown): string[] | undefined => {
    const left = [...values].filter((each) => each !== chosen && (!added.has(each) || stillBrought.has(each)))
    return left.length > 0 ? left : undefined
  }
  for (const [at, each] of laterAsMade.entries()) {
    const record = later[at]
    if (record === undefined) continue
    const was = without(all(each.was, each, at + 1), record.was[main])
    const brings = [...all(each.loser, whole, 0)].filter(
      (value) => added.has(value) && !stillBrought.has(value),
    )
    for (const value of brings) stillBrought.add(value)
    if (record.fields.includes(rest)) {
      setOrRemove(record.was, rest, was)
      setOrRemove(record.became, rest, without(all(each.became, each, at + 1), record.became[main]))
    } else if (brings.length > 0) {
      record.fields.push(rest)
      record.became[rest] = brings
    }
  }
  const left = without(all(current, whole, 0), main in winner ? winner[main] : current[main])
  if (!sameValue(left, current[rest])) winner[rest] = left
}

function setOrRemove(record: Record<string, Json>, field: string, value: Json | undefined): void {
  if (value === undefined) delete record[field]
  else record[field] = value
}
