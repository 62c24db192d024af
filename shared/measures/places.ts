import type { Cost } from '../records/cost'
import type { Channel, Touchpoint } from '../records/touchpoint'
import { type AttributionModel, attribute, type SourceShare } from './attribution'
import type { CustomerFacts } from './facts/customerFacts'

/** What is asked of a touchpoint. */
type Place = Pick<Touchpoint, 'channelId' | 'kind' | 'name' | 'country'>

/** What a measure needs to put a touchpoint under its channel and to tell rented from owned. */
export interface Places {
  readonly touchpoints: ReadonlyMap<string, Place>
  readonly channels: ReadonlyMap<string, Pick<Channel, 'ownership'>>
}

/**
 * What a figure is about: everything that is named must hold, and nothing named is the whole notebook. A campaign is a
 * touchpoint of that kind and name, or the campaign of an ad network that a cost names.
 */
export interface Scope {
  readonly channelId?: string
  readonly touchpointId?: string
  readonly campaign?: string
  readonly country?: string
}

/** Looks channels and touchpoints up by id. Deleted ones stay: what came through them did. */
export function placesOf(
  touchpoints: readonly (Place & Pick<Touchpoint, 'id'>)[],
  channels: readonly Pick<Channel, 'id' | 'ownership'>[],
): Places {
  return {
    touchpoints: new Map(touchpoints.map((one) => [one.id, one])),
    channels: new Map(channels.map((one) => [one.id, one])),
  }
}

/** Which part of a customer, 0 to 1, belongs to a scope. The country is the customer's own. */
export function shareInScope(
  facts: Pick<CustomerFacts, 'sources' | 'orders' | 'country'>,
  scope: Scope,
  model: AttributionModel,
  places: Places,
): number {
  if (scope.country !== undefined && scope.country !== facts.country) return 0
  // Most customers have nothing to do with the channel that is asked about.
  if (scope.channelId !== undefined && !facts.sources.some((one) => one.channelId === scope.channelId))
    return 0
  return attribute(facts, model)
    .filter((one) => isShareInScope(one, scope, places))
    .reduce((sum, one) => sum + one.share, 0)
}

/** Whether one source of a customer lies in a scope; the country, which is the customer's, is not asked here. */
export function isShareInScope(
  one: Pick<SourceShare, 'touchpointId' | 'channelId'>,
  scope: Scope,
  places: Places,
): boolean {
  return (
    (scope.touchpointId === undefined || scope.touchpointId === one.touchpointId) &&
    (scope.channelId === undefined || scope.channelId === one.channelId) &&
    (scope.campaign === undefined || scope.campaign === campaignOf(one.touchpointId, places))
  )
}

/** What a cost says of where it was spent. */
export type PlacedCost = Pick<Cost, 'amount' | 'on' | 'category'> &
  Partial<Pick<Cost, 'touchpointId' | 'channelId' | 'campaign' | 'country' | 'coversFrom' | 'coversTo'>> & {
    readonly deletedAt?: number | undefined
  }

/**
 * The costs of a scope that say how much: deleted ones, and those of zero, which stand for "not known yet", are left
 * out. A cost without a country of its own was spent where its touchpoint is.
 */
export function costsInScope<C extends PlacedCost>(
  costs: readonly C[],
  scope: Scope,
  places: Places,
): readonly C[] {
  return costs.filter((cost) => {
    if (cost.deletedAt !== undefined || cost.amount.minor === 0) return false
    const { touchpointId } = cost
    const place = touchpointId === undefined ? undefined : places.touchpoints.get(touchpointId)
    const campaign = cost.campaign ?? campaignOf(touchpointId, places)
    return (
      (scope.touchpointId === undefined || scope.touchpointId === touchpointId) &&
      (scope.channelId === undefined || scope.channelId === (cost.channelId ?? place?.channelId)) &&
      (scope.campaign === undefined || scope.campaign === campaign) &&
      (scope.country === undefined || scope.country === (cost.country ?? place?.country))
    )
  })
}

/** The channel's owner: ours, somebody else's, or unknown. */
export function ownershipOf(channelId: string | undefined, places: Places): Channel['ownership'] | undefined {
  return channelId === undefined ? undefined : places.channels.get(channelId)?.ownership
}

function campaignOf(touchpointId: string | undefined, places: Places): string | undefined {
  const place = touchpointId === undefined ? undefined : places.touchpoints.get(touchpointId)
  return place?.kind === 'campaign' ? place.name : undefined
}
