import type { RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import type { Hours } from '../records/hours'
import { compareDays } from '../time/calendarDay'
import { isWithin, type Period } from '../time/period'
import { type AttributionModel, sumOfShares } from './attribution'
import { costPerShare } from './costPer'
import { type CostView, periodCost } from './costViews'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, figure, noFigure } from './figure'
import { costsInScope, type PlacedCost, type Places, type Scope, shareInScope } from './places'
import { costCoverage, type ScopeCost } from './scopeCost'

/** Time of ours that belongs to no customer: spent on a fair, a channel. */
export type PlacedHours = Pick<Hours, 'on' | 'minutes' | 'kind'> &
  Partial<Pick<Hours, 'customerId' | 'touchpointId' | 'channelId'>> & {
    readonly deletedAt?: number | undefined
  }

/** What an acquisition cost is asked about. */
export interface AcquisitionQuestion {
  readonly facts: readonly AcquisitionFacts[]
  readonly costs: readonly PlacedCost[]
  readonly hours: readonly PlacedHours[]
  readonly scope: Scope
  readonly period: Period
  readonly model: AttributionModel
  readonly view: CostView
  readonly places: Places
  readonly base: CurrencyCode
  readonly rates: RateTable
  /** Price of one hour of ours in the base currency's smallest unit. */
  readonly hourMinor?: number | undefined
}
type AcquisitionFacts = Pick<CustomerFacts, 'sources' | 'orders' | 'country' | 'steps' | 'worked'>

/** What a new customer costs, without and with our own time. */
export interface AcquisitionCost {
  /** First orders in the period; parts of customers under linear attribution. */
  readonly newCustomers: number
  readonly cost: ScopeCost
  readonly cac: Figure<Money>
  /** Minutes with the new customers from enquiry to first order, and those on the scope itself. */
  readonly minutes: number
  readonly hourCost: Figure<Money>
  readonly fullCycleCac: Figure<Money>
  /** Shown beside both below 1. */
  readonly coverage: Figure
}

/**
 * CAC: direct cost of the scope in the period / new customers attributed to it. Full-cycle CAC adds our hours at their
 * price: those with the new customers from enquiry to first order (both days included; from the first contact where no
 * enquiry is known), and those logged on the scope's channel or touchpoint in the period without naming a customer.
 * Hours at a fair count only where no staff days stand in its ledger, or they would be paid twice.
 *
 * Source: measures.md "CAC", "full-cycle CAC", "cost coverage".
 */
export function acquisitionCost(question: AcquisitionQuestion): AcquisitionCost {
  const { facts, scope, period, model, places } = question
  const costs = costsInScope(question.costs, scope, places)
  const cost = periodCost(costs, period, question.view, question.base, question.rates)
  let newCustomers = 0
  let minutes = ownMinutes(question, costs)
  const leads: { touchpointId?: string | undefined; channelId?: string | undefined }[] = []
  for (const one of facts) {
    const share = shareInScope(one, scope, model, places)
    if (share === 0) continue
    const [source] = one.sources
    if (one.steps.met === undefined || isWithin(one.steps.met, period)) leads.push({ ...source })
    const orderedOn = one.orders[0]?.on
    if (orderedOn === undefined || !isWithin(orderedOn, period)) continue
    newCustomers += share
    minutes += share * cycleMinutes(one, orderedOn)
  }
  newCustomers = sumOfShares(newCustomers)
  const hourCost = priceOfMinutes(minutes, question.hourMinor, question.base)
  return {
    newCustomers,
    cost,
    cac: costPerShare(cost.total, newCustomers, 'newCustomer'),
    minutes: sumOfShares(minutes),
    hourCost,
    fullCycleCac: costPerShare(added(cost.total, hourCost), newCustomers, 'newCustomer'),
    coverage: costCoverage(leads, costs),
  }
}

/** Minutes with a customer from the enquiry (else the first contact) to the first order, both days included. */
export function cycleMinutes(facts: Pick<CustomerFacts, 'steps' | 'worked'>, orderedOn: string): number {
  const from = facts.steps.enquiry ?? facts.steps.met ?? orderedOn
  return facts.worked
    .filter(({ on }) => compareDays(on, from) >= 0 && compareDays(on, orderedOn) <= 0)
    .reduce((sum, one) => sum + one.minutes, 0)
}

function ownMinutes(question: AcquisitionQuestion, costs: readonly PlacedCost[]): number {
  return ownHours(question, costs).reduce((sum, one) => sum + one.minutes, 0)
}

/** The lines of the time log that a scope's full-cycle cost counts in a period; `costs` are those of the scope. */
export function ownHours<H extends PlacedHours>(
  question: Pick<AcquisitionQuestion, 'scope' | 'places' | 'period'> & { readonly hours: readonly H[] },
  costs: readonly Pick<PlacedCost, 'category' | 'touchpointId'>[],
): readonly H[] {
  const { scope, places, period } = question
  // Time that names no country or campaign can't be told apart by one.
  if (scope.country !== undefined || scope.campaign !== undefined) return []
  const paid = new Set(costs.filter((cost) => cost.category === 'staffDays').map((cost) => cost.touchpointId))
  return question.hours
    .filter((one) => one.deletedAt === undefined && one.customerId === undefined && isWithin(one.on, period))
    .filter(({ kind, touchpointId }) => !(paid.has(touchpointId) && (kind === 'fair' || kind === 'travel')))
    .filter(({ touchpointId, channelId }) => {
      const place = touchpointId === undefined ? undefined : places.touchpoints.get(touchpointId)
      return (
        (scope.touchpointId === undefined || scope.touchpointId === touchpointId) &&
        (scope.channelId === undefined || scope.channelId === (channelId ?? place?.channelId))
      )
    })
}

/** Our time at the price of an hour, rounded once; no figure without a price. */
export function priceOfMinutes(
  minutes: number,
  hourMinor: number | undefined,
  base: CurrencyCode,
): Figure<Money> {
  if (hourMinor === undefined) return noFigure('measures.noHourRate')
  const minor = Math.round((minutes * hourMinor) / 60)
  return Number.isSafeInteger(minor)
    ? figure({ minor, currency: base })
    : noFigure('measures.tooLarge', { base })
}

/** Time has a cost even where no money was spent; without a price of an hour there is no full cycle. */
function added(cost: Figure<Money>, hours: Figure<Money>): Figure<Money> {
  if (hours.value === undefined) return hours
  if (cost.value === undefined)
    return cost.reason.code === 'measures.noCost' && hours.value.minor > 0 ? hours : cost
  const minor = cost.value.minor + hours.value.minor
  const { currency } = hours.value
  return Number.isSafeInteger(minor)
    ? figure({ minor, currency })
    : noFigure('measures.tooLarge', { base: currency })
}
