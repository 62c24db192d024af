import { expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import { toLoggedChange } from '#shared/changes/changeLog'
import type { Change } from '#shared/changes/changeSet'
import { invertChanges } from '#shared/changes/invert'
import type { Product } from '#shared/records/product'
import { MemoryNotebook, testId } from './memoryNotebook'

const ids = { pump: testId(1), valve: testId(2) }

function notebookWithPump(): MemoryNotebook {
  const notebook = new MemoryNotebook()
  notebook.commit([createChange('products', { id: ids.pump, name: 'Pump' }, notebook.now)])
  return notebook
}

function rename(notebook: MemoryNotebook, name: string): Change {
  const change = updateChange(
    'products',
    notebook.get('products', ids.pump) as Product,
    { name },
    notebook.now + 1,
  )
  if (change === undefined) throw new Error('the new name is the old one')
  return change
}

test('undoing a create leaves a tombstone, redoing lifts it', () => {
  const notebook = notebookWithPump()
  const created = notebook.canonical()
  expect(notebook.undo()).toEqual([])
  expect(notebook.canonical()).toEqual({})
  expect(notebook.get('products', ids.pump)?.deletedAt).toBeGreaterThan(0)
  expect(notebook.redo()).toEqual([])
  expect(notebook.canonical()).toEqual(created)
})

test('undoing an edit gives back the earlier values, the time of the last edit included', () => {
  const notebook = notebookWithPump()
  const before = notebook.canonical()
  notebook.commit([rename(notebook, 'Valve')])
  notebook.undo()
  expect(notebook.canonical()).toEqual(before)
  // `rev` counts the changes of the record, so it grew.
  expect(notebook.get('products', ids.pump)?.rev).toBe(3)
})

test('undoing a delete brings the record back as it was', () => {
  const notebook = notebookWithPump()
  const before = notebook.canonical()
  notebook.commit([deleteChange('products', notebook.get('products', ids.pump) as Product, notebook.now + 1)])
  expect(notebook.canonical()).toEqual({})
  notebook.undo()
  expect(notebook.canonical()).toEqual(before)
})

test('a record edited since is kept whole and listed, the others go back', () => {
  const notebook = notebookWithPump()
  const set = notebook.commit([
    rename(notebook, 'Valve'),
    createChange('products', { id: ids.valve, name: 'Tap' }, notebook.now + 1),
  ])
  notebook.commit([rename(notebook, 'Hose')])
  const current = (_table: string, id: string) =>
    notebook.get('products', id) as unknown as Change['after'] | undefined
  const inversion = invertChanges(set.changes.map(toLoggedChange), current, notebook.now)
  expect(inversion.kept).toEqual([{ table: 'products', id: ids.pump, reason: 'editedSince' }])
  expect(inversion.changes.map(({ id, after }) => [id, after.deletedAt])).toEqual([[ids.valve, notebook.now]])
})

test('an edit of another field since does not stand in the way', () => {
  const notebook = notebookWithPump()
  const set = notebook.commit([rename(notebook, 'Valve')])
  const pump = notebook.get('products', ids.pump) as Product
  // Same instant: only fields that both touched could clash.
  notebook.commit([updateChange('products', pump, { code: 'P-1' }, pump.updatedAt) as Change])
  const inversion = invertChanges(
    set.changes.map(toLoggedChange),
    (_table, id) => notebook.get('products', id) as unknown as Change['after'],
    notebook.now,
  )
  expect(inversion.kept).toEqual([])
  expect(inversion.changes[0]?.after).toMatchObject({ name: 'Pump', code: 'P-1' })
})

test('a created record that newer ones refer to is kept and listed', () => {
  const notebook = new MemoryNotebook()
  const set = notebook.commit([createChange('products', { id: ids.pump, name: 'Pump' }, notebook.now)])
  const inversion = invertChanges(
    set.changes.map(toLoggedChange),
    (_table, id) => notebook.get('products', id) as unknown as Change['after'],
    notebook.now,
    () => true,
  )
  expect(inversion).toEqual({ changes: [], kept: [{ table: 'products', id: ids.pump, reason: 'usedSince' }] })
})

test('a record that is gone from the index is listed, never made up', () => {
  const change = toLoggedChange(createChange('products', { id: ids.pump, name: 'Pump' }, 10))
  expect(invertChanges([change], () => undefined, 20)).toEqual({
    changes: [],
    kept: [{ table: 'products', id: ids.pump, reason: 'editedSince' }],
  })
})
