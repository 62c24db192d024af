import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sideHere, sideThere } from '../../../shared/holidays/holidayCalendar'
import { type TouchCalendar, whyNot } from '../../../shared/nurture/fineDay'
import { FAIR_WELCOME } from '../../../shared/nurture/plans/fairWelcome'
import { plannedTouches, type ScheduleInput } from '../../../shared/nurture/scheduler'
import {
  type Enrolment,
  type Plan,
  type PlanStep,
  planSchema,
  type Touch,
} from '../../../shared/records/nurture'
import { addDays, compareDays, dayOfNumber, weekday } from '../../../shared/time/calendarDay'

const base = { schema: 1, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' as const }
const plan: Plan = { ...base, id: '018e1eca-f000-717e-be5b-d06f91ee6455', ...FAIR_WELCOME }
const enrolment: Enrolment = {
  ...base,
  id: 'e1',
  planId: plan.id,
  customerId: 'c1',
  personId: 'p1',
  startsOn: '2027-04-15',
  promiseId: 'pr1',
}
const weekdays = [1, 2, 3, 4, 5]
const input: ScheduleInput = {
  plan,
  enrolment,
  touches: [],
  calendar: { workingDays: weekdays, customerCountry: 'SE' },
  from: '2027-04-15',
  to: '2027-07-10',
  today: '2027-04-22',
}
/** The calendar with some holidays there. */
const off = (calendar: TouchCalendar, days: readonly string[]): TouchCalendar => ({
  ...calendar,
  sides: {
    there: sideThere(calendar.customerCountry, undefined, {
      overrides: days.map((on) => ({ country: calendar.customerCountry ?? '', on, kind: 'holiday' })),
    }),
    here: sideHere(undefined, undefined),
  },
})
const did = (stepKey: string, action: Touch['action'], on: string, more: Partial<Touch> = {}): Touch => ({
  ...base,
  id: `t-${stepKey}-${action}`,
  enrolmentId: 'e1',
  customerId: 'c1',
  stepKey,
  occurrence: 0,
  action,
  on,
  ...more,
})
const short = (touches: ReturnType<typeof plannedTouches>) =>
  touches.map((touch) => [touch.key, touch.dueOn, touch.status, touch.movedFrom, touch.movedBecause])

test('the shipped plan is a valid plan', () => {
  expect(planSchema.safeParse(plan).success).toBe(true)
})

describe('a fair lead on the welcome plan', () => {
  test('gets thanks, the promised item, one piece, one question, then a letter a month', () => {
    expect(short(plannedTouches(input))).toEqual([
      ['e1/thanks/0', '2027-04-15', 'late', undefined, undefined],
      ['e1/promised/0', '2027-04-19', 'late', undefined, undefined],
      ['e1/valuePiece/0', '2027-04-22', 'due', undefined, undefined],
      ['e1/question/0', '2027-04-29', 'planned', undefined, undefined],
      ['e1/letter/0', '2027-05-03', 'planned', undefined, undefined],
      ['e1/letter/1', '2027-06-01', 'planned', undefined, undefined],
      ['e1/letter/2', '2027-07-01', 'planned', undefined, undefined],
    ])
    expect(plannedTouches(input)[2]).toEqual({
      key: 'e1/valuePiece/0',
      enrolmentId: 'e1',
      customerId: 'c1',
      personId: 'p1',
      stepKey: 'valuePiece',
      occurrence: 0,
      dueOn: '2027-04-22',
      startsOn: '2027-04-15',
      timing: { unit: 'days', count: 7 },
      intent: 'value',
      templateKey: 'letter.valuePiece',
      status: 'due',
    })
  })

  test('is not reminded of a promise that nobody made', () => {
    const { promiseId: _, ...without } = enrolment
    expect(plannedTouches({ ...input, enrolment: without }).map((touch) => touch.stepKey)).not.toContain(
      'promised',
    )
  })

  test('is not written to on a Friday in Israel, nor on our own Sunday', () => {
    const friday = { ...enrolment, startsOn: '2027-04-16' }
    const touches = plannedTouches({
      ...input,
      enrolment: friday,
      calendar: { workingDays: weekdays, customerCountry: 'IL' },
    })
    expect(short(touches).slice(0, 3)).toEqual([
      ['e1/thanks/0', '2027-04-19', 'late', '2027-04-16', 'weekendThere'],
      ['e1/promised/0', '2027-04-20', 'late', undefined, undefined],
      ['e1/valuePiece/0', '2027-04-26', 'planned', '2027-04-23', 'weekendThere'],
    ])
  })

  test('waits for the end of a holiday, and says so', () => {
    const touches = plannedTouches({ ...input, calendar: off(input.calendar, ['2027-04-22', '2027-04-23']) })
    expect(short(touches)[2]).toEqual(['e1/valuePiece/0', '2027-04-26', 'planned', '2027-04-22', 'holiday'])
  })

  test('keeps the year’s end in order', () => {
    const december = { ...enrolment, startsOn: '2027-12-17' }
    const touches = plannedTouches({
      ...input,
      enrolment: december,
      from: '2027-12-17',
      to: '2028-02-05',
      today: '2027-12-17',
    })
    expect(touches.map((touch) => touch.dueOn)).toEqual([
      '2027-12-17',
      '2027-12-21',
      '2027-12-24',
      '2027-12-31',
      '2028-01-03',
      '2028-02-01',
    ])
  })

  test('gets the first letter after the question even when the question slid into the next month', () => {
    // Day 14 is Saturday 31 July: the question moves to Monday 2 August, where the letter would have been.
    const july = { ...enrolment, startsOn: '2027-07-17' }
    const touches = plannedTouches({
      ...input,
      enrolment: july,
      from: '2027-07-17',
      to: '2027-09-03',
      today: '2027-07-17',
    })
    expect(short(touches).slice(3)).toEqual([
      ['e1/question/0', '2027-08-02', 'planned', '2027-07-31', 'weekendThere'],
      ['e1/letter/0', '2027-08-03', 'planned', undefined, undefined],
      ['e1/letter/1', '2027-09-01', 'planned', undefined, undefined],
    ])
  })
})

describe('what people did', () => {
  test('takes done and skipped touches off the list, and a logged talk counts as done', () => {
    const touches = plannedTouches({
      ...input,
      touches: [did('thanks', 'done', '2027-04-15'), did('promised', 'skipped', '2027-04-20')],
      interactions: [{ touchKey: 'e1/valuePiece/0' }, {}],
    })
    expect(touches[0]?.key).toBe('e1/question/0')
  })

  test('puts a moved touch on its new day, the last move last, weekend or not', () => {
    const touches = plannedTouches({
      ...input,
      touches: [
        did('question', 'moved', '2027-05-01', { id: 't2', createdAt: 5 }),
        did('question', 'moved', '2027-05-20', { id: 't1', createdAt: 4 }),
      ],
    })
    expect(short(touches).find(([key]) => key === 'e1/question/0')).toEqual([
      'e1/question/0',
      '2027-05-01',
      'planned',
      '2027-04-29',
      'person',
    ])
  })

  test('finds a touch that was pulled forward into the window', () => {
    const touches = plannedTouches({
      ...input,
      touches: [did('letter', 'moved', '2027-04-28', { occurrence: 2 })],
      from: '2027-04-28',
      to: '2027-04-28',
    })
    expect(short(touches)).toEqual([['e1/letter/2', '2027-04-28', 'planned', '2027-07-01', 'person']])
  })

  test('of somebody else changes nothing', () => {
    const other = did('thanks', 'done', '2027-04-15', { enrolmentId: 'e2' })
    expect(plannedTouches({ ...input, touches: [other] })).toEqual(plannedTouches(input))
  })

  test('stops the plan when it was paused or ended, or another version is asked for', () => {
    expect(plannedTouches({ ...input, enrolment: { ...enrolment, pausedAt: 5 } })).toEqual([])
    expect(plannedTouches({ ...input, enrolment: { ...enrolment, endedAt: 5 } })).toEqual([])
    expect(plannedTouches({ ...input, plan: { ...plan, id: 'other' } })).toEqual([])
  })
})

describe('whatever happens to calendars', () => {
  const days = fc.integer({ min: 20_000, max: 22_000 }).map(dayOfNumber)
  const calendar = fc
    .record({
      workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      customerCountry: fc.constantFrom('SE', 'IL', 'IR', 'NP', 'BN', undefined),
      holidays: fc.array(fc.integer({ min: 20_000, max: 22_400 }).map(dayOfNumber), { maxLength: 60 }),
    })
    .map(({ holidays, ...rest }) => (holidays.length === 0 ? rest : off(rest, holidays)))
  const plans: Plan[] = [
    plan,
    {
      ...plan,
      steps: plan.steps
        .map((step) => ({ ...step, timing: { unit: 'businessDays', count: 21 } as PlanStep['timing'] }))
        .concat(plan.steps.slice(-1).map((step) => ({ ...step, key: 'more' }))),
    },
  ]

  test('every key comes at most once, a moved touch lands on a day that suits both, and none is lost', () => {
    fc.assert(
      fc.property(days, calendar, calendar, fc.constantFrom(...plans), (startsOn, one, two, chosen) => {
        const wide = {
          ...input,
          plan: chosen,
          enrolment: { ...enrolment, startsOn },
          from: startsOn,
          to: addDays(startsOn, 300),
          today: startsOn,
        }
        const first = plannedTouches({ ...wide, calendar: one })
        const second = plannedTouches({ ...wide, calendar: two })
        for (const touches of [first, second]) {
          expect(new Set(touches.map((touch) => touch.key)).size).toBe(touches.length)
        }
        // Away from the window's end, the two calendars know the same touches by the same names.
        const early = (touches: typeof first) =>
          touches.filter((touch) => compareDays(touch.dueOn, addDays(startsOn, 200)) <= 0)
        const keys = new Set(second.map((touch) => touch.key))
        expect(early(first).filter((touch) => !keys.has(touch.key))).toEqual([])
        for (const touch of first) {
          if (touch.movedBecause !== undefined) expect(whyNot(touch.dueOn, one)).toBeUndefined()
        }
      }),
    )
  })

  test('what is done or skipped never comes back, and what was moved stays where it was put', () => {
    const actions = fc.array(
      fc.record({
        stepKey: fc.constantFrom('thanks', 'promised', 'valuePiece', 'question', 'letter'),
        occurrence: fc.integer({ min: 0, max: 4 }),
        action: fc.constantFrom('done' as const, 'moved' as const, 'skipped' as const),
        on: days,
        createdAt: fc.integer({ min: 1, max: 50 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(days, calendar, actions, (startsOn, chosen, list) => {
        const touches = list.map((one, place) =>
          did(one.stepKey, one.action, one.on, { ...one, id: `t${place}` }),
        )
        const wide = {
          ...input,
          enrolment: { ...enrolment, startsOn },
          from: '0001-01-01',
          to: '9999-01-01',
          today: startsOn,
        }
        const planned = plannedTouches({ ...wide, calendar: chosen, touches })
        for (const touch of planned) {
          const own = touches.filter((one) => `e1/${one.stepKey}/${one.occurrence}` === touch.key)
          expect(own.filter((one) => one.action !== 'moved')).toEqual([])
          const last = own.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).at(-1)
          if (last !== undefined) expect(touch.dueOn).toBe(last.on)
        }
        expect(new Set(planned.map((touch) => touch.key)).size).toBe(planned.length)
      }),
    )
  })

  test('no automatic day is a day off on either side while the two share one', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('SE', 'IL', 'SA', 'AE'), (startsOn, customerCountry) => {
        const touches = plannedTouches({
          ...input,
          calendar: { workingDays: weekdays, customerCountry },
          enrolment: { ...enrolment, startsOn },
          from: startsOn,
          to: addDays(startsOn, 400),
          today: startsOn,
        })
        expect(
          touches.filter((touch) => whyNot(touch.dueOn, { workingDays: weekdays, customerCountry })),
        ).toEqual([])
        const order = touches.map((touch) => touch.dueOn)
        expect(order).toEqual([...order].sort(compareDays))
        expect(touches.filter((touch) => weekday(touch.dueOn) > 5)).toEqual([])
      }),
    )
  })
})
