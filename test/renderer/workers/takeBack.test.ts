import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change, LooseRecord } from '#shared/changes/changeSet'
import type { Customer } from '#shared/records/customer'
import type { TableName } from '#shared/records/tables'
import { recordLine } from '#shared/snapshot/lines'
import { NotebookDatabase } from '../../../renderer/store/database'
import { createTakeBackCalls } from '../../../renderer/workers/takeBackReader'
import { AT, idOf } from '../../support/snapshotFiles'

const encode = (...lines: readonly string[]) => new TextEncoder().encode(lines.join(''))

function customer(id: number, name: string): Customer {
  return createChange('customers', { id: idOf(id), name, stage: 'lead', handles: [], tags: [] }, AT)
    .after as unknown as Customer
}

function fact(id: number, customerId: number, text: string): LooseRecord {
  return createChange(
    'facts',
    { id: idOf(id), customerId: idOf(customerId), kind: 'other', text, learntOn: '2026-10-20' },
    AT,
  ).after
}

async function indexOf(name: string, rows: readonly (readonly [TableName, LooseRecord])[]) {
  const db = new NotebookDatabase(name)
  await db.open()
  for (const [table, record] of rows) await db.rows(table).put({ id: record.id, body: record })
  return db
}

const loose = (record: unknown) => record as LooseRecord
const afterOf = (change: Change | undefined) => {
  if (change === undefined) throw new Error('nothing to change')
  return change.after
}

test('everybody who differs is told with what differs, and only the chosen are collected', async () => {
  const [a, b, c, d] = [customer(1, 'Anh'), customer(2, 'Bo'), customer(3, 'Cai'), customer(4, 'Du')]
  const db = await indexOf('orchard-take-back-1', [
    ['customers', afterOf(deleteChange('customers', a, AT + 1))],
    ['customers', loose(b)],
    ['customers', loose(c)],
    ['customers', afterOf(updateChange('customers', d, { name: 'Du Two' }, AT + 1))],
    ['facts', fact(12, 2, 'prefers ash')],
    ['facts', fact(13, 3, 'the same')],
  ])
  const calls = createTakeBackCalls(() => db)
  const pages = [
    encode(
      ...[a, b, c, d].map((each) => recordLine('customers', loose(each))),
      recordLine('facts', fact(11, 1, 'likes bamboo')),
      recordLine('facts', fact(12, 2, 'prefers oak')),
      recordLine('facts', fact(13, 3, 'written twice')),
      recordLine('products', createChange('products', { id: idOf(50), name: 'Lid' }, AT).after),
    ),
    // A later line counts: this one is what the notebook has.
    encode(recordLine('facts', fact(13, 3, 'the same'))),
  ]
  const readAll = async (only: readonly string[] | null) => {
    const number = await calls.takeBackBegin(only)
    for (const page of pages) await calls.takeBackPage(number, page)
    return calls.takeBackEnd(number)
  }
  expect((await readAll(null)).customers).toEqual([
    {
      id: a.id,
      name: 'Anh',
      isMerged: false,
      tables: [
        { table: 'customers', missing: 1, changed: 0 },
        { table: 'facts', missing: 1, changed: 0 },
      ],
    },
    { id: b.id, name: 'Bo', isMerged: false, tables: [{ table: 'facts', missing: 0, changed: 1 }] },
    { id: d.id, name: 'Du', isMerged: false, tables: [{ table: 'customers', missing: 0, changed: 1 }] },
  ])
  const { records } = await readAll([b.id, c.id])
  expect(records.map(({ table, record }) => [table, record.id, record.text ?? record.name])).toEqual([
    ['customers', b.id, 'Bo'],
    ['customers', c.id, 'Cai'],
    ['facts', idOf(12), 'prefers oak'],
    ['facts', idOf(13), 'the same'],
  ])
  db.close()
})

test('a page that was merged since is told as such, and a reading that was replaced is refused', async () => {
  const a = customer(1, 'Anh')
  const gone = { ...afterOf(deleteChange('customers', a, AT + 1)), mergedIntoId: idOf(2) }
  const db = await indexOf('orchard-take-back-2', [
    ['customers', gone],
    ['facts', fact(11, 2, 'likes bamboo')],
  ])
  const calls = createTakeBackCalls(() => db)
  const first = await calls.takeBackBegin(null)
  const second = await calls.takeBackBegin(null)
  const page = encode(recordLine('customers', loose(a)), recordLine('facts', fact(11, 1, 'likes bamboo')))
  await expect(calls.takeBackPage(first, page)).rejects.toThrow()
  await calls.takeBackPage(second, page)
  expect((await calls.takeBackEnd(second)).customers).toEqual([
    { id: a.id, name: 'Anh', isMerged: true, tables: [{ table: 'facts', missing: 0, changed: 1 }] },
  ])
  db.close()
})
