import { expect, test } from 'vitest'
import { WARMTH_WEIGHTS } from '#shared/measures/warmth'
import { warmthWeights, weightFromTyped, withHalfLife, withWeight } from '#shared/measures/warmthSettings'

const visitByUs = { kind: 'visit', direction: 'out' } as const

test('a weight of one’s own stands over the shipped one, and goes when it says the same again', () => {
  const own = withWeight(undefined, visitByUs, 12)
  expect(own).toEqual({ halfLifeDays: 45, weights: { 'visit/out': 12 } })
  expect(warmthWeights({ warmth: own })).toEqual({
    ...WARMTH_WEIGHTS,
    visit: { in: 9, out: 12, both: 9 },
  })
  expect(withWeight(own, visitByUs, 9)).toBeUndefined()
  expect(withWeight(own, visitByUs, undefined)).toBeUndefined()
})

test('a half-life of one’s own stays when the weights are back, and the other way round', () => {
  const both = withHalfLife(withWeight(undefined, visitByUs, 0), 90)
  expect(both).toEqual({ halfLifeDays: 90, weights: { 'visit/out': 0 } })
  expect(withWeight(both, visitByUs, undefined)).toEqual({ halfLifeDays: 90, weights: {} })
  expect(withHalfLife(both, undefined)).toEqual({ halfLifeDays: 45, weights: { 'visit/out': 0 } })
  expect(withHalfLife(withWeight(both, visitByUs, 9), 45)).toBeUndefined()
})

test('points are read with either mark and either minus', () => {
  const read = (typed: string) => weightFromTyped(typed)
  expect(['5', ' 0,5 ', '-3', '−3', '100', ''].map(read)).toEqual(
    [5, 0.5, -3, -3, 100, undefined].map((value) => ({ ok: true, value })),
  )
  for (const typed of ['101', '-100.5', '1.234', 'warm', '1e2', '1.2.3'])
    expect(read(typed)).toMatchObject({ error: { code: 'warmth.badWeight' } })
})
