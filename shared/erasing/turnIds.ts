/** The new id of an erased record that left a shell, `null` for one that is gone, `undefined` for everybody else's. */
export type TurnId = (id: string) => string | null | undefined

/**
 * A value of JSON in which no erased id stands any more: ids of shells are turned, others leave their list or take
 * their field along. The very value where nothing changes.
 */
export function turnIds(value: unknown, turn: TurnId): unknown {
  const turned = turnValue(value, turn)
  return turned === GONE ? undefined : turned
}

const GONE = Symbol('gone')

function turnValue(value: unknown, turn: TurnId): unknown {
  if (typeof value === 'string') {
    const next = turn(value)
    return next === undefined ? value : (next ?? GONE)
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => turnValue(item, turn))
    if (items.every((item, index) => item === value[index])) return value
    return items.filter((item) => item !== GONE)
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Readonly<Record<string, unknown>>
  const entries = Object.entries(fields).map(([name, item]) => [name, turnValue(item, turn)] as const)
  if (entries.every(([name, item]) => item === fields[name])) return value
  return Object.fromEntries(entries.filter(([, item]) => item !== GONE))
}
