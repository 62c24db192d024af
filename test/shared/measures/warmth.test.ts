import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WARMTH_WEIGHTS, warmth } from '../../../shared/measures/warmth'
import { INTERACTION_KINDS } from '../../../shared/records/interaction'

const DAY = 86_400_000
const now = Date.UTC(2027, 3, 20)
const talk = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...INTERACTION_KINDS),
  direction: fc.constantFrom('in' as const, 'out' as const, 'both' as const),
  at: fc.integer({ min: now - 2000 * DAY, max: now + 30 * DAY }),
})
const talks = fc.uniqueArray(talk, { maxLength: 60, selector: (one) => one.id })

describe('warmth', () => {
  test('of one fresh enquiry and of one a half-life old', () => {
    const enquiry = { id: 'a', kind: 'enquiry' as const, direction: 'in' as const, at: now }
    // 100 x (1 - 2^-0.8) and 100 x (1 - 2^-0.4).
    expect(warmth([enquiry], now).value?.score).toBe(42.6)
    expect(warmth([{ ...enquiry, at: now - 45 * DAY }], now).value).toEqual({
      score: 24.2,
      scoreTenths: 242,
      contributions: [
        {
          interactionId: 'a',
          kind: 'enquiry',
          direction: 'in',
          ageDays: 45,
          weight: 8,
          decay: 0.5,
          tenths: 242,
        },
      ],
    })
  })

  test('is nothing without contact, and no note of our own warms anybody', () => {
    const cold = { score: 0, scoreTenths: 0, contributions: [] }
    expect(warmth([], now).value).toEqual(cold)
    expect(warmth([{ id: 'a', kind: 'note', direction: 'out', at: now }], now).value).toEqual(cold)
  })

  test('cools by a complaint, never below zero', () => {
    const complaint = { id: 'b', kind: 'complaint' as const, direction: 'in' as const, at: now }
    expect(warmth([complaint], now).value).toMatchObject({ score: 0, contributions: [{ tenths: 0 }] })
    const met = { id: 'a', kind: 'met' as const, direction: 'both' as const, at: now }
    const both = warmth([met, complaint], now).value
    expect(both?.score).toBe(18.8)
    expect(both?.contributions.map((part) => part.tenths)).toEqual([376, -188])
  })

  test('adds up exactly, stays between 0 and 100, and does not care about order', () => {
    fc.assert(
      fc.property(talks, fc.infiniteStream(fc.nat()), (list, keys) => {
        const result = warmth(list, now)
        const shuffled = list
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
        expect(
          warmth(
            shuffled.map((entry) => entry.one),
            now,
          ),
        ).toEqual(result)
        if (result.value === undefined) throw new Error('no figure')
        const { score, scoreTenths, contributions } = result.value
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(contributions.reduce((sum, part) => sum + part.tenths, 0)).toBe(scoreTenths)
        expect(score).toBe(scoreTenths / 10)
      }),
    )
  })

  test('counts what is dated in the future as of now', () => {
    const met = { id: 'a', kind: 'met' as const, direction: 'both' as const, at: now }
    expect(warmth([{ ...met, at: now + 9 * DAY }], now).value?.score).toBe(warmth([met], now).value?.score)
  })

  test('has no figure for a half-life that is none', () => {
    for (const days of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(warmth([], now, WARMTH_WEIGHTS, days)).toEqual({
        value: undefined,
        reason: { code: 'measures.badHalfLife', params: {} },
      })
    }
  })
})
