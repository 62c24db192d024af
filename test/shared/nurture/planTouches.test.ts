import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countryHolidays } from '../../../shared/holidays/countryHolidays'
import { type DayOverride, sideHere, sideThere } from '../../../shared/holidays/holidayCalendar'
import { type TouchCalendar, whyNot } from '../../../shared/nurture/fineDay'
import { FAIR_WELCOME } from '../../../shared/nurture/plans/fairWelcome'
import { planTouches, type SpacingRules } from '../../../shared/nurture/planTouches'
import type { PlanInput } from '../../../shared/nurture/slots'
import type { Enrolment, Plan, PlanStep, Touch } from '../../../shared/records/nurture'
import { addDays, dayOfNumber, daysBetween } from '../../../shared/time/calendarDay'

const base = { schema: 2, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' as const }
const welcome: Plan = { ...base, id: 'welcome', ...FAIR_WELCOME }
const step = (key: string, timing: PlanStep['timing'], more: Partial<PlanStep> = {}): PlanStep => ({
  key,
  timing,
  intent: 'value',
  ...more,
})
const planOf = (id: string, steps: PlanStep[], more: Partial<Plan> = {}): Plan => ({
  ...base,
  id,
  planKey: id,
  version: 1,
  steps,
  ...more,
})
const enrolmentOf = (id: string, plan: Plan, startsOn: string, more: Partial<Enrolment> = {}): Enrolment => ({
  ...base,
  id,
  planId: plan.id,
  customerId: 'c1',
  personId: 'p1',
  startsOn,
  ...more,
})
const did = (
  enrolmentId: string,
  stepKey: string,
  action: Touch['action'],
  on: string,
  occurrence = 0,
): Touch => ({
  ...base,
  id: `${enrolmentId}/${stepKey}/${occurrence}/${action}`,
  enrolmentId,
  customerId: 'c1',
  stepKey,
  occurrence,
  action,
  on,
})
const plain: TouchCalendar = { workingDays: [1, 2, 3, 4, 5], customerCountry: 'SE' }
const inputOf = (plan: Plan, enrolment: Enrolment, more: Partial<PlanInput> = {}): PlanInput => ({
  plan,
  enrolment,
  touches: [],
  calendar: plain,
  ...more,
})
const window = { from: '2027-01-01', to: '2027-12-31', today: '2027-04-01' }
const all = (inputs: readonly PlanInput[], rules: SpacingRules = {}, within = window) =>
  [...planTouches(inputs, rules, within).values()].flat()
const days = (inputs: readonly PlanInput[], rules: SpacingRules = {}, within = window) =>
  all(inputs, rules, within)
    .map(({ key, dueOn, moves = [] }) => [key, dueOn, moves.map(({ because }) => because).join()])
    .sort()
const letter = planOf('letter', [step('letter', { unit: 'monthly' })])
const news = planOf('news', [step('piece', { unit: 'days', count: 0 })])

describe('holidays', () => {
  const china = countryHolidays(
    'CN',
    { fromYear: 2026, toYear: 2026 },
    () => {
      throw new Error('a decreed year needs no library')
    },
    'test',
  )
  const overrides: DayOverride[] = [{ country: 'CN', on: '2026-10-08', kind: 'holiday', name: 'Own day' }]
  const calendar: TouchCalendar = {
    workingDays: [1, 2, 3, 4, 5],
    customerCountry: 'CN',
    sides: { there: sideThere('CN', china, { overrides }), here: sideHere(undefined, undefined) },
  }

  test('move a touch behind Golden Week and the person’s own day, and say which holiday it was', () => {
    const golden = enrolmentOf('e', news, '2026-10-01')
    const [touch] = all([inputOf(news, golden, { calendar })], {}, { ...window, from: '2026-01-01' })
    expect(touch).toMatchObject({ dueOn: '2026-10-09', movedFrom: '2026-10-01', movedBecause: 'holiday' })
    expect(touch?.moves).toEqual([
      {
        from: '2026-10-01',
        to: '2026-10-09',
        because: 'holiday',
        dayOff: {
          day: '2026-10-01',
          kind: 'public',
          country: 'CN',
          name: 'National Day',
          nameKey: 'nationalDay',
        },
      },
    ])
  })

  test('a worked Saturday is a business day for those who write on Saturdays', () => {
    // 2026-10-10 makes up for Golden Week.
    const saturday = enrolmentOf('e', news, '2026-10-10')
    const within = { ...window, from: '2026-01-01' }
    const ours = { ...calendar, workingDays: [1, 2, 3, 4, 5, 6] }
    expect(days([inputOf(news, saturday, { calendar: ours })], {}, within)).toEqual([
      ['e/piece/0', '2026-10-10', ''],
    ])
    expect(days([inputOf(news, saturday, { calendar })], {}, within)).toEqual([
      ['e/piece/0', '2026-10-12', 'weekendHere'],
    ])
  })

  test('our own shutdown counts over a working day made up for', () => {
    const shutdowns = [{ name: 'Inventory', from: '2026-10-09', to: '2026-10-11' }]
    const here = sideHere('CN', china, { shutdowns })
    const closed = { ...calendar, sides: { there: sideThere('SE', undefined), here }, customerCountry: 'SE' }
    const [touch] = all(
      [inputOf(news, enrolmentOf('e', news, '2026-10-09'), { calendar: closed })],
      {},
      {
        ...window,
        from: '2026-01-01',
      },
    )
    expect(touch?.moves).toEqual([
      {
        from: '2026-10-09',
        to: '2026-10-12',
        because: 'holiday',
        dayOff: { day: '2026-10-09', kind: 'ours', name: 'Inventory' },
      },
    ])
  })

  test('a shutdown that is mistyped backwards closes nothing', () => {
    expect(
      sideHere(undefined, undefined, { shutdowns: [{ name: '', from: '2027-02-01', to: '2026-02-01' }] })
        .daysOff.size,
    ).toBe(0)
  })
})

describe('steps that come again', () => {
  test('quarterly ones begin three months after the step before', () => {
    const plan = planOf('q', [
      step('start', { unit: 'days', count: 10 }),
      step('visit', { unit: 'quarterly' }),
    ])
    expect(days([inputOf(plan, enrolmentOf('e', plan, '2027-01-11'))])).toEqual([
      ['e/start/0', '2027-01-21', ''],
      ['e/visit/0', '2027-04-01', ''],
      ['e/visit/1', '2027-07-01', ''],
      ['e/visit/2', '2027-10-01', ''],
    ])
  })

  test('yearly ones stand so many days from their day, each year under its own number', () => {
    const plan = planOf('y', [
      step('cny', { unit: 'yearly', anchor: 'chineseNewYear', offsetDays: -21 }),
      step('year', { unit: 'yearly', anchor: 'newYear', offsetDays: -14 }),
      step('closed', { unit: 'yearly', anchor: 'shutdown', offsetDays: -10 }),
      step('national', { unit: 'yearly', anchor: 'nationalDay', offsetDays: -7 }),
    ])
    const shutdowns = [{ name: 'Summer', from: '2027-08-02', to: '2027-08-13' }]
    const calendar = {
      ...plain,
      sides: { there: sideThere('SE', undefined), here: sideHere('CN', undefined, { shutdowns }) },
    }
    const far = { from: '2026-01-01', to: '2028-12-31', today: '2027-01-01' }
    // The enrolment began after the notice of 2026: that year's number is left out, not given to another year.
    expect(days([inputOf(plan, enrolmentOf('e', plan, '2026-02-01'), { calendar })], {}, far)).toEqual([
      ['e/closed/1', '2027-07-23', ''],
      ['e/cny/1', '2027-01-18', 'weekendThere'],
      ['e/cny/2', '2028-01-05', ''],
      ['e/year/1', '2026-12-18', ''],
      ['e/year/2', '2027-12-20', 'weekendThere'],
      ['e/year/3', '2028-12-18', ''],
    ])
  })

  test('a plan that counts beyond all bounds is read as counting to them', () => {
    const plan = planOf('odd', [
      step('far', { unit: 'days', count: 1e9 }),
      step('back', { unit: 'days', count: -5 }),
      step('none', { unit: 'businessDays', count: Number.NaN }),
    ])
    const far = { from: '2027-01-01', to: '2030-01-01', today: '2027-04-01' }
    expect(days([inputOf(plan, enrolmentOf('e', plan, '2027-04-05'))], {}, far)).toEqual([
      ['e/back/0', '2027-04-05', ''],
      ['e/none/0', '2027-04-05', ''],
    ])
    const later = { ...far, today: '2028-12-31' }
    expect(days([inputOf(plan, enrolmentOf('e', plan, '2027-04-05'))], {}, later)).toContainEqual([
      'e/far/0',
      '2029-04-04',
      '',
    ])
  })
})

describe('the frequency cap', () => {
  const rules = { frequencyCapDays: 7 }

  test('moves the letter that comes every month behind the piece that comes once, and says what it waits for', () => {
    const inputs = [
      inputOf(letter, enrolmentOf('e1', letter, '2027-03-10')),
      inputOf(news, enrolmentOf('e2', news, '2027-04-05')),
    ]
    const touches = all(inputs, rules, { ...window, to: '2027-05-03' })
    expect(touches.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['e1/letter/0', '2027-04-12'],
      ['e1/letter/1', '2027-05-03'],
      ['e2/piece/0', '2027-04-05'],
    ])
    expect(touches[0]?.moves).toEqual([
      { from: '2027-04-01', to: '2027-04-12', because: 'cap', days: 7, on: '2027-04-05' },
    ])
  })

  test('counts what was really written, and not what was only heard', () => {
    const one = inputOf(news, enrolmentOf('e', news, '2027-04-05'))
    const wrote = { on: '2027-04-02', byUs: true, isTalk: true }
    expect(days([{ ...one, contacts: [wrote] }], rules)).toEqual([['e/piece/0', '2027-04-09', 'cap']])
    expect(days([{ ...one, contacts: [{ ...wrote, byUs: false }] }], rules)).toEqual([
      ['e/piece/0', '2027-04-05', ''],
    ])
  })

  test('leaves a touch where a person put it, and moves the others around it', () => {
    const inputs = [
      inputOf(letter, enrolmentOf('e1', letter, '2027-03-10'), {
        touches: [did('e1', 'letter', 'moved', '2027-04-08')],
      }),
      inputOf(news, enrolmentOf('e2', news, '2027-04-05')),
    ]
    expect(days(inputs, rules, { ...window, to: '2027-04-30' })).toEqual([
      ['e1/letter/0', '2027-04-08', 'person'],
      ['e2/piece/0', '2027-04-15', 'cap'],
    ])
  })

  test('keeps the order of one plan’s steps', () => {
    const enrolment = enrolmentOf('e', welcome, '2027-04-05', { promiseId: 'pr' })
    const keys = all([inputOf(welcome, enrolment)], { frequencyCapDays: 10 }).map(({ stepKey }) => stepKey)
    expect(keys.slice(0, 5)).toEqual(['thanks', 'promised', 'valuePiece', 'question', 'letter'])
  })
})

describe('quiet', () => {
  const quiet = { ...letter, quietDays: 20 }
  const input = inputOf(quiet, enrolmentOf('e', quiet, '2027-03-10'))
  const within = { ...window, to: '2027-05-31' }

  test('a real talk begins the count anew, for the letters behind it as well', () => {
    const talk = { on: '2027-03-29', byUs: false, isTalk: true }
    const [first, second] = all([{ ...input, contacts: [talk] }], {}, within)
    expect([first?.dueOn, first?.movedFrom]).toEqual(['2027-04-19', '2027-04-01'])
    expect(first?.moves).toEqual([
      { from: '2027-04-01', to: '2027-04-19', because: 'quiet', days: 20, on: '2027-03-29' },
    ])
    expect(second?.dueOn).toBe('2027-05-10')
  })

  test('a ticked task does not', () => {
    const ticked = { ...input, touches: [did('e', 'other', 'done', '2027-03-29')] }
    expect(days([ticked], {}, within)).toEqual(days([input], {}, within))
  })

  test('a plan that does not say so is left alone', () => {
    const talk = { on: '2027-03-29', byUs: false, isTalk: true }
    const calm = inputOf(letter, enrolmentOf('e', letter, '2027-03-10'), { contacts: [talk] })
    expect(days([calm], {}, within).map(([, on]) => on)).toEqual(['2027-04-01', '2027-05-03'])
  })
})

describe('the capacity of a day', () => {
  const many = (count: number, value: (place: number) => number) =>
    Array.from({ length: count }, (_, place) =>
      inputOf(news, enrolmentOf(`e${place}`, news, '2027-04-05', { personId: `p${place}` }), {
        value: value(place),
      }),
    )

  test('keeps those that are worth more, and spreads the others over the next days', () => {
    const planned = days(
      many(5, (place) => place + 1),
      { dayCapacity: 2 },
    )
    expect(planned).toEqual([
      ['e0/piece/0', '2027-04-07', 'capacity'],
      ['e1/piece/0', '2027-04-06', 'capacity'],
      ['e2/piece/0', '2027-04-06', 'capacity'],
      ['e3/piece/0', '2027-04-05', ''],
      ['e4/piece/0', '2027-04-05', ''],
    ])
  })

  test('whoever has waited long goes before one who is worth more', () => {
    const waiting = many(2, () => 2)
    const newer = inputOf(news, enrolmentOf('late', news, '2027-04-06', { personId: 'x' }), { value: 3 })
    expect(days([...waiting, newer], { dayCapacity: 1 })).toEqual([
      ['e0/piece/0', '2027-04-05', ''],
      ['e1/piece/0', '2027-04-06', 'capacity'],
      ['late/piece/0', '2027-04-07', 'capacity'],
    ])
  })

  test('a touch that was done keeps its room: nobody jumps forward', () => {
    const inputs = many(3, () => 1)
    const before = days(inputs, { dayCapacity: 1 })
    const done = inputs.map((input, place) =>
      place === 0 ? { ...input, touches: [did('e0', 'piece', 'done', '2027-04-01')] } : input,
    )
    expect(days(done, { dayCapacity: 1 })).toEqual(before.slice(1))
  })
})

describe('carriers', () => {
  const plan = planOf('mail', [
    step('piece', { unit: 'days', count: 0 }, { carriers: ['email', 'whatsapp'] }),
  ])
  const touchWith = (reach: [string, 'open' | 'closed'][]) =>
    all([
      inputOf(plan, enrolmentOf('e', plan, '2027-04-05'), {
        reach: new Map(reach as [NonNullable<PlanStep['carriers']>[number], 'open' | 'closed'][]),
      }),
    ])[0]

  test('the first open one that the step allows is taken, and the one it stands in for is named', () => {
    expect(touchWith([['email', 'open']])).toMatchObject({ carrier: 'email' })
    expect(
      touchWith([
        ['email', 'closed'],
        ['whatsapp', 'open'],
      ]),
    ).toMatchObject({
      carrier: 'whatsapp',
      insteadOf: 'email',
    })
  })

  test('without an open one the touch stands, is blocked, says why and what else is open', () => {
    const blocked = touchWith([
      ['email', 'closed'],
      ['wechat', 'open'],
    ])
    expect(blocked?.carrier).toBeUndefined()
    expect(blocked?.blocked).toEqual({ why: 'noConsent', wanted: 'email', alternatives: ['wechat'] })
    expect(blocked?.dueOn).toBe('2027-04-05')
    expect(touchWith([])?.blocked).toEqual({ why: 'noAddress', wanted: 'email', alternatives: [] })
  })
})

test('an ask waits until enough gifts stand before it, those that are planned among them', () => {
  const plan = planOf('ga', [
    step('gift', { unit: 'days', count: 0 }),
    step('ask', { unit: 'days', count: 7 }, { intent: 'ask' }),
  ])
  const ask = (giveAsk: PlanInput['giveAsk']) =>
    all([inputOf(plan, enrolmentOf('e', plan, '2027-04-05'), { giveAsk })])[1]?.blocked
  expect(ask({ gives: 2, asks: 0, ratio: 3 })).toBeUndefined()
  expect(ask({ gives: 1, asks: 0, ratio: 3 })).toEqual({ why: 'giveAsk', gives: 2, asks: 0, ratio: 3 })
  expect(ask(undefined)).toBeUndefined()
})

test('a clock that was put back a year loses nothing and doubles nothing', () => {
  const enrolment = enrolmentOf('e', welcome, '2027-04-05')
  const done = [did('e', 'thanks', 'done', '2027-04-05')]
  const input = inputOf(welcome, enrolment, { touches: done })
  const rules = { frequencyCapDays: 3, dayCapacity: 5 }
  const now = all([input], rules, { from: '2026-01-01', to: '2027-06-30', today: '2027-04-06' })
  const back = all([input], rules, { from: '2026-01-01', to: '2027-06-30', today: '2026-04-06' })
  expect(back.map(({ key, dueOn }) => [key, dueOn])).toEqual(now.map(({ key, dueOn }) => [key, dueOn]))
  expect(new Set(back.map(({ status }) => status))).toEqual(new Set(['planned']))
})

describe('whatever is enrolled', () => {
  const startDays = fc.integer({ min: 20_700, max: 20_900 }).map(dayOfNumber)
  const plans = [welcome, letter, news, { ...letter, id: 'quiet', quietDays: 14 }]
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
            action: fc.constantFrom('done' as const, 'skipped' as const),
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
          reach: new Map([
            ['email', place % 2 === 0 ? 'open' : 'closed'],
            ['whatsapp', place % 3 === 0 ? 'open' : 'closed'],
          ]),
        },
      )
    })
  }
  const rulesOf = ({ capDays, capacity }: Notebook): SpacingRules => ({
    frequencyCapDays: capDays,
    dayCapacity: capacity,
  })
  const wide = { from: '2026-01-01', to: '2028-03-01', today: '2026-12-01' }

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
          const isOpen = touch.carrier !== undefined && input?.reach?.get(touch.carrier) === 'open'
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

  test('doing the next touch takes it off and moves none of the others', () => {
    fc.assert(
      fc.property(notebook, fc.nat(), fc.boolean(), (drawn, pick, isCapped) => {
        // One rule at a time: a day that was full shifts what the cap then counts from.
        const one = isCapped ? { ...drawn, capacity: undefined } : { ...drawn, capDays: 0 }
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
          if (key === chosen.key || now === undefined) continue
          expect(now).toBe(dueOn)
        }
      }),
      RUNS,
    )
  })
})
