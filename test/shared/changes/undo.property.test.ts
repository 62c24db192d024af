import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import { type Change, parseChangeSet } from '#shared/changes/changeSet'
import type { Product } from '#shared/records/product'
import { changeSet, MemoryNotebook, testId } from './memoryNotebook'

const RECORDS = 4

/** What happens to one record within one change-set. */
const edits = fc.record({
  number: fc.integer({ min: 0, max: RECORDS - 1 }),
  what: fc.constantFrom('write' as const, 'delete' as const),
  name: fc.string({ maxLength: 4 }),
  code: fc.option(fc.string({ maxLength: 3 }), { nil: undefined }),
  extra: fc.option(fc.dictionary(fc.constantFrom('a', 'b'), fc.string({ maxLength: 2 })), { nil: undefined }),
})
type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never

const steps = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('commit' as const),
      edits: fc.array(edits, { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
)

/** The changes of one set; several may touch one record, each building on the one before. */
function changesOf(notebook: MemoryNotebook, wanted: readonly Edit[]): Change[] {
  const pending = new Map<string, Product>()
  const changes: Change[] = []
  for (const { number, what, name, code, extra } of wanted) {
    const id = testId(number)
    const now = pending.get(id) ?? notebook.get('products', id)
    const at = notebook.now + 1
    const change =
      now === undefined
        ? createChange('products', { id, name, code, extra }, at)
        : now.deletedAt !== undefined
          ? undefined
          : what === 'delete'
            ? deleteChange('products', now, at)
            : updateChange('products', now, { name, code, extra }, at)
    if (change === undefined) continue
    pending.set(id, change.after as unknown as Product)
    changes.push(change)
  }
  return changes
}

test('undo and redo walk exactly over the states that were, whatever was done', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 25 }), (walk) => {
      const notebook = new MemoryNotebook()
      const past = [notebook.canonical()]
      let position = 0
      for (const step of walk) {
        if (step.kind === 'commit') {
          const changes = changesOf(notebook, step.edits)
          if (changes.length === 0) continue
          notebook.commit(changes)
          position += 1
          past.splice(position, Number.POSITIVE_INFINITY, notebook.canonical())
        } else if (step.kind === 'undo') {
          expect(notebook.undo()).toEqual(position === 0 ? undefined : [])
          position = Math.max(0, position - 1)
        } else {
          expect(notebook.redo()).toEqual(position === past.length - 1 ? undefined : [])
          position = Math.min(past.length - 1, position + 1)
        }
        expect(notebook.canonical()).toEqual(past[position])
      }
    }),
    { numRuns: 400 },
  )
})

test('whatever is built may be journalled, unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.array(edits, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (sets) => {
      const notebook = new MemoryNotebook()
      for (const wanted of sets) {
        const changes = changesOf(notebook, wanted)
        if (changes.length === 0) continue
        const set = notebook.commit(changes)
        expect(parseChangeSet(JSON.parse(JSON.stringify(set)))).toEqual({ ok: true, value: set })
      }
    }),
    { numRuns: 100 },
  )
})

test('a change-set without changes is refused', () => {
  expect(parseChangeSet(changeSet(testId(1), 1, [])).ok).toBe(false)
})
