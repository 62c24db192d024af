import { describe, expect, test } from 'vitest'
import type { PlannedTouch } from '../../../shared/nurture/scheduler'
import type { Plan } from '../../../shared/records/nurture'
import {
  loadOf,
  marksOf,
  monthStarts,
  type SpanSources,
  spanAround,
  spanDays,
} from '../../../shared/timeline/nurtureSpan'
import { lanesByCarrier, lanesByCustomer, lanesByPlan } from '../../../shared/timeline/spanLanes'

/** Wednesday. */
const today = '2026-11-25'
const span = { from: '2026-11-16', to: '2026-12-20' }
const planned = (more: Partial<PlannedTouch>): PlannedTouch & { planId: string } => ({
  key: 'e1/question/0',
  enrolmentId: 'e1',
  customerId: 'anna',
  stepKey: 'question',
  occurrence: 0,
  dueOn: '2026-12-02',
  startsOn: '2026-11-16',
  timing: { unit: 'days', count: 16 },
  intent: 'ask',
  status: 'planned',
  planId: 'plan',
  ...more,
})
const none: SpanSources = {
  planned: [],
  done: [],
  talks: [],
  promises: [],
  appointments: [],
  engagements: [],
}
const short = (sources: Partial<SpanSources>) =>
  marksOf({ ...none, ...sources }, span, today, 'UTC').map(({ lane, row, day, kind }) => [
    lane,
    row,
    day,
    kind,
  ])

test('spans are whole weeks from a Monday on, and turn like pages', () => {
  expect(spanAround(today, 'week', 0)).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  expect(spanAround(today, 'month', 0)).toEqual({ from: '2026-11-16', to: '2026-12-20' })
  expect(spanAround(today, 'quarter', 0)).toEqual({ from: '2026-10-26', to: '2027-01-24' })
  expect(spanAround(today, 'week', -1)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(spanDays(span)).toHaveLength(35)
  expect(monthStarts(span)).toEqual(['2026-11-16', '2026-12-01'])
})

describe('marks', () => {
  test('stand planned right of today and late left of it; a day that a person left stays visible', () => {
    expect(
      short({
        planned: [
          planned({}),
          planned({ dueOn: '2026-11-20', status: 'late' }),
          planned({ dueOn: '2026-12-08', movedFrom: '2026-12-01', movedBecause: 'person' }),
          planned({ dueOn: '2026-12-07', movedFrom: '2026-12-05', movedBecause: 'weekendThere' }),
          planned({ dueOn: '2027-03-01' }),
        ],
      }),
    ).toEqual([
      ['plan', 'question', '2026-12-02', 'planned'],
      ['plan', 'question', '2026-11-20', 'late'],
      ['plan', 'question', '2026-12-08', 'planned'],
      ['plan', 'question', '2026-12-01', 'movedFrom'],
      ['plan', 'question', '2026-12-07', 'planned'],
    ])
  })

  test('tell who spoke, and no touch twice', () => {
    const talk = { id: 't', customerId: 'anna', kind: 'message' as const, at: Date.UTC(2026, 10, 20, 12) }
    expect(
      short({
        talks: [
          { ...talk, direction: 'in' },
          { ...talk, direction: 'out' },
          { ...talk, direction: 'out', touchKey: 'e1/thanks/0' },
          { ...talk, direction: 'both', kind: 'note' },
          { ...talk, direction: 'both', kind: 'call', day: '2026-11-18' },
        ],
        done: [
          {
            id: 'd',
            customerId: 'anna',
            stepKey: 'thanks',
            on: '2026-11-20',
            action: 'done',
            planId: 'plan',
          },
          {
            id: 's',
            customerId: 'anna',
            stepKey: 'letter',
            on: '2026-11-20',
            action: 'skipped',
            planId: 'plan',
          },
        ],
      }),
    ).toEqual([
      ['plan', 'thanks', '2026-11-20', 'done'],
      ['talks', 'them', '2026-11-20', 'heard'],
      ['talks', 'us', '2026-11-20', 'done'],
      ['talks', 'them', '2026-11-18', 'heard'],
    ])
  })
})

describe('lanes', () => {
  const marks = marksOf(
    {
      ...none,
      planned: [
        planned({}),
        planned({ key: 'e2/question/0', customerId: 'bo' }),
        planned({ key: 'e2/thanks/0', customerId: 'bo', stepKey: 'thanks', dueOn: today, status: 'due' }),
      ],
      promises: [
        { id: 'p1', customerId: 'cy', by: 'us', dueOn: '2026-12-02' },
        { id: 'p2', customerId: 'cy', by: 'them', dueOn: '2026-12-02' },
      ],
    },
    span,
    today,
    'UTC',
  )
  const plan = { id: 'plan', steps: [{ key: 'thanks' }, { key: 'question' }] } as unknown as Plan

  test('by plan: its steps in order, many touches of a day in one cell; empty lanes are left out', () => {
    expect(
      lanesByPlan(marks, [plan]).map(({ id, customers, rows }) => [
        id,
        customers,
        rows.map(({ key, cells }) => [key, cells.map((cell) => [cell.day, cell.kind, cell.marks.length])]),
      ]),
    ).toEqual([
      [
        'plan',
        2,
        [
          ['thanks', [['2026-11-25', 'planned', 1]]],
          ['question', [['2026-12-02', 'planned', 2]]],
        ],
      ],
      [
        'promises',
        1,
        [
          ['us', [['2026-12-02', 'planned', 1]]],
          ['them', [['2026-12-02', 'planned', 1]]],
        ],
      ],
    ])
  })

  test('by customer: whoever is next stands first', () => {
    expect(lanesByCustomer(marks).map(({ id }) => id)).toEqual(['bo', 'anna', 'cy'])
  })

  test('the load counts what is ours to do', () => {
    expect([...loadOf(marks)].sort()).toEqual([
      ['2026-11-25', 1],
      ['2026-12-02', 3],
    ])
  })
})

test('agreed times stand in a lane of their own until they took place, what they opened in another', () => {
  const at = (day: number) => Date.UTC(2026, 10, day, 9)
  expect(
    short({
      appointments: [
        { id: 'a1', customerId: 'anna', startsAt: at(24) },
        { id: 'a2', customerId: 'anna', startsAt: at(26) },
        { id: 'a3', startsAt: at(26) },
      ],
      engagements: [
        { id: 'g1', customerId: 'anna', at: at(20) },
        { id: 'g2', customerId: 'anna', at: at(20), day: '2026-11-21' },
      ],
    }),
  ).toEqual([
    ['appointments', 'agreed', '2026-11-24', 'late'],
    ['appointments', 'agreed', '2026-11-26', 'planned'],
    ['engagements', 'them', '2026-11-20', 'heard'],
    ['engagements', 'them', '2026-11-21', 'heard'],
  ])
})

test('lanes by carrier: the fullest first, what has none last; rows are plans and own lanes in their order', () => {
  const plan = { id: 'plan', steps: [] } as unknown as Plan
  const talk = (id: string, carrier?: 'email' | 'whatsapp') => ({
    id,
    customerId: id,
    kind: 'message' as const,
    direction: 'in' as const,
    at: Date.UTC(2026, 10, 20),
    carrier,
  })
  const marks = marksOf(
    {
      ...none,
      planned: [
        { ...planned({ key: 'e1/a/0' }), by: 'whatsapp' },
        { ...planned({ key: 'e2/a/0', carrier: 'email' }), by: 'whatsapp' },
      ],
      talks: [talk('t1', 'email'), talk('t2', 'email'), talk('t3')],
      promises: [{ id: 'p1', customerId: 'anna', by: 'us', dueOn: '2026-12-01' }],
    },
    span,
    today,
    'UTC',
  )
  expect(lanesByCarrier(marks, [plan]).map(({ id, rows }) => [id, ...rows.map(({ key }) => key)])).toEqual([
    ['email', 'plan', 'talks'],
    ['whatsapp', 'plan'],
    ['none', 'promises', 'talks'],
  ])
})
