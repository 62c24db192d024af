import type { Rng } from '../../support/simFsInode'

/** What a window that was taken over would like to name. */
export const PATH_TRICKS: readonly string[] = [
  '../secret',
  '..\\..\\secret',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\x',
  'lead-1/../../x',
  'lead-1\u0000.txt',
  'file:///etc/passwd',
  'app://orchard/../x',
  'CON',
  'NUL.txt',
  'a:b',
  '.',
  '..',
  '~/.ssh/id_rsa',
  '%2e%2e%2fsecret',
  '\u202Etxt.exe',
  '．．／secret',
  'x'.repeat(5_000),
]

/** Own keys that a careless merge would follow to a prototype. */
export function pollutingObject(): unknown {
  return JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true}}',
  )
}

/** One as deep as a message between processes can carry. */
export function deepValue(rng: Rng): unknown {
  let value: unknown = []
  const depth = 100 + rng.below(1_900)
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

const HUGE = 'ä'.repeat(512 * 1024)

/** A text longer than any field takes. */
export function hugeText(): string {
  return HUGE
}

function cyclic(): unknown {
  const ring: Record<string, unknown> = {}
  ring.self = ring
  return ring
}

const MAKERS: readonly ((rng: Rng) => unknown)[] = [
  () => undefined,
  () => null,
  (rng) => rng.below(2) === 0,
  () => Number.NaN,
  () => Number.NEGATIVE_INFINITY,
  (rng) => -rng.below(1_000_000) - 0.5,
  () => 2 ** 60,
  () => 12n,
  () => '',
  () => '\uD800 lone',
  () => "'; DROP TABLE customers; --",
  () => '{"ok":true}',
  () => [],
  () => new Array(5_000),
  () => [['lead-1']],
  () => ({ length: 3, 0: 'lead-1' }),
  () => JSON.parse('{"toString":1,"valueOf":2,"then":3,"toJSON":4}'),
  () => new Date(Number.NaN),
  () => new Map([['__proto__', 1]]),
  () => new Set([1]),
  () => /(a+)+$/,
  () => new Error('from the page'),
  () => new Uint16Array(8),
  () => new ArrayBuffer(64),
  cyclic,
  pollutingObject,
  deepValue,
  hugeText,
]

/** Any value that structured cloning carries and no field wants. */
export function hostileValue(rng: Rng): unknown {
  return (MAKERS[rng.below(MAKERS.length)] ?? cyclic)(rng)
}
