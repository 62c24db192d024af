import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { NotebookDatabase } from '../../../../renderer/store/database'
import { decodeRow, encodeRow } from '../../../../renderer/store/rows'
import { takeRowKey } from '../../../../renderer/store/sealing/ownSeal'
import { testId } from '../../../shared/changes/memoryNotebook'

const CANARY = 'Zephyrine Quorndal'

afterEach(() => takeRowKey(null))

const customer = (number: number, name: string) =>
  encodeRow(
    'customers',
    createChange('customers', { id: testId(number), name, handles: [], stage: 'lead', tags: [] }, 7).after,
  )

/** All rows of a table as they lie in the store, without anything of ours in between. */
async function stored(name: string, table: string): Promise<unknown[]> {
  const raw = await new Dexie(name).open()
  const rows = await raw.table(table).toArray()
  raw.close()
  return rows
}

test('every way of reading gives the rows that were written; what lies in the store names nobody', async () => {
  takeRowKey(new Uint8Array(32).fill(5))
  const db = new NotebookDatabase('sealed')
  const rows = [1, 2, 3].map((number) => customer(number, `${CANARY} ${number}`))
  await db.rows('customers').bulkAdd(rows)
  const log = {
    key: '1',
    seq: 1,
    id: 'x',
    recordIds: [testId(1)],
    label: { key: 'made', params: { name: CANARY } },
  }
  await db.changeLog.put(log as never)
  await db.meta.put({ key: 'index', generation: 1, lastSeq: 3, rowCounts: { customers: 3 } })

  const table = db.rows('customers')
  expect(await table.toArray()).toEqual(rows)
  expect(await table.get(testId(2))).toEqual(rows[1])
  expect(await table.bulkGet([testId(3), testId(9)])).toEqual([rows[2], undefined])
  expect(await table.where('stage').equals('lead').toArray()).toHaveLength(3)
  expect(await table.orderBy('updatedAt').reverse().limit(1).toArray()).toHaveLength(1)
  // By a cursor: filters, `each`, `until` and `first` read so.
  expect(await table.filter(({ body }) => body.name === `${CANARY} 2`).toArray()).toEqual([rows[1]])
  const seen: unknown[] = []
  await table.orderBy('id').each((row) => seen.push(decodeRow('customers', row).name))
  expect(seen).toEqual(rows.map(({ body }) => body.name))
  expect(
    await table
      .orderBy('id')
      .until((row) => row.id === testId(2), true)
      .toArray(),
  ).toHaveLength(2)
  expect(await table.where('stage').equals('lead').primaryKeys()).toHaveLength(3)
  expect(await table.count()).toBe(3)
  expect(await db.changeLog.where('recordIds').equals(testId(1)).toArray()).toEqual([log])
  await db.transaction('rw', table, async () => {
    const row = await table.get(testId(1))
    await table.put(customer(1, `${String(row?.body.name)} again`))
    expect((await table.get(testId(1)))?.body.name).toBe(`${CANARY} 1 again`)
  })
  await table.delete(testId(3))
  expect(await table.count()).toBe(2)
  db.close()

  const lying = [...(await stored('sealed', 'customers')), ...(await stored('sealed', 'changeLog'))]
  expect(lying).toHaveLength(3)
  for (const row of lying as Record<string, unknown>[]) {
    const plain = new Set(['id', 'stage', 'updatedAt', 'key', 'seq', 'recordIds', 'sealed'])
    expect(Object.keys(row).filter((field) => !plain.has(field))).toEqual([])
    expect(Buffer.from(row.sealed as Uint8Array).toString('latin1')).not.toContain('Quorndal')
    expect(JSON.stringify({ ...row, sealed: undefined })).not.toContain('Quorndal')
  }
})

test('with another key nothing is read, and without a lock rows lie as ever', async () => {
  takeRowKey(new Uint8Array(32).fill(5))
  const db = new NotebookDatabase('keyed')
  await db.rows('customers').put(customer(1, CANARY))
  db.close()
  takeRowKey(new Uint8Array(32).fill(6))
  const other = new NotebookDatabase('keyed')
  await expect(other.rows('customers').toArray()).rejects.toThrow()
  other.close()
  takeRowKey(null)
  const plain = new NotebookDatabase('plain')
  await plain.rows('customers').put(customer(1, CANARY))
  plain.close()
  expect(await stored('plain', 'customers')).toEqual([customer(1, CANARY)])
})

test('bytes of a row are sealed as bytes, bound to their row, and come back as they were', async () => {
  takeRowKey(new Uint8Array(32).fill(5))
  const db = new NotebookDatabase('sealedBytes')
  const bytes = Uint8Array.from(Buffer.from(CANARY, 'utf16le'))
  const row = { key: '000000', seq: 3, isSpelled: true, documents: 1, length: bytes.length, bytes }
  await db.keptSearch.put(row)
  expect(await db.keptSearch.toArray()).toEqual([row])
  expect(await db.keptSearch.get('000000')).toEqual(row)
  db.close()

  const raw = await new Dexie('sealedBytes').open()
  const [lying] = (await raw.table('keptSearch').toArray()) as { sealedBytes: { bytes: Uint8Array } }[]
  const sealed = lying?.sealedBytes.bytes ?? new Uint8Array()
  expect(sealed.length).toBeGreaterThan(bytes.length)
  expect(Buffer.from(sealed).includes(Buffer.from(bytes))).toBe(false)
  await raw.table('keptSearch').put({ ...lying, key: '000001' })
  raw.close()
  const again = new NotebookDatabase('sealedBytes')
  await expect(again.keptSearch.get('000001')).rejects.toThrow()
  expect(await again.keptSearch.get('000000')).toEqual(row)
  again.close()
})
