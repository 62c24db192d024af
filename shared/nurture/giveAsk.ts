import type { Interaction } from '../records/interaction'

/** How often we gave and how often we asked. */
export interface GiveAsk {
  readonly gives: number
  readonly asks: number
}

/**
 * Value touches and sales asks of ours to one customer. Their own questions and answers are not counted, nor is
 * courtesy. Source: measures.md "give : ask".
 */
export function giveAsk(interactions: readonly Pick<Interaction, 'kind' | 'direction'>[]): GiveAsk {
  const ours = interactions.filter((one) => one.direction !== 'in')
  return {
    gives: ours.filter((one) => one.kind === 'value').length,
    asks: ours.filter((one) => one.kind === 'ask').length,
  }
}

/** An ask that is held back because too few gifts stand before it. */
export interface GiveAskHold {
  readonly why: 'giveAsk'
  /** Gifts given or planned before it, and asks made or planned before it. */
  readonly gives: number
  readonly asks: number
  /** How many gifts stand before each ask. */
  readonly ratio: number
}

/** Whether one more ask may follow so many gifts and asks; the hold says what is missing. */
export function holdAsk({ gives, asks }: GiveAsk, ratio: number): GiveAskHold | undefined {
  return gives >= ratio * (asks + 1) ? undefined : { why: 'giveAsk', gives, asks, ratio }
}
