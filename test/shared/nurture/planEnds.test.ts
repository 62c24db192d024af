import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LoggedEvent, pauseAfter } from '../../../shared/nurture/pausing'
import { PLAN_GOALS, PLAN_STAGES } from '../../../shared/nurture/planDraft'
import { STAGES } from '../../../shared/records/customer'
import { PLAN_EVENTS, type Plan } from '../../../shared/records/nurture'
import type { Order, Sample } from '../../../shared/records/trade'
import { base, enrolmentOf, planOf, step } from './planFixture'

const later = { ...base, createdAt: 200, updatedAt: 200, customerId: 'c1' }
const order = { ...later, id: 'o', on: '2027-05-01', status: 'open' } as unknown as Order
const sample = { ...later, id: 's', on: '2027-05-01', what: 'Tray' } as Sample
const moveTo = (to: (typeof STAGES)[number]) => ({ stageMove: { ...later, id: 'm', to, at: 200 } })
const after = (event: LoggedEvent, more: Partial<Plan>) => {
  const plan = planOf('p', [step('a', { unit: 'days', count: 0 })], more)
  const enrolment = { ...enrolmentOf('e', plan, '2027-04-05'), createdAt: 100 }
  return pauseAfter(event, [enrolment], [plan]).map(({ reason, ends }) => [reason, ends === true])
}

test('what a plan is for ends it as reached, before the same thing may pause it', () => {
  expect(after({ order }, { goal: 'order' })).toEqual([['goal', true]])
  expect(after({ order }, { goal: 'reply' })).toEqual([['order', false]])
  expect(after({ sample }, { goal: 'sample' })).toEqual([['goal', true]])
  expect(after({ sample }, {})).toEqual([])
  expect(after({ sample: { ...sample, on: '2027-04-04' } }, { goal: 'sample' })).toEqual([])
  expect(after({ sample: { ...sample, customerId: 'c2' } }, { goal: 'sample' })).toEqual([])
})

test('a stage pauses or ends a plan as it says; one that was come to before it began does neither', () => {
  expect(after(moveTo('quote'), { pauseAtStages: ['quote'] })).toEqual([['stage', false]])
  expect(after(moveTo('quote'), { stopAtStages: ['quote', 'order'] })).toEqual([['stage', true]])
  expect(after(moveTo('sample'), { stopAtStages: ['quote', 'order'] })).toEqual([])
  const early = { stageMove: { ...moveTo('quote').stageMove, createdAt: 50 } }
  expect(after(early, { stopAtStages: ['quote'] })).toEqual([])
})

test('whatever a plan says, one thing that happened ends or pauses it at most once, and an end outweighs a pause', () => {
  const subset = <T>(of: readonly T[]) => fc.subarray([...of])
  const rules = fc.record({
    goal: fc.option(fc.constantFrom(...PLAN_GOALS), { nil: undefined }),
    pauseOn: subset(PLAN_EVENTS),
    stopOn: subset(PLAN_EVENTS),
    pauseAtStages: subset(PLAN_STAGES),
    stopAtStages: subset(PLAN_STAGES),
  })
  const events: fc.Arbitrary<LoggedEvent> = fc.oneof(
    fc.constantFrom<LoggedEvent>({ order }, { sample }),
    fc.constantFrom(...STAGES).map(moveTo),
  )
  fc.assert(
    fc.property(rules, events, (plan, event) => {
      const found = after(event, plan)
      expect(found.length).toBeLessThanOrEqual(1)
      const stage = 'stageMove' in event ? event.stageMove.to : undefined
      const isStop =
        (stage !== undefined && plan.stopAtStages.some((one) => one === stage)) ||
        (stage === 'lost' && plan.stopOn.includes('lost')) ||
        ('order' in event && (plan.goal === 'order' || plan.stopOn.includes('order'))) ||
        ('sample' in event && plan.goal === 'sample')
      expect(found.some(([, ends]) => ends)).toBe(isStop)
    }),
  )
})
