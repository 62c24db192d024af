import { type PlaceFigures, placeFigures } from '#shared/costs/placeFigures'
import { type WhatIfStart, whatIfStart } from '#shared/costs/whatIfForm'
import type { AttributionModel } from '#shared/measures/attribution'
import type { CostView } from '#shared/measures/costViews'
import { placesOf } from '#shared/measures/places'
import type { Period } from '#shared/time/period'
import type { ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import type { FactsReader } from './factsReader'

/** Which figures of channels and touchpoints are asked for. */
export interface PlaceRequest {
  readonly period: Period
  readonly model: AttributionModel
  readonly view: CostView
  readonly zone: ZoneName
}

/** Figures by `placeKeyOf`, and the currency that they are in. */
export interface PlaceAnswer {
  readonly base: string
  readonly figures: ReadonlyMap<string, PlaceFigures>
  readonly start: WhatIfStart
}

/** What each channel and touchpoint cost and brought, in the notebook's own currency, once everybody's facts are there. */
export async function readPlaces(
  db: NotebookDatabase,
  reader: FactsReader,
  { period, model, view, zone }: PlaceRequest,
): Promise<PlaceAnswer> {
  const facts = await reader.ofEverybody(db, zone, 'own')
  const { shelves } = reader
  const base = shelves.base()
  const figures = placeFigures({
    facts,
    costs: shelves.costs.live(),
    hours: shelves.hours.live(),
    touchpoints: shelves.touchpoints.live(),
    channels: shelves.channels.live(),
    // A deleted channel still says where things belong.
    places: placesOf(shelves.touchpoints.all(), shelves.channels.all()),
    period,
    model,
    view,
    base,
    rates: shelves.rateTable(),
    hourMinor: shelves.settings()?.hourMinor,
  })
  return { base, figures, start: whatIfStart(facts, period) }
}
