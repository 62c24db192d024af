import { expect, test } from 'vitest'
import { createChange, type NewRecord } from '#shared/changes/buildChange'
import { laterRecords } from '#shared/merging/laterRecords'
import { SCHEMA_VERSION } from '#shared/records/record'
import { MemoryNotebook, testId } from '../changes/memoryNotebook'
import { laterMerges, merge, pageOf, required, unmerge } from './pages'

const [OLD, NEW, ANNA, ANNA_AGAIN, MET, BOWLS] = [1, 2, 11, 12, 21, 22].map(testId) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const FAIR = testId(81)
const EARLIER_FAIR = testId(82)

/** One company written down twice: from a fair, and from a list that knew its other name. */
function twoPages(): MemoryNotebook {
  const notebook = new MemoryNotebook()
  const at = notebook.now + 1
  const talk = { kind: 'met', direction: 'both' } as const
  const email = { kind: 'email', value: 'anna@nordlund.example', entered: 'anna@nordlund.example' } as const
  const phone = { kind: 'phone', value: '+46855501001', entered: '08 555 010 01' } as const
  const make = <T extends 'customers' | 'people' | 'interactions'>(table: T, record: NewRecord<T>) =>
    createChange(table, record, at)
  notebook.commit([
    make('customers', {
      id: OLD,
      name: 'Nordlund Hem AB',
      website: 'nordlund.example',
      handles: [],
      stage: 'lead',
      tags: ['bowls'],
      sourceTouchpointId: FAIR,
    }),
    make('people', { id: ANNA, customerId: OLD, fullName: 'Anna Nordlund', handles: [email] }),
    make('interactions', {
      id: MET,
      customerId: OLD,
      personIds: [ANNA],
      ...talk,
      at: 500,
      touchpointId: FAIR,
    }),
    make('customers', {
      id: NEW,
      name: 'Nordlund',
      city: 'Malmö',
      website: 'nordlundhem.example',
      handles: [phone],
      stage: 'quote',
      tags: ['bowls', 'matt'],
      sourceTouchpointId: EARLIER_FAIR,
    }),
    make('people', {
      id: ANNA_AGAIN,
      customerId: NEW,
      fullName: 'NORDLUND Anna',
      title: 'Buyer',
      handles: [phone],
    }),
    make('interactions', {
      id: BOWLS,
      customerId: NEW,
      personIds: [ANNA_AGAIN],
      ...talk,
      at: 400,
      touchpointId: EARLIER_FAIR,
      text: 'Bowls, matt',
    }),
  ])
  return notebook
}

test('the merged page keeps what both had, and both first touches, the earlier one first', () => {
  const notebook = twoPages()
  merge(notebook, OLD, NEW, { city: 'loser', stage: 'loser' })
  const { customer, records } = pageOf(notebook, OLD)
  expect({ ...customer, rev: 0, createdAt: 0, updatedAt: 0 }).toEqual({
    id: OLD,
    schema: SCHEMA_VERSION,
    rev: 0,
    createdAt: 0,
    updatedAt: 0,
    origin: 'person',
    name: 'Nordlund Hem AB',
    otherNames: ['Nordlund'],
    city: 'Malmö',
    website: 'nordlund.example',
    handles: [
      { kind: 'phone', value: '+46855501001', entered: '08 555 010 01' },
      { kind: 'web', value: 'nordlundhem.example', entered: 'nordlundhem.example' },
    ],
    stage: 'quote',
    tags: ['bowls', 'matt'],
    sourceTouchpointId: EARLIER_FAIR,
    furtherSourceIds: [FAIR],
  })
  const people = records.filter(({ table }) => table === 'people').map(({ record }) => record)
  expect(people).toMatchObject([
    {
      id: ANNA,
      fullName: 'Anna Nordlund',
      otherNames: ['NORDLUND Anna'],
      title: 'Buyer',
      handles: [{ value: 'anna@nordlund.example' }, { value: '+46855501001' }],
    },
  ])
  const talks = records.filter(({ table }) => table === 'interactions').map(({ record }) => record)
  expect(talks.map(({ id, personIds }) => [id, personIds])).toEqual([
    [MET, [ANNA]],
    [BOWLS, [ANNA]],
  ])
})

test('the page that is gone says where it went', () => {
  const notebook = twoPages()
  merge(notebook, OLD, NEW)
  expect(notebook.get('customers', NEW)).toMatchObject({ mergedIntoId: OLD, deletedAt: notebook.now })
  expect(notebook.get('people', ANNA_AGAIN)).toMatchObject({ mergedIntoId: ANNA, deletedAt: notebook.now })
})

test('of two runs of one plan the one that began later pauses', () => {
  const notebook = twoPages()
  const run = { planId: testId(70) } as const
  const [first, second] = [testId(31), testId(32)]
  notebook.commit([
    createChange(
      'enrolments',
      { ...run, id: first, customerId: NEW, startsOn: '2026-10-01' },
      notebook.now + 1,
    ),
    createChange(
      'enrolments',
      { ...run, id: second, customerId: OLD, startsOn: '2026-10-09' },
      notebook.now + 1,
    ),
  ])
  const id = merge(notebook, OLD, NEW)
  expect(notebook.get('enrolments', first)?.pausedAt).toBeUndefined()
  expect(notebook.get('enrolments', second)).toMatchObject({ pausedReason: 'person' })
  unmerge(notebook, id)
  expect(notebook.get('enrolments', second)?.pausedAt).toBeUndefined()
})

test('taking apart asks about what was written since, a note together with its promises', () => {
  const notebook = twoPages()
  const id = merge(notebook, OLD, NEW)
  const at = notebook.now + 1
  const [note, promise, theirs, erik] = [testId(41), testId(42), testId(43), testId(44)]
  const written = { kind: 'note', direction: 'out', at } as const
  notebook.commit([
    createChange('interactions', { ...written, id: note, customerId: OLD, personIds: [ANNA] }, at),
    createChange(
      'promises',
      { id: promise, customerId: OLD, by: 'us', text: 'photos', dueOn: '2026-12-01', interactionId: note },
      at,
    ),
    createChange('interactions', { ...written, id: theirs, customerId: OLD, personIds: [] }, at + 1),
    createChange('people', { id: erik, customerId: OLD, fullName: 'Erik', handles: [] }, at + 2),
  ])
  const known = required(notebook.get('merges', id))
  const asked = laterRecords(known, laterMerges(notebook, known), pageOf(notebook, OLD).records)
  expect(
    asked.map(({ table, record, along, belongsTo }) => [
      table,
      record.id,
      along.map((each) => each.record.id),
      belongsTo,
    ]),
  ).toEqual([
    ['interactions', note, [promise], 'winner'],
    ['interactions', theirs, [], 'winner'],
    ['people', erik, [], 'winner'],
  ])
})

test('what is given to the page that comes back names its own person, and nobody who stays', () => {
  const notebook = twoPages()
  const id = merge(notebook, OLD, NEW)
  const at = notebook.now + 1
  const [note, erik] = [testId(41), testId(44)]
  notebook.commit([
    createChange('people', { id: erik, customerId: OLD, fullName: 'Erik', handles: [] }, at),
    createChange(
      'interactions',
      { id: note, customerId: OLD, personIds: [ANNA, erik], kind: 'call', direction: 'both', at },
      at,
    ),
  ])
  unmerge(notebook, id, [note])
  expect(notebook.get('interactions', note)).toMatchObject({ customerId: NEW, personIds: [ANNA_AGAIN] })
  expect(notebook.get('people', erik)).toMatchObject({ customerId: OLD })
})

test('a field that was edited since stays with the page that it was edited on', () => {
  const notebook = twoPages()
  const id = merge(notebook, OLD, NEW, { city: 'loser', stage: 'loser' })
  const page = required(notebook.get('customers', OLD))
  notebook.commit([
    {
      table: 'customers',
      id: OLD,
      before: { city: 'Malmö' },
      after: { ...page, city: 'Lund', rev: page.rev + 1 },
    },
  ])
  unmerge(notebook, id)
  expect(notebook.get('customers', OLD)).toMatchObject({ city: 'Lund', stage: 'lead' })
  expect(notebook.get('customers', NEW)).toMatchObject({ city: 'Malmö', stage: 'quote' })
})
