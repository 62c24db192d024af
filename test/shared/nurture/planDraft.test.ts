import { describe, expect, test } from 'vitest'
import { type ConditionDraft, NEW_CONDITION } from '../../../shared/nurture/conditionDraft'
import { planBook, planCounts } from '../../../shared/nurture/planBook'
import {
  addedStep,
  draftOf,
  type PlanDraft,
  planFaults,
  planWords,
  reordered,
} from '../../../shared/nurture/planDraft'
import { movedByCap } from '../../../shared/nurture/planGuard'
import { QUOTE_FOLLOW_UP } from '../../../shared/nurture/plans/tradePlans'
import { newVersion, retire } from '../../../shared/nurture/planVersions'
import { type Enrolment, type Plan, planSchema } from '../../../shared/records/nurture'

const named = { plan: 'Quote follow-up', step: ({ key }: { readonly key: string }) => key }
const shown = draftOf(QUOTE_FOLLOW_UP, named)
const ids = (count: number) => `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`
const context = { at: 5, newId: () => ids(9) }

function withStep(patch: Partial<PlanDraft['steps'][number]>): PlanDraft {
  return { ...shown, steps: shown.steps.map((step, index) => (index === 0 ? { ...step, ...patch } : step)) }
}

describe('a plan while it is written', () => {
  test('comes back as it was when nothing was changed, keys of names included', () => {
    const words = planWords(shown, QUOTE_FOLLOW_UP, shown)
    const { nameKey, steps, pauseOn, stopOn, giveAskRatio } = QUOTE_FOLLOW_UP
    expect(words).toEqual({ nameKey, steps, pauseOn, stopOn, giveAskRatio })
  })

  test('says what is wrong with it, and where, and is not saved like that', () => {
    const cases: [PlanDraft, object[]][] = [
      [{ ...shown, name: '  ' }, [{ code: 'noName' }]],
      [{ ...shown, steps: [] }, [{ code: 'empty' }]],
      [withStep({ count: '-3' }), [{ code: 'count', stepKey: 'quoteHelp', min: 0, max: 500 }]],
      [
        withStep({ unit: 'days', count: '10000' }),
        [{ code: 'count', stepKey: 'quoteHelp', min: 0, max: 730 }],
      ],
      [withStep({ count: '1.5' }), [{ code: 'count', stepKey: 'quoteHelp', min: 0, max: 500 }]],
      [withStep({ templateKey: 'letter.lost' }), [{ code: 'letterGone', stepKey: 'quoteHelp' }]],
      [withStep({ title: '' }), [{ code: 'noTitle', stepKey: 'quoteHelp' }]],
      [
        withStep({ unit: 'yearly', count: '-181' }),
        [{ code: 'offset', stepKey: 'quoteHelp', min: -180, max: 180 }],
      ],
      [{ ...shown, quietDays: 'many' }, [{ code: 'quietDays', min: 0, max: 365 }]],
      [{ ...shown, giveAskRatio: '0' }, [{ code: 'ratio', min: 1, max: 20 }]],
    ]
    for (const [draft, faults] of cases) {
      expect(planFaults(draft)).toEqual(faults)
      expect(planWords(draft, QUOTE_FOLLOW_UP, shown)).toBeUndefined()
    }
  })

  test('takes numbers as they are typed elsewhere: full width, with a minus sign', () => {
    const words = planWords(
      withStep({ unit: 'yearly', anchor: 'chineseNewYear', count: '\u221230' }),
      QUOTE_FOLLOW_UP,
      shown,
    )
    expect(words?.steps[0]?.timing).toEqual({ unit: 'yearly', anchor: 'chineseNewYear', offsetDays: -30 })
    const wide = planWords(withStep({ unit: 'days', count: '１４' }), QUOTE_FOLLOW_UP, shown)
    expect(wide?.steps[0]?.timing).toEqual({ unit: 'days', count: 14 })
  })

  test('says all that a step can say, and opens again as it was written', () => {
    const [first] = shown.steps
    if (first === undefined) throw new Error('no step')
    const condition = { ...NEW_CONDITION, is: true }
    const words = planWords(
      {
        ...withStep({
          unit: 'nextMonth',
          carriers: ['wechat', 'email'],
          contentId: ids(1),
          templateId: ids(2),
          staffId: ids(3),
          isPromisedOnly: true,
          conditions: [
            { ...condition, on: 'reply', is: false },
            { ...condition, on: 'order', is: false },
            { ...condition, on: 'opened', contentId: ids(1) },
            { ...condition, on: 'warmth', min: '20', max: '' },
            { ...condition, on: 'stage', stages: ['lead', 'quote'] },
            { ...condition, on: 'fact', fact: 'pain' },
          ],
        }),
        goal: 'sample',
        pauseAtStages: ['quote'],
        stopAtStages: ['order', 'repeat'],
      },
      QUOTE_FOLLOW_UP,
      shown,
      { contentIds: new Set([ids(1)]), templateIds: new Set([ids(2)]), staffIds: new Set([ids(3)]) },
    )
    expect(words).toMatchObject({
      goal: 'sample',
      pauseAtStages: ['quote'],
      stopAtStages: ['order', 'repeat'],
    })
    expect(words?.steps[0]).toMatchObject({
      timing: { unit: 'nextMonth' },
      carriers: ['wechat', 'email'],
      contentId: ids(1),
      templateId: ids(2),
      staffId: ids(3),
      onlyIf: 'promised',
      conditions: [
        { on: 'reply', is: false },
        { on: 'order', is: false },
        { on: 'opened', is: true, contentId: ids(1) },
        { on: 'warmth', min: 20 },
        { on: 'stage', stages: ['lead', 'quote'] },
        { on: 'fact', kind: 'pain', is: true },
      ],
    })
    if (words === undefined) return
    const again = draftOf(words, named)
    expect(planWords(again, words, again)).toEqual(words)
    expect(planSchema.safeParse(newVersion(words, undefined, [], context)[0]?.after).error).toBeUndefined()
  })

  test('misses what a step names and the notebook does not have, and conditions that can never hold', () => {
    const known = {
      contentIds: new Set<string>(),
      templateIds: new Set<string>(),
      staffIds: new Set<string>(),
    }
    const codes = (patch: Partial<PlanDraft['steps'][number]>) =>
      planFaults(withStep(patch), known).map(({ code }) => code)
    const only = (...conditions: Partial<ConditionDraft>[]) =>
      codes({ conditions: conditions.map((one) => ({ ...NEW_CONDITION, ...one })) })
    expect([codes({ contentId: ids(1) }), codes({ templateId: ids(1) }), codes({ staffId: ids(1) })]).toEqual(
      [['pieceGone'], ['letterGone'], ['staffGone']],
    )
    expect(planFaults(withStep({ contentId: ids(1) }))).toEqual([])
    expect(only({ on: 'opened', contentId: ids(1) })).toEqual(['pieceGone'])
    expect(only({ on: 'warmth' })).toEqual(['warmth'])
    expect(only({ on: 'warmth', min: '60', max: '40' })).toEqual(['warmth'])
    expect(only({ on: 'warmth', min: 'hot' })).toEqual(['warmth'])
    expect(only({ on: 'stage' })).toEqual(['noStage'])
    expect(only({ is: true }, { is: false })).toEqual(['opposed'])
    expect(only({ on: 'warmth', min: '60' }, { on: 'warmth', max: '40' })).toEqual(['opposed'])
    expect(only({ on: 'stage', stages: ['lead'] }, { on: 'stage', stages: ['quote'] })).toEqual(['opposed'])
    expect(only({ is: false }, { on: 'order', is: false })).toEqual([])
  })

  test('shows where the distance between two letters moves a step, each behind the one before', () => {
    const at = (key: string, count: number) =>
      ({ key, timing: { unit: 'days', count }, intent: 'value' }) as const
    const steps = [at('a', 0), at('b', 2), at('c', 3), at('d', 20)]
    expect([...movedByCap(steps, 5)]).toEqual([
      ['b', { by: 3, capDays: 5 }],
      ['c', { by: 7, capDays: 5 }],
    ])
    expect([...movedByCap(steps, 0)]).toEqual([])
  })

  test('gets new steps with keys that no version has used, and keeps the others when they change places', () => {
    const added = addedStep(shown, new Set(['step4']))
    expect(added.step).toEqual({ key: 'step5', timing: { unit: 'days', count: 21 }, intent: 'value' })
    const keys = (at: number, by: 1 | -1) => reordered(shown.steps, at, by).map(({ step }) => step.key)
    expect(keys(0, 1)).toEqual(['valuePiece', 'quoteHelp', 'quoteQuestion'])
    expect(keys(0, -1)).toEqual(shown.steps.map(({ step }) => step.key))
  })
})

describe('a version of a plan', () => {
  const running = {
    id: ids(3),
    schema: 2,
    rev: 1,
    createdAt: 1,
    updatedAt: 1,
    origin: 'person',
    planId: ids(1),
    customerId: ids(2),
    startsOn: '2026-04-16',
  } as const satisfies Enrolment
  const words = { name: 'Mine', steps: QUOTE_FOLLOW_UP.steps }

  test('is a record of its own; only the enrolments that are named move to it', () => {
    const record: Plan = planSchema.parse({
      ...newVersion(words, undefined, [], { at: 1, newId: () => ids(1) })[0]?.after,
    })
    const [entry] = planBook([record]).filter(({ occasion }) => occasion === undefined)
    expect(entry).toMatchObject({ planKey: `own-${ids(1)}`, version: 1, versionIds: [ids(1)] })
    if (entry === undefined) return
    const kept = newVersion(words, entry, [], context)
    expect(kept.map(({ table, id, after }) => [table, id, after.version])).toEqual([['plans', ids(9), 2]])
    const moved = newVersion(words, entry, [running], context)
    expect(moved[1]).toMatchObject({ table: 'enrolments', id: ids(3), after: { planId: ids(9) } })
    const second = planSchema.parse(kept[0]?.after)
    const entries = planBook([record, second])
    expect(planCounts(entries, [running]).get(entry.planKey)).toEqual({
      running: 1,
      onOlder: 1,
      paused: 0,
      ended: 0,
    })
  })

  test('of a shipped plan follows the shipped one, and the plan stays where it stands in the book', () => {
    const [entry] = planBook([]).filter(({ planKey }) => planKey === 'quoteFollowUp')
    if (entry === undefined) throw new Error('no such plan')
    const plan = planSchema.parse(newVersion(words, entry, [], context)[0]?.after)
    expect([plan.planKey, plan.version]).toEqual(['quoteFollowUp', 2])
    expect(planBook([plan]).map(({ planKey }) => planKey)[3]).toBe('quoteFollowUp')
  })

  test('that is retired stands last and can be offered again', () => {
    const [entry] = planBook([])
    if (entry === undefined) throw new Error('no plan')
    const retired = planSchema.parse(retire(entry, true, context)[0]?.after)
    const book = planBook([retired])
    expect([book.at(-1)?.planKey, book.at(-1)?.isRetired]).toEqual(['fairWelcome', true])
    const last = book.at(-1)
    if (last === undefined) return
    expect(retire(last, false, context)[0]?.after.retiredAt).toBeUndefined()
  })
})
