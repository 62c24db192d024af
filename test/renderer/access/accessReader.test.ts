import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { encodeRow } from '../../../renderer/store/rows'
import { readAccess } from '../../../renderer/workers/accessReader'
import { forgetAllIndexes, newIndex } from '../indexFixture'

afterEach(forgetAllIndexes)

test('a canary in every table of a customer is told whole, and no record of anybody else', async () => {
  const db = await newIndex()
  const rows = [...generateSampleNotebook({ seed: 'access', customers: 25, asOf: Date.UTC(2027, 2, 10, 8) })]
  for (const { table, record } of rows) await db.rows(table).put(encodeRow(table, record as never))
  const customers = rows.filter(({ table }) => table === 'customers').map(({ record }) => record.id)
  for (const id of customers.slice(0, 5)) {
    const told = await readAccess(db, { kind: 'customer', id })
    const expected = rows.filter(
      ({ table, record }) =>
        record.id === id ||
        (table !== 'attachments' && (record as { customerId?: string }).customerId === id),
    )
    const ids = new Set(told.map(({ record }) => record.id))
    expect(expected.filter(({ record }) => !ids.has(record.id))).toEqual([])
    const strangers = told.filter(({ record }) => {
      const owner = record.customerId
      return typeof owner === 'string' && owner !== id
    })
    expect(strangers).toEqual([])
  }
  db.close()
})
