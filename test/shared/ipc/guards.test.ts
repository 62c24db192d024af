import { describe, expect, test } from 'vitest'
import { CHANNELS, EVENT_NAMES } from '#shared/ipc/channels'
import type { Channel } from '#shared/ipc/contract'
import { guards } from '#shared/ipc/guards'
import { FREE_TEXTS, SAMPLE_ARGUMENTS } from './sampleArguments'

/** Values of every kind that the bridge could carry, and of some that it could not. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  0.5,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '\u0000 no/sane\\name',
  [],
  ['lead-1'],
  { length: 3 },
  new Date(0),
  new Map(),
  Uint8Array.from([0]),
  new Uint16Array(2),
  new ArrayBuffer(4),
  () => 1,
  Symbol('x'),
  10n,
]

/** What a window that was taken over would like to name. */
const PATHS = [
  '../secret',
  '..\\secret',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'lead-1/../../x',
  'lead-1\u0000.txt',
  'file:///etc/passwd',
  'con:',
  '.',
  '..',
  '~/.ssh/id_rsa',
  'x'.repeat(1000),
]

/** The channels that can be tested here; that none is missing is a test of its own. */
const sampled = CHANNELS.filter((channel) => SAMPLE_ARGUMENTS[channel] !== undefined)

/** Change-sets pass the guard as some object; `parseChangeSet` then checks them whole. */
const CHECKED_WHOLE: ReadonlySet<Channel> = new Set(['journal:append'])

function accepts(channel: Channel, args: readonly unknown[]): boolean {
  return guards[channel].safeParse(args).success
}

function kindOf(value: unknown): string {
  if (value === null || Array.isArray(value)) return value === null ? 'null' : 'array'
  return typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value
}

/** Where an object is wanted, an empty one of another class is an object without fields: its fields decide. */
function isWrongKind(value: unknown, wanted: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (kindOf(wanted) === '[object Object]') return !isObject
  return kindOf(value) !== kindOf(wanted) || Number.isNaN(value)
}

function withArgument(args: readonly unknown[], position: number, value: unknown): unknown[] {
  return args.map((given, index) => (index === position ? value : given))
}

test('channels are abilities: a noun, a verb, nothing general', () => {
  for (const channel of CHANNELS) expect(channel).toMatch(/^[a-z]+:[a-zA-Z]+$/)
  expect(CHANNELS.filter((channel) => /^(fs|file|shell|exec|ipc|process|net|http)/.test(channel))).toEqual([])
  expect(EVENT_NAMES.filter((name) => CHANNELS.some((channel: string) => channel === name))).toEqual([])
})

test('every channel has a guard and nothing else does', () => {
  expect(Object.keys(guards).sort()).toEqual([...CHANNELS].sort())
})

test('every channel has sample arguments, or it is not tested below', () => {
  expect(CHANNELS.filter((channel) => SAMPLE_ARGUMENTS[channel] === undefined)).toEqual([])
})

describe.each(sampled)('%s', (channel) => {
  const sample: readonly unknown[] = SAMPLE_ARGUMENTS[channel]

  test('accepts what it is made for', () => {
    expect(accepts(channel, sample)).toBe(true)
  })

  test('refuses an argument too many or too few', () => {
    for (const extra of VALUES) expect([extra, accepts(channel, [...sample, extra])]).toEqual([extra, false])
    for (let count = 0; count < sample.length; count += 1)
      expect(accepts(channel, sample.slice(0, count))).toBe(false)
  })

  test('refuses every other kind of value in every place', () => {
    for (const [position, given] of sample.entries()) {
      const wrong = VALUES.filter((value) => isWrongKind(value, given))
      expect(wrong.filter((value) => accepts(channel, withArgument(sample, position, value)))).toEqual([])
    }
  })

  test('takes no path where it takes a name', () => {
    for (const [position, given] of sample.entries()) {
      const isFree = FREE_TEXTS.some(([name, index]) => name === channel && index === position)
      // Where a window's own module names a place in its code, slashes are right; it is only logged.
      if (typeof given !== 'string' || isFree || channel === 'log:report') continue
      expect(PATHS.filter((path) => accepts(channel, withArgument(sample, position, path)))).toEqual([])
    }
  })

  test('refuses fields that it does not know', () => {
    for (const [position, given] of sample.entries()) {
      if (kindOf(given) !== '[object Object]' || CHECKED_WHOLE.has(channel)) continue
      for (const field of ['path', 'admin', 'constructor']) {
        const more = { ...(given as object), [field]: '/etc/passwd' }
        expect([field, accepts(channel, withArgument(sample, position, more))]).toEqual([field, false])
      }
    }
  })
})

test('sizes have limits', () => {
  expect(accepts('draft:save', ['lead-1', 'x'.repeat(200_000)])).toBe(true)
  expect(accepts('draft:save', ['lead-1', 'x'.repeat(200_001)])).toBe(false)
  expect(accepts('attachment:put', [new Uint8Array(50 * 1024 * 1024 + 1)])).toBe(false)
  expect(accepts('log:report', ['x'.repeat(101), ''])).toBe(false)
})

test('numbers are whole and in range', () => {
  for (const wrong of [0, -1, 1.5, '1', 2 ** 53]) expect(accepts('journal:read', [wrong])).toBe(false)
})
