import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planWithPassedOver } from '../../../shared/nurture/planTouches'
import type { PlanInput } from '../../../shared/nurture/slots'
import { type Circumstances, unmetConditions } from '../../../shared/nurture/stepConditions'
import type { StepCondition } from '../../../shared/records/nurture'
import { addDays, compareDays, dayOfNumber } from '../../../shared/time/calendarDay'
import { all, enrolmentOf, inputOf, planOf, step } from './planFixture'

const nothing: Circumstances = {
  replies: [],
  orders: [],
  opened: [],
  stages: [],
  firstStage: 'lead',
  facts: [],
  warmthOn: () => undefined,
}
const START = '2027-04-05'
const DAY = '2027-04-12'
const holds = (condition: StepCondition, known: Partial<Circumstances>) =>
  unmetConditions([condition], { ...nothing, ...known }, START, DAY).length === 0

describe('on its day', () => {
  test.each<[string, StepCondition, Partial<Circumstances>, Partial<Circumstances>]>([
    ['a reply', { on: 'reply', is: true }, { replies: [DAY] }, { replies: ['2027-04-04', '2027-04-13'] }],
    ['no reply', { on: 'reply', is: false }, { replies: ['2027-04-13'] }, { replies: [START] }],
    ['an order', { on: 'order', is: true }, { orders: [START] }, { orders: ['2027-04-13'] }],
    [
      'a piece opened',
      { on: 'opened', is: true, contentId: 'c1' },
      { opened: [{ on: DAY, contentId: 'c1' }] },
      { opened: [{ on: DAY, contentId: 'c2' }, { on: DAY }] },
    ],
    ['anything opened', { on: 'opened', is: true }, { opened: [{ on: DAY }] }, {}],
    ['warm enough', { on: 'warmth', min: 40 }, { warmthOn: () => 40 }, { warmthOn: () => 39.9 }],
    ['cold enough', { on: 'warmth', max: 20 }, { warmthOn: () => 20 }, { warmthOn: () => undefined }],
    [
      'the stage of that day',
      { on: 'stage', stages: ['quote'] },
      { stages: [{ on: DAY, stage: 'quote', at: 1 }] },
      { stages: [{ on: '2027-04-13', stage: 'quote', at: 1 }] },
    ],
    [
      'the last of two stages of one day',
      { on: 'stage', stages: ['quote'] },
      {
        stages: [
          { on: DAY, stage: 'quote', at: 2 },
          { on: DAY, stage: 'enquiry', at: 1 },
        ],
      },
      { firstStage: 'enquiry' },
    ],
    [
      'a fact known before',
      { on: 'fact', kind: 'pain', is: true },
      { facts: [{ on: '2020-01-01', kind: 'pain' }] },
      {
        facts: [
          { on: '2027-04-13', kind: 'pain' },
          { on: DAY, kind: 'likes' },
        ],
      },
    ],
    ['no taboo', { on: 'fact', kind: 'taboo', is: false }, {}, { facts: [{ on: DAY, kind: 'taboo' }] }],
  ])('%s', (_, condition, met, unmet) => {
    expect(holds(condition, met)).toBe(true)
    expect(holds(condition, unmet)).toBe(false)
  })
})

const noReply: StepCondition = { on: 'reply', is: false }
const isQuote: StepCondition = { on: 'stage', stages: ['quote'] }
const plan = planOf('asking', [
  step('piece', { unit: 'days', count: 0 }),
  step('again', { unit: 'days', count: 7 }, { conditions: [noReply, isQuote] }),
  step('last', { unit: 'days', count: 14 }),
])
const within = (today: string) => ({ from: '2027-01-01', to: '2027-12-31', today })
const both = (known: Partial<Circumstances>, today: string, rules = {}) => {
  const input = inputOf(plan, enrolmentOf('e', plan, START), {
    circumstances: { ...nothing, firstStage: 'quote', ...known },
  })
  const { planned, passedOver } = planWithPassedOver([input], rules, within(today))
  return { planned: planned.get('e') ?? [], passedOver: passedOver.get('e') ?? [] }
}
const keysOf = (touches: readonly { readonly stepKey: string }[]) => touches.map(({ stepKey }) => stepKey)

describe('a step with conditions', () => {
  test('is planned and due while all hold', () => {
    const { planned, passedOver } = both({}, DAY)
    expect(keysOf(planned)).toEqual(['piece', 'again', 'last'])
    expect(planned[1]).toMatchObject({ status: 'due' })
    expect(planned[1]?.waitsFor).toBeUndefined()
    expect(passedOver).toEqual([])
  })

  test('stays planned before its day, and says what it waits for', () => {
    const { planned } = both({ firstStage: 'lead' }, '2027-04-06')
    expect(planned[1]).toMatchObject({ stepKey: 'again', status: 'planned', waitsFor: [isQuote] })
  })

  test('is passed over on its day, says why, and stays so after it', () => {
    for (const today of [DAY, addDays(DAY, 30)]) {
      const { planned, passedOver } = both(
        { firstStage: 'lead', stages: [{ on: addDays(DAY, 3), stage: 'quote', at: 1 }] },
        today,
      )
      expect(keysOf(planned)).toEqual(['piece', 'last'])
      expect(passedOver).toMatchObject([{ key: 'e/again/0', dueOn: DAY, unmet: [isQuote] }])
    }
  })

  test('is passed over while it is late, as soon as what it asks for no longer holds', () => {
    const answered = { replies: [addDays(DAY, 2)] }
    expect(keysOf(both(answered, addDays(DAY, 1)).planned)).toContain('again')
    expect(both(answered, addDays(DAY, 2)).passedOver).toMatchObject([{ unmet: [noReply] }])
  })

  test('keeps its place when it is passed over: no other touch moves', () => {
    const rules = { frequencyCapDays: 10, dayCapacity: 1 }
    const days = (known: Partial<Circumstances>) =>
      both(known, '2027-06-01', rules)
        .planned.filter(({ stepKey }) => stepKey !== 'again')
        .map(({ stepKey, dueOn }) => [stepKey, dueOn])
    expect(days({ firstStage: 'lost' })).toEqual(days({}))
  })

  test('is no gift before an ask once it is passed over', () => {
    const asks = planOf('ga', [
      step('gift', { unit: 'days', count: 0 }, { conditions: [noReply] }),
      step('ask', { unit: 'days', count: 7 }, { intent: 'ask' }),
    ])
    const blocked = (known: Partial<Circumstances>) =>
      all(
        [
          inputOf(asks, enrolmentOf('e', asks, START), {
            circumstances: { ...nothing, ...known },
            giveAsk: { gives: 2, asks: 0, ratio: 3 },
          }),
        ],
        {},
        within('2027-04-06'),
      ).find(({ stepKey }) => stepKey === 'ask')?.blocked
    expect(blocked({})).toBeUndefined()
    expect(blocked({ replies: [START] })).toMatchObject({ why: 'giveAsk', gives: 2 })
  })

  test('is not looked at where nobody says what happened', () => {
    const input = inputOf(plan, enrolmentOf('e', plan, START))
    expect(keysOf(all([input], {}, within('2027-06-01')))).toEqual(['piece', 'again', 'last'])
  })
})

describe('whatever happened', () => {
  const someDays = fc.array(fc.integer({ min: 20_900, max: 21_000 }).map(dayOfNumber), { maxLength: 4 })
  const known = fc.record({
    replies: someDays,
    orders: someDays,
    opened: fc.array(
      fc.record({
        on: fc.integer({ min: 20_900, max: 21_000 }).map(dayOfNumber),
        contentId: fc.constant('c1'),
      }),
      { maxLength: 3 },
    ),
    stages: fc.array(
      fc.record({
        on: fc.integer({ min: 20_900, max: 21_000 }).map(dayOfNumber),
        stage: fc.constantFrom('lead' as const, 'quote' as const, 'order' as const),
        at: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 3 },
    ),
    warm: fc.integer({ min: 0, max: 100 }),
  })
  const conditions = fc.array(
    fc.constantFrom<StepCondition>(
      noReply,
      isQuote,
      { on: 'reply', is: true },
      { on: 'order', is: false },
      { on: 'opened', is: true },
      { on: 'warmth', min: 30 },
      { on: 'warmth', max: 60 },
      { on: 'fact', kind: 'likes', is: false },
    ),
    { maxLength: 3 },
  )
  const inputOfDrawn = (drawn: {
    known: { warm: number } & Pick<Circumstances, 'replies' | 'orders' | 'opened' | 'stages'>
    first: StepCondition[]
    again: StepCondition[]
  }): PlanInput => {
    const { warm, ...rest } = drawn.known
    const conditioned = planOf('any', [
      step('first', { unit: 'days', count: 3 }, { conditions: drawn.first }),
      step('letter', { unit: 'monthly' }, { conditions: drawn.again }),
    ])
    return inputOf(conditioned, enrolmentOf('e', conditioned, '2027-03-25'), {
      circumstances: { ...nothing, ...rest, warmthOn: () => warm },
    })
  }
  const drawn = fc.record({ known, first: conditions, again: conditions })
  const todays = fc.integer({ min: 20_890, max: 21_060 }).map(dayOfNumber)

  test('every touch is either planned or passed over, on the day that it has without conditions', () => {
    fc.assert(
      fc.property(drawn, todays, (one, today) => {
        const input = inputOfDrawn(one)
        const rules = { frequencyCapDays: 5 }
        const { planned, passedOver } = planWithPassedOver([input], rules, within(today))
        const placed = [...(planned.get('e') ?? []), ...(passedOver.get('e') ?? [])]
        const { circumstances: _, ...blind } = input
        const expected = all([blind], rules, within(today))
        const days = (touches: readonly { key: string; dueOn: string }[]) =>
          touches.map(({ key, dueOn }) => `${key} ${dueOn}`).sort()
        expect(days(placed)).toEqual(days(expected))
        for (const touch of passedOver.get('e') ?? [])
          expect([touch.unmet.length > 0, compareDays(touch.dueOn, today) <= 0]).toEqual([true, true])
      }),
    )
  })

  test('the order in which it was written down does not matter, and a step passed over on its day stays so', () => {
    fc.assert(
      fc.property(drawn, todays, fc.integer({ min: 0, max: 60 }), (one, today, later) => {
        const passed = (input: PlanInput, on: string) =>
          (planWithPassedOver([input], {}, within(on)).passedOver.get('e') ?? []).map(({ key, dueOn }) => ({
            key,
            dueOn,
          }))
        const input = inputOfDrawn(one)
        const { replies, orders, opened, stages } = one.known
        const turned = inputOfDrawn({
          ...one,
          known: {
            ...one.known,
            replies: replies.toReversed(),
            orders: orders.toReversed(),
            opened: opened.toReversed(),
            // Two moves of one moment have no order of their own.
            stages: new Set(stages.map(({ at }) => at)).size === stages.length ? stages.toReversed() : stages,
          },
        })
        expect(passed(turned, today)).toEqual(passed(input, today))
        const onItsDay = passed(input, today).filter(({ key, dueOn }) =>
          passed(input, dueOn).some((other) => other.key === key),
        )
        const after = passed(input, addDays(today, later))
        expect(onItsDay.filter(({ key }) => !after.some((other) => other.key === key))).toEqual([])
      }),
    )
  })
})
