import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { mergeChanges } from '#shared/merging/mergeChanges'
import { unmergeChanges } from '#shared/merging/unmergeChanges'
import { enrol } from '#shared/nurture/enrol'
import { FAIR_WELCOME } from '#shared/nurture/plans/fairWelcome'
import type { Customer } from '#shared/records/customer'
import type { Settings } from '#shared/records/settings'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { readPage, readUnmerge } from '../../../renderer/store/queries/mergePages'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { NurtureReader } from '../../../renderer/workers/nurtureReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

/** Wednesday. */
const today = '2026-11-25'
const now = Date.UTC(2026, 10, 25, 12)
const HOUR = 3_600_000
const [anna, fair] = [testId(1), testId(2)]

const customer = (id: string, more: object = {}): Change =>
  createChange(
    'customers',
    { id, name: `customer ${id}`, handles: [], stage: 'lead', tags: [], country: 'SE', ...more },
    now - 50 * HOUR,
  )
const order = (id: number, customerId: string, on: string, more: object = {}): Change =>
  createChange(
    'orders',
    {
      id: testId(id),
      customerId,
      on,
      currency: 'USD',
      lines: [],
      total: { minor: 99_900_00, currency: 'USD' },
      status: 'closed',
      milestones: [],
      ...more,
    },
    now,
  )
const met: Change = createChange(
  'interactions',
  {
    id: testId(3),
    customerId: anna,
    personIds: [],
    kind: 'met',
    direction: 'both',
    at: now - 26 * HOUR,
    touchpointId: fair,
  },
  now - 26 * HOUR,
)
const fairRecord: Change = createChange(
  'touchpoints',
  { id: fair, kind: 'fair', name: 'Tavola' },
  now - 99 * HOUR,
)

let db: NotebookDatabase
let reader: NurtureReader
let seq = 0

async function apply(...changes: readonly Change[]): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  await reader.follow(db, changes)
}

/** The list once every order is in; what was read bit by bit must be what a new reader reads. */
async function settledList() {
  const list = await listWithOrders(reader)
  expect(list).toEqual(await listWithOrders(new NurtureReader()))
  return list
}

async function listWithOrders(asked: NurtureReader) {
  for (;;) {
    const list = await asked.today(db, { today, now })
    if (list.ordersRead && list.holidaysRead) return list
    // Orders and holidays are read behind it, in turns of their own.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

beforeEach(async () => {
  db = await newIndex()
  reader = new NurtureReader()
  seq = 0
})

describe('the list of today', () => {
  test('follows a lead from its capture to the answer', async () => {
    const plan = enrol({ customerId: anna, startsOn: '2026-11-24', touchpointId: fair }, FAIR_WELCOME, {
      at: now - 26 * HOUR,
      plans: [],
      newId: () => testId(500 + seq++ * 3),
    })
    await apply(fairRecord, customer(anna, { grade: 'A' }), met, ...plan)
    const rows = (await settledList()).rows
    expect(rows.map((row) => [row.value, row.lateness, row.settles.touch?.stepKey])).toEqual([
      [4, 2, 'thanks'],
    ])

    const thanks = rows[0]?.settles.touch
    await apply(
      createChange(
        'interactions',
        { id: testId(4), customerId: anna, personIds: [], kind: 'message', direction: 'out', at: now },
        now,
      ),
      createChange(
        'touches',
        {
          id: testId(5),
          enrolmentId: thanks?.enrolmentId ?? '',
          customerId: anna,
          stepKey: 'thanks',
          occurrence: 0,
          action: 'done',
          on: today,
        },
        now,
      ),
    )
    expect(await settledList()).toMatchObject({ rows: [], doneToday: 1 })
  })

  test('keeps clear of a holiday there and of our own closed days, and says which they were', async () => {
    // Wednesday, the day of the list, is a closed day of ours; Thursday is Thanksgiving.
    const plan = enrol({ customerId: anna, startsOn: today }, FAIR_WELCOME, {
      at: now,
      plans: [],
      newId: () => testId(700 + seq++ * 3),
    })
    const shutdowns = [{ name: 'Inventory', from: today, to: today }]
    const settings = { id: testId(9), baseCurrency: 'USD', workingDays: [1, 2, 3, 4, 5], shutdowns }
    const made = createChange('settings', settings, now)
    await apply(customer(anna, { country: 'US' }), made, ...plan)
    expect((await settledList()).rows).toEqual([])
    const { touches } = await reader.touchesOf(db, { customerId: anna, today, daysAhead: 6 })
    expect(touches.map(({ stepKey, dueOn, moves }) => [stepKey, dueOn, moves])).toEqual([
      [
        'thanks',
        '2026-11-27',
        [
          {
            from: today,
            to: '2026-11-27',
            because: 'holiday',
            dayOff: { day: today, kind: 'ours', name: 'Inventory' },
          },
        ],
      ],
    ])
    const { daysOff } = await reader.span(db, { from: today, to: '2026-12-01', today, zone: 'UTC' })
    expect(daysOff.map(({ day, nameKey, name }) => [day, nameKey ?? name])).toEqual([
      [today, 'Inventory'],
      ['2026-11-26', 'thanksgiving'],
    ])
    // Opened again, the day is the plan's own.
    const opened = updateChange('settings', made.after as unknown as Settings, { shutdowns: [] }, now + 1)
    if (opened !== undefined) await apply(opened)
    expect((await settledList()).rows.map(({ settles }) => settles.touch?.stepKey)).toEqual(['thanks'])
  })

  test('says where nobody has data of holidays', async () => {
    await apply(customer(anna, { country: 'QA' }))
    expect(await reader.touchesOf(db, { customerId: anna, today, daysAhead: 6 })).toEqual({
      touches: [],
      withoutHolidays: 'QA',
    })
  })

  test('ranks by the grade as it is now, and forgets a customer who is deleted', async () => {
    await apply(
      customer(anna, { grade: 'D' }),
      createChange(
        'promises',
        { id: testId(6), customerId: anna, by: 'us', text: 'list', dueOn: '2026-11-24' },
        now,
      ),
    )
    expect((await settledList()).rows[0]?.rank).toBe(2)
    const before = (await db.rows('customers').get(anna))?.body as unknown as Customer
    const better = updateChange('customers', before, { grade: 'A' }, now)
    if (better !== undefined) await apply(better)
    expect((await settledList()).rows[0]?.rank).toBe(8)
    await apply({ table: 'customers', id: anna, after: { ...before, rev: 3, deletedAt: now } as never })
    expect((await settledList()).rows).toEqual([])
  })

  test('knows who is late from their orders, cancelled ones aside, and an order of today ends it', async () => {
    const days = ['2026-05-10', '2026-07-09', '2026-09-09']
    await apply(
      customer(anna),
      ...days.map((day, place) => order(10 + place, anna, day)),
      order(20, anna, '2026-11-20', { status: 'cancelled' }),
    )
    // Value 1 + log10(1 + 299.7), lateness 1 + 15.
    const [row] = (await settledList()).rows
    expect([row?.kind, row?.value.toFixed(3), row?.lateness]).toEqual(['orderRhythm', '3.478', 16])
    await apply(order(30, anna, today))
    expect((await settledList()).rows).toEqual([])
  })

  test('follows orders to the page that theirs was merged into, and back again', async () => {
    const again = testId(7)
    const days = ['2026-05-10', '2026-07-09', '2026-09-09']
    await apply(customer(anna), customer(again), ...days.map((day, place) => order(10 + place, again, day)))
    expect((await settledList()).rows.map((row) => row.customerId)).toEqual([again])
    const pages = await Promise.all([readPage(db, anna), readPage(db, again)])
    const [winner, loser] = pages
    if (winner === undefined || loser === undefined) throw new Error('no page')
    const merged = mergeChanges({ id: testId(40), winner, loser, choices: {}, people: [], plans: [] }, now)
    if (!merged.ok) throw new Error(merged.error.code)
    await apply(...merged.value)
    expect((await settledList()).rows.map((row) => row.customerId)).toEqual([anna])
    const read = await readUnmerge(db, testId(40))
    const apart = read && unmergeChanges({ ...read.request, given: [] }, now)
    if (apart?.ok !== true) throw new Error('not taken apart')
    await apply(...apart.value)
    expect((await settledList()).rows.map((row) => row.customerId)).toEqual([again])
  })

  test('offers tonight the thank-yous that the weekend has put off', async () => {
    const saturday = '2026-11-28'
    const plan = enrol({ customerId: anna, startsOn: saturday }, FAIR_WELCOME, {
      at: now,
      plans: [],
      newId: () => testId(600 + seq++),
    })
    await apply(customer(anna), ...plan)
    const list = await reader.today(db, { today: saturday, now: now + 72 * HOUR })
    expect(list.rows).toEqual([])
    expect(list.early.map((touch) => [touch.stepKey, touch.movedFrom, touch.dueOn])).toEqual([
      ['thanks', '2026-11-28', '2026-11-30'],
    ])
  })
})

test('the span of all customers holds what happened and what is planned', async () => {
  const plan = enrol({ customerId: anna, startsOn: today }, FAIR_WELCOME, {
    at: now,
    plans: [],
    newId: () => testId(700 + seq++),
  })
  await apply(fairRecord, customer(anna), met, ...plan)
  const { marks, plans } = await reader.span(db, { from: '2026-11-16', to: '2026-12-20', today, zone: 'UTC' })
  expect(plans).toHaveLength(1)
  expect(marks.map(({ row, day, kind }) => [row, day, kind])).toEqual([
    ['thanks', '2026-11-25', 'planned'],
    ['valuePiece', '2026-12-02', 'planned'],
    ['question', '2026-12-09', 'planned'],
    ['them', '2026-11-24', 'heard'],
  ])
})
