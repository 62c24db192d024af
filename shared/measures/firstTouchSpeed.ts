import type { EpochMs } from '../time/values'
import { type Figure, figure, median, noFigure, ratio } from './figure'
import type { FairLead } from './firstTouch'

const HOUR_MS = 3_600_000

/** How soon the leads of a fair heard from us. */
export interface FirstTouchSpeed {
  readonly medianHours: Figure
  /** Share (0 to 1) of the leads that had 24 hours by now and heard from us within them; likewise 48. */
  readonly within24h: Figure
  readonly within48h: Figure
}

/**
 * Speed to first touch: capture to first outbound interaction. A lead met less than 24 (48) hours ago and still waiting
 * is not counted against the share yet; nor is one dated in the future. Source: measures.md "speed to first touch".
 */
export function firstTouchSpeed(
  leads: readonly Pick<FairLead, 'metAt' | 'firstTouchAt'>[],
  now: EpochMs,
): FirstTouchSpeed {
  const hours = leads.flatMap((lead) =>
    lead.firstTouchAt === undefined ? [] : [Math.max(0, lead.firstTouchAt - lead.metAt) / HOUR_MS],
  )
  const typical = median(hours)
  return {
    medianHours: typical === undefined ? noFigure('measures.noFirstTouch') : figure(typical),
    within24h: shareWithin(leads, 24, now),
    within48h: shareWithin(leads, 48, now),
  }
}

function shareWithin(
  leads: readonly Pick<FairLead, 'metAt' | 'firstTouchAt'>[],
  hours: number,
  now: EpochMs,
): Figure {
  const limit = hours * HOUR_MS
  let answered = 0
  let counted = 0
  for (const { metAt, firstTouchAt } of leads) {
    const inTime = firstTouchAt !== undefined && firstTouchAt - metAt <= limit
    if (inTime) answered += 1
    if (inTime || now - metAt >= limit) counted += 1
  }
  return ratio(answered, counted, leads.length === 0 ? 'measures.noLeads' : 'measures.tooEarly', { hours })
}
