import { expect, test } from 'vitest'
import { TABLE_NAMES } from '#shared/records/tables'
import { recordCells, recordColumns } from '#shared/takeAlong/recordTable'

const ID = '0190b6f2-7b1c-7c33-8f5e-000000000001'

test('each field has a cell under its own name, nested ones as JSON', () => {
  const record = {
    id: ID,
    schema: 1,
    rev: 2,
    createdAt: 1,
    updatedAt: 2,
    origin: 'person',
    name: '=1+1, "Ana"',
    handles: [{ kind: 'email', value: 'a@b.example', entered: 'a@b.example' }],
    stage: 'lead',
    tags: [],
  }
  const captions = recordColumns('customers').map(({ caption }) => caption)
  const cells = recordCells('customers', record)
  expect(Object.fromEntries(captions.map((caption, index) => [caption, cells[index]]))).toMatchObject({
    id: ID,
    rev: '2',
    deletedAt: '',
    name: '=1+1, "Ana"',
    handles: '[{"kind":"email","value":"a@b.example","entered":"a@b.example"}]',
    tags: '[]',
    city: '',
  })
})

test('every table has columns that a file can hold, the id first', () => {
  const first = TABLE_NAMES.map((table) => recordColumns(table)[0]?.caption)
  expect(new Set(first)).toEqual(new Set(['id']))
  expect(Math.max(...TABLE_NAMES.map((table) => recordColumns(table).length))).toBeLessThan(100)
})
