import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sideHere, sideThere } from '../../../shared/holidays/holidayCalendar'
import { type TouchCalendar, whyNot } from '../../../shared/nurture/fineDay'
import { placeTouches, type SpacingRules } from '../../../shared/nurture/placeTouches'
import { planWithPassedOver, tellTouches } from '../../../shared/nurture/planTouches'
import type { PlanInput } from '../../../shared/nurture/slots'
import { addDays, dayOfNumber, daysBetween } from '../../../shared/time/calendarDay'
import { all, did, enrolmentOf, inputOf, letter, news, planOf, reachOver, step, welcome } from './planFixture'

describe('whatever is enrolled', () => {
  const startDays = fc.integer({ min: 20_700, max: 20_900 }).map(dayOfNumber)
  const once = planOf('once', [
    step('thanks', { unit: 'days', count: 4 }),
    step('piece', { unit: 'nextMonth' }),
  ])
  const plans = [welcome, letter, news, once, { ...letter, id: 'quiet', quietDays: 14 }]
  const notebook = fc.record({
    enrolments: fc.array(
      fc.record({
        plan: fc.constantFrom(...plans),
        startsOn: startDays,
        person: fc.integer({ min: 0, max: 3 }),
        isPromised: fc.boolean(),
        country: fc.constantFrom('SE', 'IL', 'SA', 'CN'),
        talks: fc.array(startDays, { maxLength: 2 }),
        did: fc.array(
          fc.record({
            stepKey: fc.constantFrom('thanks', 'letter', 'piece', 'question'),
            action: fc.constantFrom<'done' | 'skipped' | 'moved'>('done', 'skipped'),
            on: startDays,
          }),
          { maxLength: 2 },
        ),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    capDays: fc.integer({ min: 0, max: 12 }),
    capacity: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    closed: fc.array(fc.integer({ min: 20_700, max: 21_000 }).map(dayOfNumber), { maxLength: 20 }),
  })
  /** Each run plans up to eight enrolments over a year, several times. */
  const RUNS = { numRuns: 50 }
  type Notebook = typeof notebook extends fc.Arbitrary<infer T> ? T : never
  const inputsOf = ({ enrolments, closed }: Notebook): PlanInput[] => {
    const calendars = new Map<string, TouchCalendar>()
    const calendarOf = (country: string) => {
      const shutdowns = closed.map((day) => ({ name: '', from: day, to: day }))
      const sides = {
        there: sideThere(country, undefined),
        here: sideHere(undefined, undefined, { shutdowns }),
      }
      const calendar = calendars.get(country) ?? {
        workingDays: [1, 2, 3, 4, 5],
        customerCountry: country,
        sides,
      }
      calendars.set(country, calendar)
      return calendar
    }
    return enrolments.map(({ plan, startsOn, person, isPromised, country, talks, did: done }, place) => {
      const id = `e${place}`
      return inputOf(
        plan,
        enrolmentOf(id, plan, startsOn, {
          personId: `p${person}`,
          ...(isPromised ? { promiseId: 'pr' } : {}),
        }),
        {
          calendar: calendarOf(country),
          value: 1 + (place % 4),
          touches: done.map(({ stepKey, action, on }) => did(id, stepKey, action, on)),
          contacts: talks.map((on) => ({ on, byUs: true, isTalk: true })),
          reach: reachOver(
            ['email', place % 2 === 0 ? 'open' : 'closed'],
            ['whatsapp', place % 3 === 0 ? 'open' : 'closed'],
          ),
        },
      )
    })
  }
  const rulesOf = ({ capDays, capacity }: Notebook): SpacingRules => ({
    frequencyCapDays: capDays,
    dayCapacity: capacity,
  })
  // Everything that is drawn lies before today, as what happened does.
  const wide = { from: '2026-01-01', to: '2028-03-01', today: '2028-03-01' }

  test('no two touches of a person are nearer than the cap, to each other and to what we wrote before', () => {
    fc.assert(
      fc.property(notebook, (one) => {
        const inputs = inputsOf(one)
        const tooNear: string[] = []
        const touches = all(inputs, rulesOf(one), wide)
        for (const person of new Set(touches.map(({ personId }) => personId))) {
          const own = touches.filter(({ personId }) => personId === person).map(({ dueOn }) => dueOn)
          const written = inputs
            .filter(({ enrolment }) => enrolment.personId === person)
            .flatMap(({ contacts = [], touches: did }) => [
              ...contacts.map(({ on }) => on),
              ...did.filter(({ action }) => action === 'done').map(({ on }) => on),
            ])
          const last = written.sort().at(-1)
          const order = [...own].sort()
          for (const [place, on] of order.entries()) {
            const before = order[place - 1]
            if (before !== undefined && daysBetween(before, on) < one.capDays) tooNear.push(`${before} ${on}`)
            if (last !== undefined && one.capDays > 0 && daysBetween(last, on) < one.capDays)
              tooNear.push(`${last} ${on}`)
          }
        }
        expect(tooNear).toEqual([])
      }),
      RUNS,
    )
  })

  test('none stands on a weekend, a holiday or a shutdown, nor leaves over a closed way', () => {
    fc.assert(
      fc.property(notebook, (one) => {
        const inputs = inputsOf(one)
        const of = new Map(inputs.map((input) => [input.enrolment.id, input]))
        for (const touch of all(inputs, rulesOf(one), wide)) {
          const input = of.get(touch.enrolmentId)
          expect(input === undefined ? 'gone' : whyNot(touch.dueOn, input.calendar)).toBeUndefined()
          const isOpen = touch.carrier !== undefined && input?.reach?.followUp.get(touch.carrier) === 'open'
          expect(isOpen).toBe(touch.blocked === undefined)
          // The moves are one way from the plan's own day to the day.
          const way = touch.moves ?? []
          expect(way.at(-1)?.to ?? touch.dueOn).toBe(touch.dueOn)
          for (const [place, move] of way.entries())
            expect(move.from).toBe(way[place - 1]?.to ?? touch.movedFrom)
        }
      }),
      RUNS,
    )
  })

  test('no day holds more than its capacity, as long as nobody has waited too long', () => {
    fc.assert(
      fc.property(notebook, (one) => {
        const load = new Map<string, number>()
        const touches = all(
          inputsOf({ ...one, enrolments: one.enrolments.map((each) => ({ ...each, did: [] })) }),
          rulesOf(one),
          wide,
        )
        for (const { dueOn, movedFrom } of touches) {
          const waited = movedFrom === undefined ? 0 : daysBetween(movedFrom, dueOn)
          if (waited < 21) load.set(dueOn, (load.get(dueOn) ?? 0) + 1)
        }
        expect(Math.max(0, ...load.values())).toBeLessThanOrEqual(one.capacity ?? Number.POSITIVE_INFINITY)
      }),
      RUNS,
    )
  })

  test('the plan is the same in whatever order the enrolments come, and on whatever day it is made', () => {
    fc.assert(
      fc.property(notebook, fc.integer({ min: 0, max: 90 }), (one, later) => {
        const inputs = inputsOf(one)
        const placed = (touches: ReturnType<typeof all>) =>
          touches
            .map(({ key, dueOn, moves }) => ({ key, dueOn, moves }))
            .sort((a, b) => (a.key < b.key ? -1 : 1))
        const planned = placed(all(inputs, rulesOf(one), wide))
        expect(placed(all([...inputs].reverse(), rulesOf(one), wide))).toEqual(planned)
        const another = { ...wide, today: addDays(wide.today, later) }
        expect(placed(all(inputs, rulesOf(one), another))).toEqual(planned)
        expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length)
      }),
      RUNS,
    )
  })

  test('touches placed further ahead than is asked for stand where they would', () => {
    fc.assert(
      fc.property(notebook, fc.nat(300), fc.nat(120), fc.boolean(), (drawn, days, further, isMoved) => {
        const moved = drawn.enrolments.map((each) => ({
          ...each,
          did: each.did.map((one, at) => ({ ...one, action: at === 0 ? ('moved' as const) : one.action })),
        }))
        const one = { ...drawn, enrolments: isMoved ? moved : drawn.enrolments }
        const inputs = inputsOf(one)
        const near = { to: addDays('2026-01-01', days), today: wide.today }
        const placed = placeTouches(inputs, rulesOf(one), { ...near, to: addDays(near.to, further) })
        expect(tellTouches(placed, near, (input) => input)).toEqual(
          planWithPassedOver(inputs, rulesOf(one), near),
        )
      }),
      // What is rare shows only in many, and these windows are short.
      { numRuns: 1000 },
    )
  })

  test('doing the next touch takes it off and moves none of the others', () => {
    fc.assert(
      fc.property(notebook, fc.nat(), (one, pick) => {
        const inputs = inputsOf(one)
        const before = all(inputs, rulesOf(one), wide)
        // What comes first is done first, and after everything else that was done: time goes one way.
        const facts = inputs
          .flatMap(({ touches, contacts = [] }) => [...touches, ...contacts])
          .map(({ on }) => on)
        const firsts = before
          .filter(({ personId, dueOn, key }) =>
            before.every(
              (other) =>
                other.personId !== personId ||
                other.dueOn > dueOn ||
                (other.dueOn === dueOn && other.key >= key),
            ),
          )
          .filter(({ dueOn }) => facts.every((on) => on <= dueOn))
        const chosen = firsts[pick % Math.max(1, firsts.length)]
        if (chosen === undefined) return
        const done = did(chosen.enrolmentId, chosen.stepKey, 'done', chosen.dueOn, chosen.occurrence)
        const after = all(
          inputs.map((input) =>
            input.enrolment.id === chosen.enrolmentId
              ? { ...input, touches: [...input.touches, done] }
              : input,
          ),
          rulesOf(one),
          wide,
        )
        const dayOf = new Map(after.map(({ key, dueOn }) => [key, dueOn]))
        expect(dayOf.has(chosen.key)).toBe(false)
        for (const { key, dueOn } of before) {
          const now = dayOf.get(key)
          if (key !== chosen.key) expect([key, now]).toEqual([key, dueOn])
        }
      }),
      RUNS,
    )
  })
})
