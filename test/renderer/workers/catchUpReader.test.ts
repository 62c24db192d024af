import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { enrol } from '#shared/nurture/enrol'
import { FAIR_WELCOME } from '#shared/nurture/plans/fairWelcome'
import { moveTouch } from '#shared/nurture/settleTouch'
import type { Attachment } from '#shared/records/attachment'
import type { PromiseRecord } from '#shared/records/promise'
import { currentRecord } from '../../../renderer/store/currentRecord'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { settledTouchKeys } from '../../../renderer/store/queries/nurture'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { NurtureReader } from '../../../renderer/workers/nurtureReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

/** Wednesday. */
const today = '2026-11-25'
const now = Date.UTC(2026, 10, 25, 12)
const DAY = 86_400_000
const PEOPLE = 9

let db: NotebookDatabase
let reader: NurtureReader
let seq = 0
let ids = 500

async function apply(...changes: readonly Change[]): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  await reader.follow(db, changes)
}

const newId = () => {
  ids += 1
  return testId(ids)
}

beforeEach(async () => {
  db = await newIndex()
  reader = new NurtureReader()
})

/** People met two weeks ago, each on the welcome plan since: nobody was written to. */
async function neglected(): Promise<void> {
  let plans: Parameters<typeof enrol>[2]['plans'] = []
  for (let number = 1; number <= PEOPLE; number += 1) {
    const customerId = testId(number)
    const made = enrol({ customerId, startsOn: '2026-11-11' }, FAIR_WELCOME, { at: now, plans, newId })
    const customer = {
      id: customerId,
      name: `customer ${number}`,
      handles: [],
      stage: 'lead' as const,
      tags: [],
      country: 'SE',
      grade: number === PEOPLE ? ('A' as const) : ('D' as const),
    }
    await apply(createChange('customers', customer, now), ...made)
    const plan = made.find(({ table }) => table === 'plans')
    if (plan !== undefined) plans = [plan.after as unknown as (typeof plans)[number]]
  }
}

test('what is late is spread by value and lateness; moved as proposed, nothing is late any more but today’s share', async () => {
  await neglected()
  const late = async () =>
    (await reader.today(db, { today, now })).rows.filter(
      ({ kind, lateness }) => kind === 'touch' && lateness > 1,
    )
  const before = (await late()).length
  expect(before).toBeGreaterThanOrEqual(PEOPLE)
  const answer = await reader.catchUp(db, { today, perDay: 2 })
  expect(answer.caughtUp).toHaveLength(before)
  expect(answer.caughtUp[0]?.touch.customerId).toBe(testId(PEOPLE))
  expect(await new NurtureReader().catchUp(db, { today, perDay: 2 })).toEqual(answer)
  const moves = answer.caughtUp.filter(({ to }) => to > today)
  await apply(...moves.flatMap(({ touch, to }) => moveTouch(touch, to, { at: now, today, newId })))
  expect(await late()).toHaveLength(before - moves.length)
  expect((await reader.catchUp(db, { today, perDay: 2 })).load.get(moves[0]?.to ?? '')).toBeGreaterThan(0)
})

test('the notebook’s capacity is what a day bears unless the person says otherwise', async () => {
  const settings = { id: testId(400), baseCurrency: 'USD', workingDays: [1, 2, 3, 4, 5], dayCapacity: 3 }
  await apply(createChange('settings', settings as Parameters<typeof createChange<'settings'>>[1], now))
  expect((await reader.catchUp(db, { today })).perDay).toBe(3)
  expect((await reader.catchUp(db, { today, perDay: 7 })).perDay).toBe(7)
})

test('a step that keeps an open promise waits for the promise, not for the plan', async () => {
  await neglected()
  const enrolmentId = (await reader.catchUp(db, { today })).caughtUp[0]?.touch.enrolmentId ?? ''
  const isListed = async () =>
    (await reader.catchUp(db, { today })).caughtUp.some(
      ({ touch }) => touch.enrolmentId === enrolmentId && touch.stepKey === 'promised',
    )
  const promise = createChange(
    'promises',
    { id: testId(401), customerId: testId(1), by: 'us', text: 'samples', dueOn: '2026-11-12' },
    now,
  )
  const enrolment = await currentRecord(db, 'enrolments', enrolmentId)
  if (enrolment === undefined) throw new Error('nobody is on a plan')
  const tied = updateChange('enrolments', enrolment, { promiseId: testId(401) }, now)
  await apply(promise, ...(tied === undefined ? [] : [tied]))
  expect(await isListed()).toBe(false)
  const kept = updateChange('promises', promise.after as unknown as PromiseRecord, { doneAt: now }, now)
  await apply(...(kept === undefined ? [] : [kept]))
  expect(await isListed()).toBe(true)
})

test('what was done or skipped is settled, what was moved is not', async () => {
  await neglected()
  const [first, second] = (await reader.catchUp(db, { today })).caughtUp
  if (first === undefined || second === undefined) throw new Error('nothing is late')
  const { enrolmentId, customerId, stepKey, occurrence } = first.touch
  await apply(
    createChange(
      'touches',
      { id: newId(), enrolmentId, customerId, stepKey, occurrence, action: 'done', on: today },
      now,
    ),
    ...moveTouch(second.touch, '2026-11-30', { at: now, today, newId }),
  )
  const keys = await settledTouchKeys(db, [enrolmentId, second.touch.enrolmentId])
  expect([...keys]).toEqual([first.touch.key])
})

test('a card is unread until its page says who and how to write, or the person says that it tells no more', async () => {
  const [customerId, personId, interactionId, photoId] = [testId(1), testId(2), testId(3), testId(4)]
  const photo = createChange(
    'attachments',
    {
      id: photoId,
      hash: 'ab'.repeat(32),
      mediaType: 'image/jpeg',
      sizeBytes: 9,
      purpose: 'card',
      customerId,
    },
    now,
  )
  await apply(
    createChange('customers', { id: customerId, name: '', handles: [], stage: 'lead', tags: [] }, now),
    photo,
    createChange(
      'interactions',
      {
        id: interactionId,
        customerId,
        personIds: [personId],
        kind: 'met',
        direction: 'both',
        at: now - DAY,
        attachmentIds: [photoId],
      },
      now,
    ),
  )
  const unread = async () =>
    (await reader.cardDebt(db, { today, now })).map((card) => [card.interactionId, card.unread])
  expect(await unread()).toEqual([[interactionId, ['company', 'person', 'address']]])
  const anna = { id: personId, customerId, fullName: 'Anna Nordlund', handles: [] }
  await apply(createChange('people', anna, now))
  expect(await unread()).toEqual([[interactionId, ['company', 'address']]])
  const noMore = updateChange('attachments', photo.after as unknown as Attachment, { purpose: 'photo' }, now)
  await apply(...(noMore === undefined ? [] : [noMore]))
  expect(await unread()).toEqual([])
})
