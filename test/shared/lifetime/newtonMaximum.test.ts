import { expect, test } from 'vitest'
import { type Curvature, newtonMaximum } from '../../../shared/lifetime/newtonMaximum'

const wide: [number, number][] = [
  [-100, 100],
  [-100, 100],
]

/** Rosenbrock's valley upside down: curved, and not concave everywhere. Its top is at (1, 1). */
function valley([x = 0, y = 0]: readonly number[]): Curvature {
  const bent = y - x * x
  return {
    value: -((1 - x) ** 2 + 100 * bent ** 2),
    gradient: [2 * (1 - x) + 400 * x * bent, -200 * bent],
    hessian: [
      [-2 + 400 * bent - 800 * x * x, 400 * x],
      [400 * x, -200],
    ],
  }
}

test('finds the top of a curved valley from its far end', () => {
  const found = newtonMaximum(valley, [-1.2, 1], wide)
  expect(found.outcome).toBe('settled')
  expect(found.at[0]).toBeCloseTo(1, 9)
  expect(found.at[1]).toBeCloseTo(1, 9)
})

test('says that it left the bounds where the top lies at infinity, and stays on the bound', () => {
  const rising = ([x = 0]: readonly number[]): Curvature => ({
    value: -Math.exp(-x),
    gradient: [Math.exp(-x)],
    hessian: [[-Math.exp(-x)]],
  })
  expect(newtonMaximum(rising, [0], [[-5, 5]])).toMatchObject({
    outcome: 'atBound',
    at: [5],
    value: -Math.exp(-5),
  })
})

test('does not settle on a saddle or on a bottom', () => {
  const saddle = ([x = 0, y = 0]: readonly number[]): Curvature => ({
    value: y * y - x * x,
    gradient: [-2 * x, 2 * y],
    hessian: [
      [-2, 0],
      [0, 2],
    ],
  })
  expect(newtonMaximum(saddle, [3, 0], wide).outcome).toBe('unsettled')
  expect(newtonMaximum(saddle, [3, 0.1], wide).outcome).toBe('atBound')
})

test('gives up on a function that is no number', () => {
  const broken = (): Curvature => ({ value: Number.NaN, gradient: [0], hessian: [[-1]] })
  expect(newtonMaximum(broken, [0], [[-1, 1]]).outcome).toBe('unsettled')
})

test('is done at once where it starts at the top', () => {
  expect(newtonMaximum(valley, [1, 1], wide)).toMatchObject({ outcome: 'settled', at: [1, 1], steps: 0 })
})
