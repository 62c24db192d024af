import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { OVERWRITE_RULES } from '#shared/records/importMapping'
import { files, OWN_TARGETS, options } from './fileArbitrary'
import { PlainNotebook, planFile, tally } from './planning'

const KEYS = [
  'address',
  'grade',
  'person.title',
  'person.salutation',
  'person.language',
  'extra:owner',
  'extra:constructor',
  ...OWN_TARGETS,
]

/** Every key that was there must be there, whatever its value is by now. */
function keysOf(values: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.keys(values as object).map((key) => [key, expect.anything()]))
}

const rules = fc
  .tuple(...KEYS.map((key) => fc.tuple(fc.constant(key), fc.constantFrom(...OVERWRITE_RULES))))
  .map((entries) => Object.fromEntries(entries))

test('under every rule the same file plans nothing the second time', () => {
  void fc.assert(
    fc.property(files, files, options, rules, (older, file, chosen, ruled) => {
      const notebook = new PlainNotebook()
      notebook.apply(planFile(notebook, older, { ...chosen, fileName: 'older.csv' }).changes)
      const first = planFile(notebook, file, { ...chosen, rules: ruled })
      notebook.apply(first.changes)
      const again = planFile(notebook, file, { ...chosen, rules: ruled, at: 1_800_000_000_000 })
      expect(again.changes).toEqual([])
      const counts = tally(again.rows)
      expect([counts.new ?? 0, counts.update ?? 0]).toEqual([0, 0])
    }),
    { numRuns: 150 },
  )
})

test('under every rule undo brings back the notebook as it was, and no value is lost to a blank', () => {
  void fc.assert(
    fc.property(files, files, options, rules, (older, file, chosen, ruled) => {
      const notebook = new PlainNotebook()
      notebook.apply(planFile(notebook, older, chosen).changes)
      const before = notebook.canonical()
      const { changes } = planFile(notebook, file, { ...chosen, rules: ruled })
      for (const { before: old, after } of changes) {
        for (const [field, value] of Object.entries(old ?? {})) {
          if (typeof value === 'string' && value !== '') expect(after[field]).toBeTruthy()
          if (field === 'custom') expect(after.custom).toMatchObject(keysOf(value))
        }
      }
      notebook.apply(changes)
      notebook.takeBack(changes)
      expect(notebook.canonical()).toEqual(before)
    }),
    { numRuns: 80 },
  )
})

test('what has no rule is never written over', () => {
  void fc.assert(
    fc.property(files, files, options, rules, (older, file, chosen, ruled) => {
      const notebook = new PlainNotebook()
      notebook.apply(planFile(notebook, older, chosen).changes)
      const { changes } = planFile(notebook, file, {
        ...chosen,
        rules: { ...ruled, 'person.title': 'fillEmpty' },
      })
      for (const { before, after } of changes) {
        for (const field of ['title', 'country', 'website', 'stage', 'firstName'])
          if (before?.[field] !== undefined) expect(after[field]).toEqual(before[field])
      }
    }),
    { numRuns: 80 },
  )
})
