import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toLoggedChange } from '#shared/changes/changeLog'
import type { Change, LooseRecord } from '#shared/changes/changeSet'
import { invertChanges } from '#shared/changes/invert'
import type { PageRecord } from '#shared/merging/references'
import type { TableName } from '#shared/records/tables'
import { customersOf, differenceOf, takeBackChanges } from '#shared/snapshot/takeBack'
import { AT, idOf } from '../../support/snapshotFiles'

const LATER = AT + 1_000

function record(id: number, fields: Readonly<Record<string, unknown>>): LooseRecord {
  return { id: idOf(id), schema: 1, rev: 3, createdAt: AT, updatedAt: AT, origin: 'person', ...fields }
}

const customer = (id: number, name: string, more = {}) => record(id, { name, ...more })

describe('how a record of a backup stands today', () => {
  const then = customer(1, 'Bếp Xanh', { note: 'likes bamboo' })
  test.each([
    ['is not there', undefined, 'missing'],
    ['was deleted', { ...then, deletedAt: LATER }, 'missing'],
    ['has another name', { ...then, name: 'Bep Xanh' }, 'changed'],
    ['has a field more', { ...then, city: 'Huế' }, 'changed'],
    ['lacks a field', customer(1, 'Bếp Xanh'), 'changed'],
    ['was only saved again', { ...then, rev: 9, updatedAt: LATER }, undefined],
    ['went on in another page', { ...then, deletedAt: LATER, mergedIntoId: idOf(2) }, undefined],
  ])('%s', (_what, now, difference) => {
    expect(differenceOf(then, now)).toBe(difference)
  })
})

test('a tie stands on both its pages, a customer on its own', () => {
  expect(customersOf({ table: 'customers', record: customer(1, 'A') })).toEqual([idOf(1)])
  const tie = record(9, { fromId: idOf(1), toId: idOf(2) })
  expect(customersOf({ table: 'relations', record: tie })).toEqual([idOf(1), idOf(2)])
})

describe('taking back', () => {
  const none = () => undefined

  test('brings what is missing, and what was changed as it was; the rest is untouched', () => {
    const gone = record(10, { customerId: idOf(1), text: 'call in May' })
    const edited = record(11, { customerId: idOf(1), text: 'prefers oak' })
    const same = record(12, { customerId: idOf(1), text: 'same' })
    const now = new Map([
      [idOf(1), { ...customer(1, 'Bếp Xanh'), deletedAt: LATER, rev: 5 }],
      [idOf(11), { ...edited, text: 'prefers ash', kind: 'taste', rev: 7 }],
      [idOf(12), same],
    ])
    const records: PageRecord[] = [
      { table: 'customers', record: customer(1, 'Bếp Xanh') },
      ...[gone, edited, same].map((fact): PageRecord => ({ table: 'facts', record: fact })),
    ]
    const changes = takeBackChanges(
      records,
      (_table, id) => now.get(id),
      () => false,
      LATER,
    )
    expect(changes).toEqual([
      {
        table: 'customers',
        id: idOf(1),
        before: { deletedAt: LATER, updatedAt: AT },
        after: { ...customer(1, 'Bếp Xanh'), updatedAt: LATER, rev: 6 },
      },
      { table: 'facts', id: idOf(10), after: { ...gone, updatedAt: LATER } },
      {
        table: 'facts',
        id: idOf(11),
        before: { text: 'prefers ash', kind: 'taste', updatedAt: AT },
        after: { ...edited, updatedAt: LATER, rev: 8 },
      },
    ])
  })

  test('a tie comes only where both of its ends are there afterwards', () => {
    const tie: PageRecord = { table: 'relations', record: record(9, { fromId: idOf(1), toId: idOf(2) }) }
    const page: PageRecord = { table: 'customers', record: customer(1, 'A') }
    const ids = (there: boolean) => takeBackChanges([page, tie], none, () => there, LATER).map(({ id }) => id)
    expect(ids(true)).toEqual([idOf(1), idOf(9)])
    expect(ids(false)).toEqual([idOf(1)])
  })

  test('afterwards nothing differs, and undoing it gives today again (property)', () => {
    const fields = fc.record(
      {
        name: fc.constantFrom('A', 'B', 'C'),
        note: fc.constantFrom('x', 'y'),
        deletedAt: fc.constant(LATER),
      },
      { requiredKeys: ['name'] },
    )
    const state = fc.array(fc.option(fields, { nil: undefined }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(state, state, (then, today) => {
        const records = then.flatMap((each, index): PageRecord[] =>
          each === undefined || each.deletedAt !== undefined
            ? []
            : [{ table: 'customers', record: record(index, each) }],
        )
        const now = new Map<string, LooseRecord>()
        for (const [index, each] of today.entries())
          if (each !== undefined) now.set(idOf(index), record(index, each))
        const before = new Map(now)
        const look = (_table: TableName, id: string) => now.get(id)
        const changes = takeBackChanges(records, look, () => false, LATER)
        apply(now, changes)
        for (const { record: wanted } of records)
          expect(differenceOf(wanted, now.get(wanted.id))).toBeUndefined()
        expect(takeBackChanges(records, look, () => false, LATER)).toEqual([])

        const undone = invertChanges(changes.map(toLoggedChange), look, LATER + 1)
        expect(undone.kept).toEqual([])
        apply(now, undone.changes)
        for (const [id, kept] of now) {
          const was = before.get(id)
          if (was === undefined) expect(kept.deletedAt).toBeDefined()
          else expect({ ...kept, rev: 0 }).toEqual({ ...was, rev: 0 })
        }
      }),
    )
  })
})

function apply(now: Map<string, LooseRecord>, changes: readonly Change[]): void {
  for (const { id, after } of changes) now.set(id, after)
}
