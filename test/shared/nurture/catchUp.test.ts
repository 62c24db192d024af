import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CatchUpRoom, catchUp, type LateTouch } from '#shared/nurture/catchUp'
import { whyNot } from '#shared/nurture/fineDay'
import { touchKey } from '#shared/nurture/plannedTouch'
import { addDays, daysBetween } from '#shared/time/calendarDay'

/** Wednesday. */
const TODAY = '2026-11-25'
const WEEKDAYS = { workingDays: [1, 2, 3, 4, 5] }

function late(person: string, dueOn: string, value = 1, stepKey = 'thanks'): LateTouch {
  const touch = {
    key: touchKey(`enrolment of ${person}`, stepKey, 0),
    enrolmentId: `enrolment of ${person}`,
    customerId: person,
    stepKey,
    occurrence: 0,
    dueOn,
    startsOn: '2026-04-01',
    timing: { unit: 'days' as const, count: 0 },
    intent: 'neutral' as const,
    status: 'late' as const,
  }
  return { touch, value, calendar: WEEKDAYS }
}

const room = (more: Partial<CatchUpRoom> = {}): CatchUpRoom => ({
  today: TODAY,
  perDay: 2,
  load: new Map(),
  capDays: 0,
  ...more,
})

const days = (found: ReturnType<typeof catchUp>) => found.map(({ touch, to }) => [touch.customerId, to])

test('what matters most and has waited longest comes first, and a weekend is nobody’s day', () => {
  const found = catchUp(
    [
      late('a little late', '2026-11-24'),
      late('very late', '2026-11-02'),
      late('dear', '2026-11-20', 5),
      late('fourth', '2026-11-23'),
      late('fifth', '2026-11-24'),
      late('sixth', '2026-11-24'),
      late('seventh', '2026-11-24'),
    ],
    room(),
  )
  expect(days(found)).toEqual([
    ['dear', '2026-11-25'],
    ['very late', '2026-11-25'],
    ['fourth', '2026-11-26'],
    ['a little late', '2026-11-26'],
    ['fifth', '2026-11-27'],
    ['seventh', '2026-11-27'],
    ['sixth', '2026-11-30'],
  ])
  expect(found[0]?.rank).toBe(30)
})

test('days that are full already are left as they are', () => {
  const load = new Map([
    ['2026-11-25', 2],
    ['2026-11-26', 1],
  ])
  const found = catchUp([late('a', '2026-11-20'), late('b', '2026-11-21')], room({ load }))
  expect(days(found)).toEqual([
    ['a', '2026-11-26'],
    ['b', '2026-11-27'],
  ])
})

test('nobody is written to twice on one day, and the cap keeps their letters apart', () => {
  const both = [late('a', '2026-11-02', 1, 'thanks'), late('a', '2026-11-09', 1, 'promised')]
  expect(days(catchUp(both, room()))).toEqual([
    ['a', '2026-11-25'],
    ['a', '2026-11-26'],
  ])
  expect(days(catchUp(both, room({ capDays: 7 })))).toEqual([
    ['a', '2026-11-25'],
    ['a', '2026-12-02'],
  ])
})

test('where we never work on their days, a touch is late rather than lost', () => {
  const never = { ...late('a', '2026-11-02'), calendar: { workingDays: [6, 7] } }
  expect(days(catchUp([never], room()))).toEqual([['a', TODAY]])
})

test('every touch has one fine day, from today on, in the order of rank, and no day is overfull', () => {
  const touches = fc.uniqueArray(
    fc.record({ person: fc.integer({ min: 0, max: 30 }), back: fc.integer({ min: 1, max: 60 }) }),
    { selector: ({ person, back }) => `${person}/${back}`, maxLength: 60 },
  )
  fc.assert(
    fc.property(
      touches,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 5 }),
      (some, perDay, capDays) => {
        const all = some.map(({ person, back }) =>
          late(`person ${person}`, addDays(TODAY, -back), 1 + (person % 4), `step ${back}`),
        )
        const found = catchUp(all, room({ perDay, capDays }))
        expect(found.map(({ touch }) => touch.key).sort()).toEqual(all.map(({ touch }) => touch.key).sort())
        const counted = new Map<string, number>()
        for (const [place, { to, rank }] of found.entries()) {
          expect(whyNot(to, WEEKDAYS)).toBeUndefined()
          expect(daysBetween(TODAY, to)).toBeGreaterThanOrEqual(0)
          expect(rank).toBeLessThanOrEqual(found[place - 1]?.rank ?? Number.POSITIVE_INFINITY)
          counted.set(to, (counted.get(to) ?? 0) + 1)
        }
        // Behind the quarter nothing is promised any more.
        const inTime = [...counted].filter(([day]) => daysBetween(TODAY, day) < 92)
        expect(inTime.filter(([, count]) => count > perDay)).toEqual([])
      },
    ),
  )
})
