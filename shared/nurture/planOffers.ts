import type { Interaction } from '../records/interaction'
import type { Enrolment } from '../records/nurture'
import type { Order, Quote, Sample } from '../records/trade'
import { addDays, compareDays, dayIn } from '../time/calendarDay'
import type { IsoDate, ZoneName } from '../time/values'
import type { PlanEntry } from './planBook'
import type { PlanOccasion } from './plans/shippedPlans'

/** What happened with one customer. */
export interface OfferSources {
  readonly interactions: readonly Pick<Interaction, 'id' | 'kind' | 'at'>[]
  readonly quotes: readonly Pick<Quote, 'id' | 'on' | 'status'>[]
  readonly orders: readonly Pick<Order, 'id' | 'on' | 'status' | 'milestones'>[]
  readonly samples: readonly Pick<Sample, 'id' | 'on'>[]
  readonly enrolments: readonly Enrolment[]
}

/** A plan that something that happened suggests. */
interface PlanOffer {
  readonly entry: PlanEntry
  /** The record that it begins with. */
  readonly aboutId: string
}

/** Older things suggest nothing: by then it has been decided. */
const OFFER_DAYS = 14

/**
 * The plans that the last two weeks with a customer suggest, the newest occasion first; each is offered until somebody
 * is put on it or the days are over, and none begins by itself. A plan on which the customer is, or which was begun
 * since, is not offered; nor is a retired one.
 */
export function planOffers(
  sources: OfferSources,
  book: readonly PlanEntry[],
  today: IsoDate,
  zone: ZoneName,
): PlanOffer[] {
  const since = addDays(today, -OFFER_DAYS)
  const happened = occasions(sources, zone)
    .filter(({ on }) => compareDays(on, since) >= 0 && compareDays(on, today) <= 0)
    .sort((a, b) => compareDays(b.on, a.on))
  const offers = new Map<string, PlanOffer>()
  for (const { occasion, on, id } of happened) {
    const entry = book.find((plan) => plan.occasion === occasion)
    if (entry === undefined || entry.isRetired || offers.has(entry.planKey)) continue
    const versions = new Set(entry.versionIds)
    const isTaken = sources.enrolments.some(
      ({ planId, endedAt, startsOn }) =>
        versions.has(planId) && (endedAt === undefined || compareDays(startsOn, on) >= 0),
    )
    if (!isTaken) offers.set(entry.planKey, { entry, aboutId: id })
  }
  return [...offers.values()]
}

interface Occasion {
  readonly occasion: PlanOccasion
  readonly on: IsoDate
  readonly id: string
}

function occasions({ interactions, quotes, orders, samples }: OfferSources, zone: ZoneName): Occasion[] {
  const counted = orders.filter(({ status }) => status !== 'cancelled')
  const [first] = [...counted].sort((a, b) => compareDays(a.on, b.on))
  return [
    ...interactions.flatMap(({ id, kind, at }): Occasion[] => {
      const occasion = kind === 'enquiry' ? 'enquiry' : kind === 'news' ? 'news' : undefined
      return occasion === undefined ? [] : [{ occasion, on: dayIn(zone, at), id }]
    }),
    ...quotes
      .filter(({ status }) => status === 'open')
      .map(({ id, on }): Occasion => ({ occasion: 'quote', on, id })),
    ...samples.map(({ id, on }): Occasion => ({ occasion: 'sample', on, id })),
    ...counted.flatMap(({ id, milestones }): Occasion[] => {
      const on = milestones.find(({ kind }) => kind === 'arrived')?.doneOn
      // Whoever complained after the goods came is not asked for a name.
      const isHappy = !interactions.some(
        ({ kind, at }) => kind === 'complaint' && on !== undefined && compareDays(dayIn(zone, at), on) >= 0,
      )
      return on === undefined || !isHappy ? [] : [{ occasion: 'delivery', on, id }]
    }),
    ...(first === undefined ? [] : [{ occasion: 'firstOrder' as const, on: first.on, id: first.id }]),
  ]
}
