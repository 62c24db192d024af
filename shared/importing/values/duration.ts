const MOST_MINUTES = 100_000
const PARTS =
  /^(?:(\d{1,4})\s*(?:h|hr|hrs|hour|hours)\.?)?[\s,]*(?:(\d{1,5})\s*(?:m|min|mins|minute|minutes)\.?)?[\s,]*(?:(\d{1,5})\s*(?:s|sec|secs|second|seconds)\.?)?$/i

/**
 * How long somebody stayed, in whole minutes: `59`, `58 minutes`, `1 hour 2 minutes`, `58m 51s`, `1:02:10`.
 * A bare number is minutes. Undefined when the text says no such time.
 * @example parseMinutes('58m 51s') // 59
 */
export function parseMinutes(entered: string): number | undefined {
  const text = entered.normalize('NFKC').trim()
  if (text === '') return undefined
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return within(Number(text) * 60)
  const clock = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(text)
  const parts = clock ?? PARTS.exec(text)
  if (parts === null) return undefined
  const [hours, minutes, seconds] = [1, 2, 3].map((part) => Number(parts[part] ?? 0))
  return within((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0))
}

function within(seconds: number): number | undefined {
  const minutes = Math.round(seconds / 60)
  return minutes <= MOST_MINUTES ? minutes : undefined
}
