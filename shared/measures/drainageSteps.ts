import { groupedBy } from '../grouping/groupedBy'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type Drainage, drainageByOffer, drainageByTouchpoint } from './drainage'
import type { CustomerFacts } from './facts/customerFacts'
import { ENGAGED_KINDS } from './facts/engagementFacts'

/** From the first handshake to the order, in the order in which people are usually lost. */
export const DRAINAGE_STEPS = ['met', 'offered', 'joined', 'engaged', 'enquired', 'ordered'] as const
export type DrainageStep = (typeof DRAINAGE_STEPS)[number]

/** What became of those who were met at one touchpoint, or to whom one offer was made. */
export interface DrainageRow extends Drainage {
  /** The touchpoint or the offer. */
  readonly place: string
  /** People to whom an offer was made there. */
  readonly offered: number
  /**
   * The customers behind each step, each once. Of the last three the number is the figure: customers who since the day
   * they were met there took notice of something or spoke to us, sent an enquiry, or ordered.
   */
  readonly behind: Readonly<Record<DrainageStep, readonly string[]>>
}

type StepFacts = Pick<
  CustomerFacts,
  | 'customerId'
  | 'meetings'
  | 'offered'
  | 'memberships'
  | 'engagements'
  | 'inboundOn'
  | 'steps'
  | 'history'
  | 'orders'
>

/**
 * Met, offered, joined, engaged, enquired, ordered for each touchpoint, as of a day; those with most people first. People
 * up to joining (see `drainageByTouchpoint`), customers beyond it.
 */
export function drainageStepsByTouchpoint(facts: readonly StepFacts[], asOf: IsoDate): DrainageRow[] {
  return rows(facts, asOf, drainageByTouchpoint(facts, asOf), (one) => [
    ...one.meetings.map(({ touchpointId, on }) => ({ place: touchpointId, step: 'met' as const, on })),
    ...one.offered.map(({ touchpointId, on, personKey }) => ({
      place: touchpointId,
      step: 'offered' as const,
      on,
      personKey,
    })),
    ...one.memberships.map(({ touchpointId, joinedOn, consented }) => ({
      place: touchpointId,
      step: consented ? ('joined' as const) : ('met' as const),
      on: joinedOn,
    })),
  ])
}

/** The same for each offer: whoever was made it was met, so that met and offered are one number. */
export function drainageStepsByOffer(facts: readonly StepFacts[], asOf: IsoDate): DrainageRow[] {
  return rows(facts, asOf, drainageByOffer(facts, asOf), (one) => [
    ...one.offered.map(({ offerId, on, personKey }) => ({
      place: offerId,
      step: 'offered' as const,
      on,
      personKey,
    })),
    ...one.memberships.map(({ offerId, joinedOn, consented, personKey }) =>
      consented
        ? { place: offerId, step: 'joined' as const, on: joinedOn, personKey }
        : { place: offerId, step: 'offered' as const, on: joinedOn, personKey },
    ),
  ])
}

interface Mark {
  readonly place: string | undefined
  readonly step: 'met' | 'offered' | 'joined'
  readonly on: IsoDate
  /** Set where people are counted by it. */
  readonly personKey?: string
}

function rows(
  facts: readonly StepFacts[],
  asOf: IsoDate,
  rates: ReadonlyMap<string, Drainage>,
  marksOf: (one: StepFacts) => readonly Mark[],
): DrainageRow[] {
  const places = new Map<string, { offered: number; behind: Record<DrainageStep, string[]> }>()
  for (const one of facts) {
    for (const [place, marks] of byPlace(marksOf(one), asOf)) {
      const row = places.get(place) ?? { offered: 0, behind: emptySteps() }
      places.set(place, row)
      const first = marks.map(({ on }) => on).reduce((a, b) => (a < b ? a : b))
      const { behind } = row
      behind.met.push(one.customerId)
      const offered = new Set(
        marks.filter(({ step }) => step !== 'met').flatMap(({ personKey }) => personKey ?? []),
      )
      row.offered += offered.size
      if (offered.size > 0) behind.offered.push(one.customerId)
      if (marks.some(({ step }) => step === 'joined')) behind.joined.push(one.customerId)
      for (const step of laterSteps(one, first, asOf)) behind[step].push(one.customerId)
    }
  }
  return [...places]
    .flatMap(([place, row]) => {
      const rate = rates.get(place)
      return rate === undefined ? [] : [{ place, ...rate, ...row }]
    })
    .sort((a, b) => b.met - a.met || (a.place < b.place ? -1 : 1))
}

function byPlace(marks: readonly Mark[], asOf: IsoDate): Map<string, Mark[]> {
  return groupedBy(marks, ({ place, on }) => (compareDays(on, asOf) > 0 ? undefined : place))
}

/** What they did from a day on, up to another. */
function laterSteps(one: StepFacts, from: IsoDate, to: IsoDate): DrainageStep[] {
  const since = (on: IsoDate | undefined) =>
    on !== undefined && compareDays(on, from) >= 0 && compareDays(on, to) <= 0
  const engaged =
    one.engagements.some(({ kind, on }) => ENGAGED_KINDS.includes(kind) && since(on)) ||
    one.inboundOn.some(since)
  const enquired =
    since(one.steps.enquiry) || one.history.some((move) => move.to === 'enquiry' && since(move.on))
  const steps: DrainageStep[] = []
  if (engaged) steps.push('engaged')
  if (enquired) steps.push('enquired')
  if (one.orders.some(({ on }) => since(on))) steps.push('ordered')
  return steps
}

function emptySteps(): Record<DrainageStep, string[]> {
  return { met: [], offered: [], joined: [], engaged: [], enquired: [], ordered: [] }
}
