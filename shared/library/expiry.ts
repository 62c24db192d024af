import type { Content } from '../records/content'
import { daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** How long before its last day a piece is warned about, in days. */
const WARNED_DAYS = 30

export type Edition = Content['editions'][number]
export type Expiry = 'none' | 'fresh' | 'expiring' | 'expired'

/** Whether an edition may still be given on a day: its last day counts as good, the thirty before it as a warning. */
export function expiryOf(edition: Pick<Edition, 'expiresOn'>, today: IsoDate): Expiry {
  if (edition.expiresOn === undefined) return 'none'
  const left = daysBetween(today, edition.expiresOn)
  if (left < 0) return 'expired'
  return left <= WARNED_DAYS ? 'expiring' : 'fresh'
}

/** The worst of a piece's editions: what its card warns of. */
export function worstExpiry(piece: Pick<Content, 'editions'>, today: IsoDate): Expiry {
  const found = piece.editions.map((edition) => expiryOf(edition, today))
  return (['expired', 'expiring', 'fresh'] as const).find((expiry) => found.includes(expiry)) ?? 'none'
}
