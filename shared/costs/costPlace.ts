import type { Cost } from '../records/cost'

/** Where a cost belongs. Nothing named: it is of the business as a whole. */
export type CostPlace = Pick<Cost, 'touchpointId' | 'channelId'>

/** The key of costs that name neither a touchpoint nor a channel. */
export const NO_PLACE = 'none'

/**
 * A cost's place as one word, for lists and choices: `touchpoint:<id>`, `channel:<id>` or `none`. A cost that names both
 * stands with its touchpoint.
 */
export function placeKeyOf({ touchpointId, channelId }: CostPlace): string {
  if (touchpointId !== undefined) return `touchpoint:${touchpointId}`
  return channelId === undefined ? NO_PLACE : `channel:${channelId}`
}

/** The place of such a word; both fields are named, so that an edit takes off what no longer holds. */
export function placeOfKey(key: string): { touchpointId: string | undefined; channelId: string | undefined } {
  const [kind, id] = key.split(':')
  return {
    touchpointId: kind === 'touchpoint' ? id : undefined,
    channelId: kind === 'channel' ? id : undefined,
  }
}
