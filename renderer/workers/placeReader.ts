import { type PlaceFigures, placeFigures } from '#shared/costs/placeFigures'
import { type WhatIfStart, whatIfStart } from '#shared/costs/whatIfForm'
import type { AttributionModel } from '#shared/measures/attribution'
import type { CostView } from '#shared/measures/costViews'
import { foldContext } from '#shared/measures/facts/foldContext'
import { foldNotebook } from '#shared/measures/facts/foldNotebook'
import { placesOf } from '#shared/measures/places'
import { rateTable } from '#shared/money/rates'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { Period } from '#shared/time/period'
import type { ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { decodeRow, liveRecords } from '../store/rows'

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

/** Reads the whole notebook and works out what each channel and touchpoint cost and brought. */
export async function readPlaces(db: NotebookDatabase, request: PlaceRequest): Promise<PlaceAnswer> {
  // A merged page, a deleted channel: tombstones still say where things belong.
  const all = async <T extends TableName>(table: T): Promise<RecordOf<T>[]> =>
    (await db.rows(table).toArray()).map((row) => decodeRow(table, row))
  const living = async <T extends TableName>(table: T): Promise<RecordOf<T>[]> =>
    liveRecords(table, await db.rows(table).toArray())
  const [touchpoints, channels, products, carriers, rateLines, settings] = await Promise.all([
    all('touchpoints'),
    all('channels'),
    all('products'),
    all('carriers'),
    living('rates'),
    living('settings'),
  ])
  const base = settings[0]?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency
  const rates = rateTable(rateLines)
  const hours = await living('hours')
  const tables = {
    customers: await all('customers'),
    interactions: await living('interactions'),
    stageMoves: await living('stageMoves'),
    quotes: await living('quotes'),
    orders: await living('orders'),
    payments: await living('payments'),
    samples: await living('samples'),
    memberships: await living('memberships'),
    consents: await living('consents'),
    engagements: await living('engagements'),
    relations: await living('relations'),
    hours: hours.flatMap(({ customerId, ...one }) =>
      customerId === undefined ? [] : [{ ...one, customerId }],
    ),
  }
  const context = foldContext({ base, rates, zone: request.zone, touchpoints, carriers, products })
  const facts = foldNotebook(tables, context)
  const figures = placeFigures({
    facts,
    costs: await living('costs'),
    hours,
    touchpoints: touchpoints.filter(({ deletedAt }) => deletedAt === undefined),
    channels: channels.filter(({ deletedAt }) => deletedAt === undefined),
    places: placesOf(touchpoints, channels),
    period: request.period,
    model: request.model,
    view: request.view,
    base,
    rates,
    hourMinor: settings[0]?.hourMinor,
  })
  return { base, figures, start: whatIfStart(facts, request.period) }
}
