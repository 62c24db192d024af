import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { readCarriers } from '../../../renderer/workers/carrierReader'
import { FactsReader } from '../../../renderer/workers/factsReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

const MAY = Date.UTC(2027, 4, 1, 10)
const REQUEST = { today: '2027-12-31', zone: 'UTC' }
const [letter, canton, anna, bo] = [testId(1), testId(2), testId(3), testId(4)]

let db: NotebookDatabase
let seq: number

beforeEach(async () => {
  db = await newIndex()
  seq = 0
})

const newReader = () => new FactsReader(async () => {})

async function apply(reader: FactsReader, ...changes: Change[]): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  await reader.follow(db, changes)
}

const customer = (id: string) =>
  createChange('customers', { id, name: id, handles: [], stage: 'lead', tags: [] }, MAY)
const meeting = (number: number, customerId: string) =>
  createChange(
    'interactions',
    {
      id: testId(number),
      customerId,
      personIds: [],
      kind: 'met',
      direction: 'both',
      at: MAY,
      touchpointId: canton,
    },
    MAY,
  )
const membership = createChange(
  'memberships',
  { id: testId(20), carrierId: letter, customerId: anna, joinedAt: MAY, touchpointId: canton },
  MAY,
)
const yes = createChange(
  'consents',
  {
    id: testId(21),
    customerId: anna,
    carrier: 'email',
    purpose: 'newsletter',
    state: 'given',
    at: MAY,
    wording: 'Yes?',
  },
  MAY,
)
const asIs = <T extends TableName>(change: Change) => change.after as unknown as RecordOf<T>

test('what is followed equals what is read anew, step by step', async () => {
  const reader = newReader()
  await apply(
    reader,
    createChange('carriers', { id: letter, name: 'Letter', kind: 'emailList', handleKind: 'email' }, MAY),
    createChange('touchpoints', { id: canton, kind: 'fair', name: 'Canton' }, MAY),
    customer(anna),
    customer(bo),
    meeting(10, anna),
    meeting(11, bo),
  )
  const steps: (Change | undefined)[] = [
    membership,
    yes,
    updateChange('memberships', asIs<'memberships'>(membership), { leftAt: MAY + 86_400_000 }, MAY),
    createChange('memberships', { id: testId(22), carrierId: letter, customerId: bo, joinedAt: MAY }, MAY),
  ]
  expect((await readCarriers(db, reader, REQUEST)).touchpoints).toMatchObject([{ met: 2, joined: 0 }])
  for (const step of steps) {
    if (step === undefined) continue
    await apply(reader, step)
    expect(await readCarriers(db, reader, REQUEST)).toEqual(await readCarriers(db, newReader(), REQUEST))
  }
})

test('a yes makes the reach, and a carrier that needs none makes it without', async () => {
  const reader = newReader()
  const carrier = createChange(
    'carriers',
    { id: letter, name: 'Letter', kind: 'site', handleKind: 'email' },
    MAY,
  )
  await apply(reader, carrier, customer(anna), membership)
  expect((await readCarriers(db, reader, REQUEST)).reach.get(letter)).toMatchObject({
    members: 1,
    reached: 0,
  })
  const open = updateChange('carriers', asIs<'carriers'>(carrier), { handleKind: undefined }, MAY + 1)
  await apply(reader, ...(open === undefined ? [] : [open]))
  expect((await readCarriers(db, reader, REQUEST)).reach.get(letter)).toMatchObject({
    members: 1,
    reached: 1,
  })
})

test('two who ask at once are answered alike', async () => {
  const reader = newReader()
  await apply(reader, customer(anna), membership)
  const [first, second] = await Promise.all([
    readCarriers(db, reader, REQUEST),
    readCarriers(db, reader, REQUEST),
  ])
  expect(first).toEqual(second)
  expect(first.reach.size).toBe(1)
})
