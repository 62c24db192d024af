/** An argument that stands behind a one-letter word and a hyphen: `ב-{day}`. */
const PREFIXED = /[\u05d0-\u05ea]-\{(\w+)\}/g
/** What begins with a Hebrew letter, kept apart from its neighbours or not. */
const IN_HEBREW = /^[\u2066-\u2068]?\p{Script=Hebrew}/u
/** Stands for "no hyphen before this" while a message is put together; no text of anybody's holds it. */
const MARK = '\ue000'

/** Values of a message's arguments, as `MessageValues`. */
type Values = Readonly<Record<string, string | number>>

const known = new Map<string, readonly string[]>()

/**
 * Puts a Hebrew message together as Hebrew is written: a one-letter word (in, to, from, and, the) has a hyphen before
 * digits and other scripts, and is one with a word that begins with a Hebrew letter. A message has the hyphen, since it
 * can't know what its argument will be. `format` makes the text from the values that it is given.
 */
export function withHebrewPrefixes(
  message: string,
  values: Values | undefined,
  format: (values: Values | undefined) => string,
): string {
  const names = behindPrefix(message)
  if (values === undefined || names.length === 0) return format(values)
  const marked: Record<string, string | number> = { ...values }
  for (const name of names) {
    const value = values[name]
    if (typeof value === 'string' && IN_HEBREW.test(value)) marked[name] = `${MARK}${value}`
  }
  return format(marked).replaceAll(`-${MARK}`, '').replaceAll(MARK, '')
}

function behindPrefix(message: string): readonly string[] {
  const before = known.get(message)
  if (before !== undefined) return before
  const names = [...message.matchAll(PREFIXED)].flatMap(([, name]) => name ?? [])
  known.set(message, names)
  return names
}
