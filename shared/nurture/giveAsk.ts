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
