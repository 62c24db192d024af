import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { LeadDraft } from '#shared/leads/leadDraft'
import type { TableName } from '#shared/records/tables'
import { saveLead } from '../../../renderer/fair/saveLead'
import { currentRecord } from '../../../renderer/store/currentRecord'
import type { Notebook } from '../../../renderer/store/notebook'
import { liveRecords } from '../../../renderer/store/rows'
import { fair, ids, leadDraft, testId } from '../../shared/leads/leads'
import { forgetAllIndexes } from '../indexFixture'
import { FakeJournal, notebookOver } from '../notebookFixture'

afterEach(forgetAllIndexes)

const consent = { wording: 'May we write?', language: 'en' }

async function startedNotebook() {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  const save = (fields: Partial<LeadDraft>) => saveLead(notebook, fair, leadDraft(fields), consent)
  return { journal, notebook, save }
}

async function recordsOf<T extends TableName>(notebook: Notebook, table: T) {
  await notebook.settled()
  return liveRecords(table, (await notebook.database()?.rows(table).toArray()) ?? [])
}

test('a lead that is saved again with more in it gets what is new, and nothing is doubled', async () => {
  const { journal, notebook, save } = await startedNotebook()
  const first = {
    company: 'Nordlund',
    person: 'Ida',
    email: 'ida@nordlund.example',
    promised: 'price list',
    plan: 'fairWelcome' as const,
  }
  await save({ ...first, consents: ['email'], products: ['Bowl'] })
  const again = await save({
    ...first,
    phone: '+46 70 123 45 67',
    promised: 'price list and samples',
    note: 'wants matt sand',
    consents: ['email'],
    products: ['Bowl', 'Lid'],
  })
  expect(again).toMatchObject({ ok: true, value: { seq: 2 } })
  expect(journal.entries).toHaveLength(2)
  expect(await recordsOf(notebook, 'customers')).toMatchObject([{ id: ids.customerId, name: 'Nordlund' }])
  expect((await recordsOf(notebook, 'people')).map(({ handles }) => handles.map(({ kind }) => kind))).toEqual(
    [['phone', 'email']],
  )
  expect(await recordsOf(notebook, 'promises')).toMatchObject([{ text: 'price list and samples' }])
  const products = await recordsOf(notebook, 'products')
  expect(products.map(({ name }) => name).sort()).toEqual(['Bowl', 'Lid'])
  const meetings = await recordsOf(notebook, 'interactions')
  expect(meetings).toMatchObject([{ id: ids.interactionId, text: 'wants matt sand' }])
  expect(meetings[0]?.productIds?.toSorted()).toEqual(products.map(({ id }) => id).sort())
  for (const table of ['consents', 'stageMoves', 'plans', 'enrolments'] as const)
    expect(await recordsOf(notebook, table), table).toHaveLength(1)
})

test('a lead that is saved again as it was makes no second entry', async () => {
  const { journal, notebook, save } = await startedNotebook()
  const fields = { company: 'Nordlund', promised: 'price list', products: ['Bowl'] }
  const first = await save(fields)
  expect(await save(fields)).toMatchObject({ ok: true, value: { seq: first.ok ? first.value?.seq : 0 } })
  expect(journal.entries).toHaveLength(1)
  expect(await recordsOf(notebook, 'promises')).toHaveLength(1)
})

test('what somebody edited after the first save stays where the second says nothing else', async () => {
  const { notebook, save } = await startedNotebook()
  await save({ company: 'Nordlund' })
  await notebook.commit({ label: { key: 'change.field' } }, async (at) => {
    const page = await currentRecord(notebook.database(), 'customers', ids.customerId)
    const change = page && updateChange('customers', page, { name: 'Nordlund AB' }, at)
    return change === undefined ? [] : [change]
  })
  await save({ company: 'Nordlund', country: 'SE' })
  expect(await recordsOf(notebook, 'customers')).toMatchObject([
    { name: 'Nordlund AB', country: 'SE', rev: 3 },
  ])
})

test('a lead of somebody met before goes onto the chosen page even while the index cannot be read', async () => {
  const { journal, notebook, save } = await startedNotebook()
  await save({ company: 'Nordlund' })
  await notebook.settled()
  notebook.database()?.close()
  const again = {
    changeSetId: testId(20),
    customerId: testId(21),
    personId: testId(22),
    interactionId: testId(23),
  }
  const saved = await save({
    ...again,
    existingCustomerId: ids.customerId,
    company: 'Nordlund',
    note: 'back',
    plan: 'fairWelcome',
  })
  expect(saved).toMatchObject({ ok: true, value: { lacksPlan: true } })
  expect(journal.entries.at(-1)?.changes.map(({ table, after }) => [table, after.customerId])).toEqual([
    ['interactions', ids.customerId],
  ])
})

test('meeting and consents say who of us it was, and marks in the note what was promised', async () => {
  const { notebook, save } = await startedNotebook()
  await notebook.commit({ label: { key: 'change.field' } }, (at) => [
    createChange('staff', { id: testId(30), name: 'Linh' }, at),
    createChange('staff', { id: testId(31), name: 'Minh', me: true }, at),
  ])
  await save({
    plan: 'fairWelcome',
    company: 'Nordlund',
    email: 'a@nordlund.example',
    consents: ['email'],
    note: '?drawing #bamboo',
  })
  expect(await recordsOf(notebook, 'interactions')).toMatchObject([{ staffId: testId(31) }])
  expect(await recordsOf(notebook, 'consents')).toMatchObject([{ staffId: testId(31) }])
  const promises = await recordsOf(notebook, 'promises')
  expect(promises).toMatchObject([{ by: 'them', text: 'drawing' }])
  expect(await recordsOf(notebook, 'customers')).toMatchObject([{ tags: ['bamboo'] }])
  // What they promised is nothing that the plan's letter brings.
  expect((await recordsOf(notebook, 'enrolments'))[0]?.promiseId).toBeUndefined()
})

test('a lead goes on the plan only when its offer was accepted, and belongs to whoever talked', async () => {
  const { notebook, save } = await startedNotebook()
  await notebook.commit({ label: { key: 'change.field' } }, (at) => [
    createChange('staff', { id: testId(30), name: 'Linh' }, at),
    createChange('staff', { id: testId(31), name: 'Minh', me: true }, at),
  ])
  await save({ company: 'Nordlund', staffId: testId(30) })
  expect(await recordsOf(notebook, 'enrolments')).toEqual([])
  expect(await recordsOf(notebook, 'interactions')).toMatchObject([{ staffId: testId(30) }])
  await save({ company: 'Nordlund', staffId: testId(30), plan: 'fairWelcome' })
  expect(await recordsOf(notebook, 'enrolments')).toMatchObject([{ customerId: ids.customerId }])
})
