import { expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { type ChangeSet, parseChangeSet } from '#shared/changes/changeSet'
import { changeSet, testId } from './memoryNotebook'

const good = JSON.parse(
  JSON.stringify(changeSet(testId(1), 5, [createChange('products', { id: testId(2), name: 'Pump' }, 5)])),
) as ChangeSet
const change = good.changes[0] as ChangeSet['changes'][number]

/** Text put into a change-set's JSON where an object may carry a key of its own. */
const places: Readonly<Record<string, (poison: string) => string>> = {
  'the set': (poison) => `{${poison},${JSON.stringify(good).slice(1)}`,
  'the label': (poison) => JSON.stringify(good).replace('"label":{', `"label":{${poison},`),
  "the label's parameters": (poison) => JSON.stringify(good).replace('"params":{', `"params":{${poison},`),
  'a change': (poison) => JSON.stringify(good).replace('"changes":[{', `"changes":[{${poison},`),
  'the old values': (poison) => JSON.stringify(good).replace('"after":{', `"before":{${poison}},"after":{`),
  'a record': (poison) => JSON.stringify(good).replace('"after":{', `"after":{${poison},`),
  'unknown columns': (poison) => JSON.stringify(good).replace('"after":{', `"after":{"extra":{${poison}},`),
  'own fields': (poison) => JSON.stringify(good).replace('"after":{', `"after":{"custom":{${poison}},`),
}

test('a good set passes unchanged', () => {
  expect(parseChangeSet(good)).toEqual({ ok: true, value: good })
})

for (const key of ['__proto__', 'constructor', 'prototype']) {
  test.each(Object.entries(places))(
    `${key} in %s pollutes nothing and never becomes a prototype`,
    (_place, poisoned) => {
      for (const value of ['{"polluted":true}', '"x"', '{"prototype":{"polluted":true}}']) {
        const parsed = parseChangeSet(JSON.parse(poisoned(`"${key}":${value}`)))
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
        if (parsed.ok) for (const object of objectsIn(parsed.value)) expect(isPlain(object)).toBe(true)
      }
    },
  )
}

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

function isPlain(object: object): boolean {
  if (Array.isArray(object)) return true
  return Object.getPrototypeOf(object) === Object.prototype && !Object.hasOwn(object, '__proto__')
}

const faults: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  text: 'x',
  'a list': [good],
  'no changes': { ...good, changes: [] },
  'a foreign field': { ...good, force: true },
  'an id that is none': { ...good, id: 'x' },
  'an origin that is none': { ...good, origin: 'admin' },
  'a time that is no number': { ...good, at: '5' },
  'a time that is none': { ...good, at: Number.NaN },
  'an unknown table': { ...good, changes: [{ ...change, table: 'passwords' }] },
  'a table named like a method': { ...good, changes: [{ ...change, table: 'hasOwnProperty' }] },
  'the table __proto__': { ...good, changes: [{ ...change, table: '__proto__' }] },
  'ids that disagree': { ...good, changes: [{ ...change, id: testId(3) }] },
  'a record without its name': {
    ...good,
    changes: [{ ...change, after: { ...change.after, name: undefined } }],
  },
  'a record with a foreign field': {
    ...good,
    changes: [{ ...change, after: { ...change.after, admin: true } }],
  },
  'a record with a number for a name': {
    ...good,
    changes: [{ ...change, after: { ...change.after, name: 7 } }],
  },
  'a name without end': {
    ...good,
    changes: [{ ...change, after: { ...change.after, name: 'x'.repeat(10_001) } }],
  },
}

test.each(Object.entries(faults))('refuses %s, and says where without quoting it', (_title, value) => {
  const parsed = parseChangeSet(value)
  expect(parsed).toMatchObject({ ok: false, error: { code: 'changes.invalid' } })
  expect(JSON.stringify(parsed)).not.toContain('passwords')
})
