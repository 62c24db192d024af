import type { Plan } from '../records/nurture'
import { type GiveAskHold, holdAsk } from './giveAsk'
import { plainDay } from './stepDays'

/** Gifts before each ask where neither plan nor notebook says. Source: measures.md "give : ask". */
const DEFAULT_GIVE_ASK_RATIO = 3

/**
 * The asks of a plan that too few of its own gifts stand before, by the key of the step. What was given before the
 * plan counts for a customer, but not for a plan: it has to be decent to somebody whom we never wrote to.
 */
export function askedTooEarly(
  { steps, giveAskRatio }: Pick<Plan, 'steps' | 'giveAskRatio'>,
  ratio = giveAskRatio ?? DEFAULT_GIVE_ASK_RATIO,
): ReadonlyMap<string, GiveAskHold> {
  const holds = new Map<string, GiveAskHold>()
  let gives = 0
  let asks = 0
  for (const { key, intent } of steps) {
    if (intent === 'value') gives += 1
    if (intent !== 'ask') continue
    const hold = holdAsk({ gives, asks }, ratio)
    if (hold !== undefined) holds.set(key, hold)
    asks += 1
  }
  return holds
}

/** A step that the frequency cap moves: by how many days, and how many stand between two letters to one person. */
export interface CapMove {
  readonly by: number
  readonly capDays: number
}

/**
 * The counted steps that stand too near to the one before them, by the key of the step, as far as can be told without a
 * customer: weekends, holidays and other plans of the same person may move them further. Steps by the month are left out.
 */
export function movedByCap(steps: Plan['steps'], capDays: number): ReadonlyMap<string, CapMove> {
  const moves = new Map<string, CapMove>()
  let free = Number.NEGATIVE_INFINITY
  for (const step of steps) {
    const own = plainDay(step.timing)
    if (own === undefined) continue
    const day = Math.max(own, free)
    if (day > own) moves.set(step.key, { by: day - own, capDays })
    free = day + capDays
  }
  return moves
}
