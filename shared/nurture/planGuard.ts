import type { Plan } from '../records/nurture'
import { type GiveAskHold, holdAsk } from './giveAsk'

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
