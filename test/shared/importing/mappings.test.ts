import { expect, test } from 'vitest'
import { mappingOf, overridesOf } from '#shared/importing/mappings'
import { ruleKeyOf } from '#shared/importing/overwriteRules'
import type { ColumnReading } from '#shared/importing/reading'
import { importMappingSchema } from '#shared/records/importMapping'

const FAIR = '0190b6f2-7b1c-7c33-8f5e-ffffffffffff'

function column(index: number, header: string, target: ColumnReading['target'], why: ColumnReading['why']) {
  return { index, header, target, why, samples: [] }
}

const file = {
  fingerprint: 'a'.repeat(40),
  format: 'table' as const,
  kind: 'contacts' as const,
  columns: [column(0, 'Who', 'company.name', 'person'), column(1, 'E-Mail', 'email', 'alias')],
}

function recorded(fields: NonNullable<ReturnType<typeof mappingOf>>) {
  const base = { id: FAIR, schema: 2, rev: 1, createdAt: 1, updatedAt: 1, origin: 'import' }
  return importMappingSchema.parse({ ...base, ...fields, usedAt: 1 })
}

test('only what a person chose is remembered', () => {
  const untouched = { ...file, columns: [column(1, 'E-Mail', 'email', 'alias')] }
  expect(mappingOf(untouched, {})).toBeUndefined()
  expect(mappingOf(file, { dateOrder: 'dmy' })).toEqual({
    fingerprint: 'a'.repeat(40),
    format: 'table',
    columns: { who: 'company.name' },
    dateOrder: 'dmy',
  })
})

test('the next file is read the same way, wherever its columns stand', () => {
  const fields = mappingOf(file, { kind: 'orders', decimalMark: ',' }, { place: { touchpointId: FAIR } })
  if (fields === undefined) throw new Error('nothing to remember')
  const moved = {
    format: 'table' as const,
    columns: [column(0, 'E-Mail', 'email', 'alias'), column(5, 'WHO:', 'extra', 'none')],
  }
  expect(overridesOf(recorded(fields), moved)).toEqual({
    overrides: { columns: { 5: 'company.name' }, kind: 'orders', decimalMark: ',' },
    chosen: { touchpointId: FAIR },
  })
})

test('a target that this Orchard does not know is left to be decided anew', () => {
  const fields = mappingOf(file, {})
  if (fields === undefined) throw new Error('nothing to remember')
  const older = { ...recorded(fields), columns: { who: 'company.motto', constructor: 'email' } }
  expect(overridesOf(older, file)).toEqual({ overrides: {} })
})

test('rules are remembered where the file can keep them, by what a column is or by its heading', () => {
  const ruled = {
    ...file,
    columns: [column(0, 'Job', 'person.title', 'alias'), column(1, 'Credit limit', 'extra', 'none')],
  }
  const rules = {
    'person.title': 'overwrite',
    'extra:creditlimit': 'append',
    // Said of a column that is gone, and of one whose file says nothing about when.
    'extra:gone': 'overwrite',
    grade: 'newest',
  } as const
  const fields = mappingOf(ruled, {}, { rules })
  expect(fields?.rules).toEqual({ 'person.title': 'overwrite', 'extra:creditlimit': 'append' })
  if (fields === undefined) throw new Error('nothing to remember')
  expect(overridesOf(recorded(fields), ruled).rules).toEqual(fields.rules)
})

test('a fair keeps the columns that nobody knows with the meeting: they have no rule', () => {
  const fair = {
    format: 'fair-leads' as const,
    kind: 'contacts' as const,
    columns: [column(0, 'Budget', 'extra', 'none'), column(1, 'Job', 'person.title', 'alias')],
  }
  expect(fair.columns.map((one) => ruleKeyOf(one, fair))).toEqual([undefined, 'person.title'])
})
