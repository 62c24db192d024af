import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { FACTS_VERSION } from '#shared/measures/facts/factsVersion'
import { foldContext } from '#shared/measures/facts/foldContext'
import { foldNotebook, type NotebookTables } from '#shared/measures/facts/foldNotebook'
import { rateTable } from '#shared/money/rates'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { RecordOf, TableName } from '#shared/records/tables'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'

/**
 * What this version makes of the sample notebook. Where it changes because the folding does, `FACTS_VERSION` goes up with it:
 * facts that were kept under the same number would be believed. Where only the sample has changed, the number stays.
 */
const FOLDED = { version: 1, sum: 'ec96b225eb8e5b070e6b5b07354b2eead75820fa0213d98daa75a1ce3709f74f' }

test('the same records give the same facts as long as the version is the same', () => {
  const tables = new Map<TableName, unknown[]>()
  for (const { table, record } of generateSampleNotebook({
    seed: 'facts',
    customers: 120,
    asOf: Date.UTC(2026, 10, 22),
  })) {
    const rows = tables.get(table)
    if (rows === undefined) tables.set(table, [record])
    else rows.push(record)
  }
  const all = <T extends TableName>(table: T) => (tables.get(table) ?? []) as RecordOf<T>[]
  const [settings] = all('settings')
  const context = foldContext({
    base: settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency,
    zone: 'UTC',
    rates: rateTable(all('rates'), settings),
    touchpoints: all('touchpoints'),
    carriers: all('carriers'),
    products: all('products'),
  })
  const facts = foldNotebook(Object.fromEntries(tables) as unknown as NotebookTables, context)
  expect(facts.length).toBe(120)
  expect(
    facts.some(
      ({ orders, memberships, gifts }) => orders.length > 1 && memberships.length > 0 && gifts.length > 0,
    ),
  ).toBe(true)
  const sum = createHash('sha256').update(JSON.stringify(facts)).digest('hex')
  expect({ version: FACTS_VERSION, sum }).toEqual(FOLDED)
})
