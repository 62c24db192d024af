import { describe, expect, test } from 'vitest'
import { isMessageKey } from '../../../shared/i18n/catalogues'
import { enrol } from '../../../shared/nurture/enrol'
import { LETTER_LANGUAGES, shippedLetter } from '../../../shared/nurture/letters/shippedLetters'
import { askedTooEarly } from '../../../shared/nurture/planGuard'
import { FAIR_WELCOME } from '../../../shared/nurture/plans/fairWelcome'
import { occasionOf, SHIPPED_PLANS } from '../../../shared/nurture/plans/shippedPlans'
import { QUOTE_FOLLOW_UP } from '../../../shared/nurture/plans/tradePlans'
import { enrolmentSchema, planSchema } from '../../../shared/records/nurture'

let nextId = 0
function newId(): string {
  nextId += 1
  return `00000000-0000-7000-8000-${String(nextId).padStart(12, '0')}`
}

describe('the shipped plans', () => {
  test('are thirteen, each with a key, an occasion and a name of its own', () => {
    expect(SHIPPED_PLANS.map(({ planKey }) => planKey)).toEqual([
      'fairWelcome',
      'platformEnquiry',
      'sampleFollowUp',
      'quoteFollowUp',
      'firstOrder',
      'reorderWindow',
      'referralAsk',
      'quietCustomer',
      'monthlyLetter',
      'quarterlyReview',
      'seasonNotices',
      'congratulation',
      'fairInvitation',
    ])
    expect(new Set(SHIPPED_PLANS.map(({ planKey }) => occasionOf(planKey))).size).toBe(SHIPPED_PLANS.length)
    const nameless = SHIPPED_PLANS.filter(({ nameKey }) => nameKey === undefined || !isMessageKey(nameKey))
    expect(nameless).toEqual([])
  })

  test('have a letter in every language and a title for each step, and no step twice', () => {
    for (const { planKey, steps } of SHIPPED_PLANS) {
      expect(new Set(steps.map(({ key }) => key)).size, planKey).toBe(steps.length)
      for (const { titleKey, templateKey } of steps) {
        expect(titleKey !== undefined && isMessageKey(titleKey), titleKey).toBe(true)
        for (const language of LETTER_LANGUAGES)
          expect(shippedLetter(templateKey ?? '', language), `${templateKey} ${language}`).toBeDefined()
      }
    }
  })

  test('give before they ask, as often as they say', () => {
    const early = SHIPPED_PLANS.filter((plan) => plan !== FAIR_WELCOME && askedTooEarly(plan).size > 0)
    expect(early).toEqual([])
  })

  test('become records with their rules, and enrol whom they are offered to', () => {
    for (const shipped of SHIPPED_PLANS) {
      const who = { customerId: newId(), startsOn: '2026-04-16' }
      const [plan, enrolment] = enrol(who, shipped, { at: 1, plans: [], newId })
      expect(planSchema.safeParse(plan?.after).error).toBeUndefined()
      expect(enrolmentSchema.safeParse(enrolment?.after).error).toBeUndefined()
      expect(enrolment?.after.planId).toBe(plan?.id)
    }
    const [plan] = enrol({ customerId: newId(), startsOn: '2026-04-16' }, QUOTE_FOLLOW_UP, {
      at: 1,
      plans: [],
      newId,
    })
    expect(plan?.after).toMatchObject({ stopOn: ['order', 'optOut', 'lost'], giveAskRatio: 2 })
  })
})

describe('the give:ask guard of a plan', () => {
  const step = (key: string, intent: 'value' | 'ask' | 'neutral') => ({
    key,
    intent,
    timing: { unit: 'days' as const, count: 0 },
  })

  test('holds an ask that too few gifts stand before, and each ask uses gifts up', () => {
    const steps = [step('a', 'value'), step('b', 'ask'), step('c', 'value'), step('d', 'ask')]
    expect([...askedTooEarly({ steps, giveAskRatio: 2 }).keys()]).toEqual(['b', 'd'])
    expect([...askedTooEarly({ steps, giveAskRatio: 1 }).keys()]).toEqual([])
    expect(askedTooEarly({ steps }).get('b')).toEqual({ why: 'giveAsk', gives: 1, asks: 0, ratio: 3 })
  })
})
