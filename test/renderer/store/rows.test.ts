import { expect, test } from 'vitest'
import { createChange, type NewRecord } from '#shared/changes/buildChange'
import { SCHEMA_VERSION } from '#shared/records/record'
import type { TableName } from '#shared/records/tables'
import { TABLE_NAMES } from '#shared/records/tables'
import { decodeRow, encodeRow, liveRecords } from '../../../renderer/store/rows'
import { SCHEMA_STORES } from '../../../renderer/store/schemaVersions'
import { testId } from '../../shared/changes/memoryNotebook'

const customer: NewRecord<'customers'> = {
  id: testId(1),
  name: 'Müller GmbH',
  handles: [{ kind: 'email', value: 'anna@mueller.example', entered: 'anna@mueller.example' }],
  stage: 'lead',
  tags: [],
}
const promise: NewRecord<'promises'> = {
  id: testId(2),
  customerId: testId(1),
  by: 'us',
  text: 'price list',
  dueOn: '2026-10-20',
}

function row<T extends TableName>(table: T, record: NewRecord<T>, more: object = {}) {
  return encodeRow(table, { ...createChange(table, record, 7).after, ...more })
}

test('a row is the record beside the keys that are queried', () => {
  expect(row('promises', promise)).toEqual({
    id: testId(2),
    customerId: testId(1),
    openDue: '2026-10-20',
    body: createChange('promises', promise, 7).after,
  })
})

test('a kept promise is no longer among the open ones', () => {
  expect(row('promises', promise, { doneAt: 9 })).not.toHaveProperty('openDue')
})

test('a tombstone has no key, so that no query finds it, and is no live record', () => {
  const gone = row('promises', promise, { deletedAt: 9 })
  expect(Object.keys(gone)).toEqual(['id', 'body'])
  expect(liveRecords('promises', [gone, row('promises', promise)])).toEqual([
    decodeRow('promises', row('promises', promise)),
  ])
})

test('nothing personal becomes a key', () => {
  const { body: _body, ...keys } = row('customers', customer)
  expect(keys).toEqual({ id: testId(1), stage: 'lead', updatedAt: 7 })
})

test('every table has a store, and nothing else does but log, meta and the search as it was kept', () => {
  const stores = SCHEMA_STORES.get(SCHEMA_VERSION) ?? {}
  expect(Object.keys(stores).sort()).toEqual([...TABLE_NAMES, 'changeLog', 'keptSearch', 'meta'].sort())
})
