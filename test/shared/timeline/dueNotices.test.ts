import { expect, test } from 'vitest'
import type { Appointment } from '#shared/records/appointment'
import { dueNotices, type NoticeMoment, withNoticed } from '#shared/timeline/dueNotices'

const NOW = Date.UTC(2026, 10, 28, 9)
const MINUTE = 60_000

function appointment(id: string, minutesAhead: number): Appointment {
  return {
    id,
    schema: 1,
    rev: 1,
    createdAt: 0,
    updatedAt: 0,
    origin: 'person',
    kind: 'call',
    title: 'Call',
    startsAt: NOW + minutesAhead * MINUTE,
  }
}

function due(more: Partial<NoticeMoment>) {
  return dueNotices({
    appointments: [],
    toWrite: undefined,
    today: '2026-11-28',
    now: NOW,
    noticed: new Set(),
    ...more,
  }).map((notice) => [notice.kind, notice.key, notice.kind === 'look' ? notice.count : notice.minutes])
}

test('an appointment is said from ten minutes before to five after, the earliest first', () => {
  const appointments = [-6, -5, 0, 10, 11].map((minutes) => appointment(`a${minutes}`, minutes)).reverse()
  expect(due({ appointments })).toEqual([
    ['appointment', `appointment/a-5/${NOW - 5 * MINUTE}`, 0],
    ['appointment', `appointment/a0/${NOW}`, 0],
    ['appointment', `appointment/a10/${NOW + 10 * MINUTE}`, 10],
  ])
})

test('what was said is not said again, but another time of it is', () => {
  const noticed = new Set([`appointment/a/${NOW}`, 'look/2026-11-28'])
  expect(due({ appointments: [appointment('a', 0)], toWrite: 7, noticed })).toEqual([])
  expect(due({ appointments: [appointment('a', 3)], toWrite: 7, noticed })).toHaveLength(1)
})

test('the first look comes once a day, and not before it is known how much there is, nor for nothing', () => {
  expect(due({ toWrite: 7 })).toEqual([['look', 'look/2026-11-28', 7]])
  expect(due({ toWrite: undefined })).toEqual([])
  expect(due({ toWrite: 0 })).toEqual([])
  expect(due({ toWrite: 2, today: '2026-11-29', noticed: new Set(['look/2026-11-28']) })).toEqual([
    ['look', 'look/2026-11-29', 2],
  ])
})

test('the newest hundred keys are kept', () => {
  const keys = Array.from({ length: 100 }, (_, index) => `k${index}`)
  const kept = withNoticed(keys, ['new'])
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, 'k1', 'new'])
})
