import { type CarrierReach, carrierReach } from '#shared/measures/carrierReach'
import {
  type DrainageRow,
  drainageStepsByOffer,
  drainageStepsByTouchpoint,
} from '#shared/measures/drainageSteps'
import { type ListMonth, listGrowth } from '#shared/measures/listGrowth'
import { type OwnedReach, ownedReach } from '#shared/measures/ownedReach'
import type { IsoDate, ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import type { FactsReader } from './factsReader'

export interface CarriersRequest {
  readonly today: IsoDate
  readonly zone: ZoneName
}

export interface CarriersAnswer {
  readonly reach: ReadonlyMap<string, CarrierReach>
  /** The months of each carrier, the first one first. */
  readonly months: ReadonlyMap<string, readonly ListMonth[]>
  readonly touchpoints: readonly DrainageRow[]
  readonly offers: readonly DrainageRow[]
  /** Shares of live customers on one and on two carriers; shares of revenue stand in Insights. */
  readonly owned: {
    readonly customers: number
    readonly onOne: OwnedReach['onOne']['customers']
    readonly onTwo: OwnedReach['onTwo']['customers']
  }
}

/** Who is on our carriers and what the drainage is, as of a day, once the facts of everybody are there. */
export async function readCarriers(
  db: NotebookDatabase,
  reader: FactsReader,
  { today, zone }: CarriersRequest,
): Promise<CarriersAnswer> {
  const facts = await reader.ofEverybody(db, zone)
  const { customers, onOne, onTwo } = ownedReach(facts, today)
  return {
    reach: carrierReach(facts, today),
    months: listGrowth(facts, today),
    touchpoints: drainageStepsByTouchpoint(facts, today),
    offers: drainageStepsByOffer(facts, today),
    owned: { customers, onOne: onOne.customers, onTwo: onTwo.customers },
  }
}
