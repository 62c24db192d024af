import { expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Product } from '#shared/records/product'
import { SCHEMA_VERSION } from '#shared/records/record'
import { testId } from './memoryNotebook'

const id = testId(1)
const product: Product = {
  id,
  name: 'Pump',
  code: 'P-1',
  schema: SCHEMA_VERSION,
  rev: 3,
  createdAt: 10,
  updatedAt: 20,
  origin: 'person',
}

test('a new record gets the managed fields and loses what is undefined', () => {
  expect(createChange('products', { id, name: 'Pump', code: undefined }, 10)).toEqual({
    table: 'products',
    id,
    after: {
      id,
      name: 'Pump',
      schema: SCHEMA_VERSION,
      rev: 1,
      createdAt: 10,
      updatedAt: 10,
      origin: 'person',
    },
  })
})

test('an edit notes the old values, counts up and carries the whole record', () => {
  expect(updateChange('products', product, { name: 'Valve' }, 30)).toEqual({
    table: 'products',
    id,
    before: { name: 'Pump', updatedAt: 20 },
    after: { ...product, name: 'Valve', updatedAt: 30, rev: 4 },
  })
})

test('a field that was not there before is named as added', () => {
  const { code: _code, ...bare } = product
  expect(updateChange('products', bare, { code: 'P-2' }, 30)).toEqual({
    table: 'products',
    id,
    before: { updatedAt: 20 },
    added: ['code'],
    after: { ...product, code: 'P-2', updatedAt: 30, rev: 4 },
  })
})

test('undefined takes a field away', () => {
  const { code: _code, ...rest } = product
  const change = updateChange('products', product, { code: undefined }, 30)
  expect(change?.after).toEqual({ ...rest, updatedAt: 30, rev: 4 })
  expect(change?.after).not.toHaveProperty('code')
  expect(change?.before).toEqual({ code: 'P-1', updatedAt: 20 })
})

test('an edit that changes nothing makes no history', () => {
  expect(updateChange('products', product, { name: 'Pump', code: 'P-1' }, 30)).toBeUndefined()
  expect(updateChange('products', product, {}, 30)).toBeUndefined()
})

test('deleting leaves a tombstone with everything in it', () => {
  expect(deleteChange('products', product, 30)).toEqual({
    table: 'products',
    id,
    before: { updatedAt: 20 },
    added: ['deletedAt'],
    after: { ...product, deletedAt: 30, updatedAt: 30, rev: 4 },
  })
})
