/**
 * A line as `log` writes it, for instance `[2026-11-28 09:12:44.120] [warn]  backup.badRow {"table":"orders"}`: time,
 * level, a code, and fields. What has another form was not written by us and does not leave.
 */
const OWN_LINE =
  /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})\] \[(info|warn|error)\]\s+([A-Za-z][A-Za-z.]{0,99}) (\{.*\})$/
/** A name of our own making, an id or a place in our code: no blank, so no sentence, no address with a sign. */
const OWN_WORD = /^[A-Za-z0-9_./-]{0,100}$/
const MOST_LINES = 500

/** The newest lines of a log that are codes, counts and names of our own making; all others are left out. */
export function ownLogLines(text: string): string[] {
  const kept = text.split(/\r?\n/).flatMap((line) => {
    const [, at, level, code, fields] = OWN_LINE.exec(line) ?? []
    const read = fields === undefined ? undefined : ownFields(fields)
    return read === undefined ? [] : [`${at} ${level} ${code} ${JSON.stringify(read)}`]
  })
  return kept.slice(-MOST_LINES)
}

function ownFields(json: string): Readonly<Record<string, unknown>> | undefined {
  let fields: unknown
  try {
    fields = JSON.parse(json)
  } catch {
    return undefined
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined
  const isOwn = Object.entries(fields).every(
    ([name, value]) =>
      OWN_WORD.test(name) &&
      (typeof value === 'number' ||
        typeof value === 'boolean' ||
        (typeof value === 'string' && OWN_WORD.test(value))),
  )
  return isOwn ? (fields as Readonly<Record<string, unknown>>) : undefined
}
