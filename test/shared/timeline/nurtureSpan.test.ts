import { describe, expect, test } from 'vitest'
import type { PlannedTouch } from '../../../shared/nurture/scheduler'
import type { Plan } from '../../../shared/records/nurture'
import {
  lanesByCustomer,
  lanesByPlan,
  loadOf,
  marksOf,
  monthStarts,
  type SpanSources,
  spanAround,
  spanDays,
} from '../../../shared/timeline/nurtureSpan'

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
  intent: 'ask',
  status: 'planned',
  planId: 'plan',
  ...more,
})
const none: SpanSources = { planned: [], done: [], talks: [], promises: [] }
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
