import type { SourceTouch } from './customerFacts'
import type { ReadCustomer } from './customerRecords'
import type { DatedTalk } from './datedTalks'
import type { FoldContext } from './foldContext'
import { stated } from './stated'

/**
 * The sources of a customer, earliest first: every talk that names a touchpoint or a channel, and before them the
 * sources that the page declares without such a talk. Of a merged page both sources count, so that no model of
 * attribution loses one. Our own notes are no contact and so no source. `talks` come earliest first.
 */
export function sourceTouches(
  customer: ReadCustomer,
  talks: readonly DatedTalk[],
  context: Pick<FoldContext, 'touchpoints'>,
): SourceTouch[] {
  const channelOf = (touchpointId: string | undefined) =>
    touchpointId === undefined ? undefined : context.touchpoints.get(touchpointId)?.channelId
  const talked: SourceTouch[] = []
  for (const { talk, on } of talks) {
    const { kind, touchpointId, channelId } = talk
    if (kind === 'note' || (touchpointId === undefined && channelId === undefined)) continue
    talked.push(stated({ on, touchpointId, channelId: channelId ?? channelOf(touchpointId) }))
  }
  const known = new Set(talked.map((touch) => touch.touchpointId))
  const declared = [customer.sourceTouchpointId, ...(customer.furtherSourceIds ?? [])]
    .filter((id) => id !== undefined && !known.has(id))
    .map((touchpointId) => stated({ touchpointId, channelId: channelOf(touchpointId) }))
  const { sourceChannelId } = customer
  const hasChannel = [...declared, ...talked].some((touch) => touch.channelId === sourceChannelId)
  const channel = sourceChannelId === undefined || hasChannel ? [] : [{ channelId: sourceChannelId }]
  return [...channel, ...declared, ...talked]
}
