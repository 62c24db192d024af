import { CholeskyDecomposition, Matrix } from 'ml-matrix'

/** A function's value at a point, with its exact first and second derivatives. */
export interface Curvature {
  readonly value: number
  readonly gradient: readonly number[]
  readonly hessian: readonly (readonly number[])[]
}

/** Where a search has ended. Only `settled` is a maximum; the others say why there is none to speak of. */
export interface Maximum {
  readonly outcome: 'settled' | 'atBound' | 'unsettled'
  readonly at: readonly number[]
  readonly value: number
  readonly steps: number
}

/** A search that needs more steps than this has lost its way: the usual number is about ten. */
const MAX_STEPS = 200
/** No coordinate moves further in one step; coordinates are logarithms, so this is a factor of about 7. */
const MAX_MOVE = 2
/** Below what a full Newton step still promises to gain the point has settled: rounding is larger. */
const SETTLED = 1e-16
/** So near the top, as a share of the value, a full step is safe, while differences of values drown in rounding. */
const NEAR = 1e-9

/**
 * Finds the maximum of a smooth function by Newton's method with damping (Levenberg's added diagonal where the function
 * is not concave, halved steps where it does not rise). Settles only on a point where the gradient vanishes and the
 * function curves downwards in every direction, which makes it an honest maximum and the answer unique to rounding.
 *
 * `bounds` holds the smallest and largest value of each coordinate. A search that leaves them ends `atBound`, on
 * the bound: the best value lies at infinity, or nowhere in particular.
 */
export function newtonMaximum(
  at: (point: readonly number[]) => Curvature,
  start: readonly number[],
  bounds: readonly (readonly [low: number, high: number])[],
): Maximum {
  let point = start
  let here = at(point)
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const end = (outcome: Maximum['outcome']): Maximum => ({ outcome, at: point, value: here.value, steps })
    if (!isFiniteCurvature(here)) return end('unsettled')
    const { step, gain, damped } = ascent(here)
    if (!damped && gain < SETTLED) return end('settled')
    const isNear = !damped && gain < NEAR * (1 + Math.abs(here.value))
    const next = climb(at, point, here, step, gain, isNear)
    if (next === undefined) return end('unsettled')
    point = next.point
    here = next.here
    const within = point.map((value, axis) => {
      const [low, high] = bounds[axis] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      return Math.min(high, Math.max(low, value))
    })
    if (within.some((value, axis) => value !== point[axis])) {
      return { outcome: 'atBound', at: within, value: at(within).value, steps }
    }
  }
  return { outcome: 'unsettled', at: point, value: here.value, steps: MAX_STEPS }
}

/** The step that would reach the top of the local parabola, and what it would gain. */
function ascent(here: Curvature): { step: number[]; gain: number; damped: boolean } {
  const down = Matrix.mul(new Matrix(here.hessian.map((row) => [...row])), -1)
  const slope = Matrix.columnVector([...here.gradient])
  const scale = Math.max(...here.hessian.flat().map(Math.abs), Number.MIN_VALUE)
  // From no damping to at most a few times the largest entry, with which any matrix is positive definite.
  for (let damping = 0; ; damping = damping === 0 ? scale * 1e-8 : damping * 10) {
    const tried = Matrix.add(down, Matrix.mul(Matrix.eye(down.rows), damping))
    const factor = new CholeskyDecomposition(tried)
    if (factor.isPositiveDefinite()) {
      const step = factor.solve(slope).getColumn(0)
      const gain = step.reduce((sum, move, axis) => sum + move * (here.gradient[axis] ?? 0), 0) / 2
      return { step, gain, damped: damping > 0 }
    }
  }
}

/** Goes as much of a step as makes the function rise; undefined when no part of it does. */
function climb(
  at: (point: readonly number[]) => Curvature,
  from: readonly number[],
  here: Curvature,
  step: readonly number[],
  gain: number,
  isNear: boolean,
): { readonly point: readonly number[]; readonly here: Curvature } | undefined {
  const longest = Math.max(...step.map(Math.abs))
  let share = Math.min(1, MAX_MOVE / longest)
  for (let halving = 0; halving < 40; halving += 1, share /= 2) {
    const point = from.map((value, axis) => value + share * (step[axis] ?? 0))
    const there = at(point)
    // Armijo's condition: at least a small part of what the slope promises.
    if (isNear || there.value >= here.value + 1e-4 * share * gain) return { point, here: there }
  }
  return undefined
}

function isFiniteCurvature(here: Curvature): boolean {
  return [here.value, ...here.gradient, ...here.hessian.flat()].every(Number.isFinite)
}
