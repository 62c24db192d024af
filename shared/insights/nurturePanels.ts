import { advocacy, advocateSince } from '../measures/advocate'
import { drainageByOffer, drainageByTouchpoint } from '../measures/drainage'
import { figure, ratio } from '../measures/figure'
import { journeyOf, journeyTable } from '../measures/journey'
import { listGrowth } from '../measures/listGrowth'
import { type LeadSide, nurturedVsCold } from '../measures/nurturedVsCold'
import { traceWarmth } from '../measures/warmthTrace'
import type { InsightBook, InsightQuestion } from './insightBook'
import { nameCell, type PanelColumn, type PanelMaker, type PanelNote } from './panel'

/** So many months of each list. */
const LIST_MONTHS = 12
/** Three gifts before an ask, unless the notebook says otherwise. */
const GIVE_ASK = 3

/** Members joined less members left, month by month, all lists one after the other. */
export const listPanel: PanelMaker = {
  make: (book, { today }) => ({
    columns: [
      { id: 'carrier', caption: 'insights.column.carrier', kind: 'name' },
      { id: 'month', caption: 'insights.column.month', kind: 'name' },
      { id: 'size', caption: 'insights.column.sizeAtStart', kind: 'count' },
      { id: 'joined', caption: 'insights.column.joined', kind: 'count' },
      { id: 'left', caption: 'insights.column.left', kind: 'count' },
      { id: 'net', caption: 'insights.column.net', kind: 'count' },
      {
        id: 'growth',
        caption: 'insights.column.growth',
        kind: 'share',
        formula: { quotient: ['net', 'size'] },
      },
    ],
    rows: [...listGrowth(book.facts, today)].flatMap(([carrierId, months]) =>
      months.slice(-LIST_MONTHS).map((row) => ({
        key: `${carrierId} ${row.month}`,
        cells: {
          carrier: nameCell(book.carriers.get(carrierId)?.name, 'insights.goneCarrier'),
          month: { month: row.month },
          size: figure(row.sizeAtStart),
          joined: figure(row.joined),
          left: figure(row.left),
          net: figure(row.net),
          growth: row.growth,
        },
      })),
    ),
    notes: [],
  }),
}

/** Leads that were given something at least three times before they asked, against the rest. */
export const coldPanel: PanelMaker = {
  make: (book, { today }) => {
    const told = nurturedVsCold(book.facts, today, book.base)
    const notes: PanelNote[] = []
    const { timesAsOften } = told
    if (timesAsOften.value !== undefined)
      notes.push({
        message: 'insights.note.timesAsOften',
        params: { times: Math.round(timesAsOften.value * 100) / 100 },
      })
    else
      notes.push({
        message: timesAsOften.reason.code as PanelNote['message'],
        params: timesAsOften.reason.params,
      })
    const cells = (side: LeadSide) => ({
      leads: figure(side.leads),
      orders: figure(side.orders),
      conversion: side.conversion,
      days: side.daysToOrder.median,
      value: side.meanFirstOrder,
    })
    return {
      columns: [
        { id: 'side', caption: 'insights.column.leads', kind: 'name' },
        { id: 'leads', caption: 'insights.column.enquiries', kind: 'count' },
        { id: 'orders', caption: 'insights.column.orders', kind: 'count' },
        {
          id: 'conversion',
          caption: 'insights.column.conversion',
          kind: 'share',
          formula: { quotient: ['orders', 'leads'] },
        },
        { id: 'days', caption: 'insights.column.daysToOrder', kind: 'days' },
        { id: 'value', caption: 'insights.column.meanFirstOrder', kind: 'money' },
      ],
      rows: [
        { key: 'nurtured', cells: { side: { message: 'insights.side.nurtured' }, ...cells(told.nurtured) } },
        { key: 'cold', cells: { side: { message: 'insights.side.cold' }, ...cells(told.cold) } },
      ],
      notes,
    }
  },
}

/** Gifts against asks over everybody, and who was asked more than they were given. */
export const giveAskPanel: PanelMaker = {
  make: (book) => {
    const guard = book.giveAskRatio ?? GIVE_ASK
    const kept = { gives: 0, asks: 0, customers: 0 }
    const below = { gives: 0, asks: 0, customers: 0 }
    for (const { giveAsk } of book.customers) {
      if (giveAsk.gives === 0 && giveAsk.asks === 0) continue
      const own = giveAsk.gives >= guard * giveAsk.asks ? kept : below
      own.gives += giveAsk.gives
      own.asks += giveAsk.asks
      own.customers += 1
    }
    const row = (key: 'kept' | 'below', sums: typeof kept) => ({
      key,
      behind: sums.customers > 0,
      cells: {
        guard: { message: `insights.giveAsk.${key}` as const, params: { guard } },
        customers: figure(sums.customers),
        gives: figure(sums.gives),
        asks: figure(sums.asks),
        ratio: ratio(sums.gives, sums.asks, 'measures.nothingAsked'),
      },
    })
    return {
      columns: [
        { id: 'guard', caption: 'insights.column.guard', kind: 'name' },
        { id: 'customers', caption: 'insights.column.customers', kind: 'count' },
        { id: 'gives', caption: 'insights.column.gives', kind: 'count' },
        { id: 'asks', caption: 'insights.column.asks', kind: 'count' },
        {
          id: 'ratio',
          caption: 'insights.column.giveAsk',
          kind: 'times',
          formula: { quotient: ['gives', 'asks'] },
        },
      ],
      rows: [row('kept', kept), row('below', below)],
      notes: [],
    }
  },
  behind: (book, _question, rowKey) => {
    const guard = book.giveAskRatio ?? GIVE_ASK
    return book.customers
      .filter(({ giveAsk: { gives, asks } }) => gives + asks > 0)
      .filter(({ giveAsk: { gives, asks } }) => gives >= guard * asks === (rowKey === 'kept'))
      .map(({ facts }) => facts.customerId)
  },
}

const DRAINAGE_COLUMNS: readonly PanelColumn[] = [
  { id: 'met', caption: 'insights.column.peopleMet', kind: 'count' },
  { id: 'joined', caption: 'insights.column.joinedConsent', kind: 'count' },
  {
    id: 'rate',
    caption: 'insights.column.drainage',
    kind: 'share',
    formula: { quotient: ['joined', 'met'] },
  },
  { id: 'without', caption: 'insights.column.withoutConsent', kind: 'count' },
]

/** How many of those met at each touchpoint, and of those offered something, came onto ground of our own. */
export const drainagePanel: PanelMaker = {
  make: (book, { today }) => {
    const places = [...drainageByTouchpoint(book.facts, today)].map(([id, told]) => ({
      id,
      told,
      name: nameCell(book.touchpoints.get(id)?.name, 'insights.goneTouchpoint'),
    }))
    const offers = [...drainageByOffer(book.facts, today)].map(([id, told]) => ({
      id,
      told,
      name: nameCell(book.offers.get(id)?.name, 'insights.goneOffer'),
    }))
    const row = ({ id, told, name }: (typeof places)[number]) => ({
      key: id,
      cells: {
        place: name,
        met: figure(told.met),
        joined: figure(told.joined),
        rate: told.rate,
        without: figure(told.withoutConsent),
      },
    })
    const mostFirst = (a: (typeof places)[number], b: (typeof places)[number]) =>
      b.told.met - a.told.met || (a.id < b.id ? -1 : 1)
    return {
      columns: [{ id: 'place', caption: 'insights.column.place', kind: 'name' }, ...DRAINAGE_COLUMNS],
      rows: [...places.sort(mostFirst), ...offers.sort(mostFirst)].map(row),
      notes: [],
    }
  },
}

/** Where customers stand on their way, how long each stretch takes, and where they fall silent. */
export const journeyPanel: PanelMaker = {
  make: (book, question) => ({
    columns: [
      { id: 'stage', caption: 'insights.column.stage', kind: 'name' },
      { id: 'reached', caption: 'insights.column.reached', kind: 'count' },
      { id: 'standing', caption: 'insights.column.standing', kind: 'count' },
      { id: 'lost', caption: 'insights.column.silent', kind: 'count' },
      { id: 'lostShare', caption: 'insights.column.silentShare', kind: 'share' },
      { id: 'median', caption: 'insights.column.medianDays', kind: 'days' },
      { id: 'p90', caption: 'insights.column.p90Days', kind: 'days' },
    ],
    rows: journeyTable(journeys(book, question).map(({ journey }) => journey)).map((row) => ({
      key: row.stage,
      behind: row.standing > 0,
      cells: {
        stage: { message: `insights.journey.${row.stage}` },
        reached: figure(row.reached),
        standing: figure(row.standing),
        lost: figure(row.lost),
        lostShare: row.lostShare,
        median: row.days.median,
        p90: row.days.p90,
      },
    })),
    notes: [],
  }),
  behind: (book, question, rowKey) =>
    journeys(book, question)
      .filter(({ journey }) => journey.stage === rowKey)
      .map(({ customerId }) => customerId),
}

function journeys(book: InsightBook, { today, now }: InsightQuestion) {
  return book.customers.map(({ facts, warmth }) => {
    const { isAdvocate } = advocacy(facts, traceWarmth(warmth, now, book.halfLifeDays), today)
    const since = isAdvocate ? advocateSince(facts, today) : undefined
    return { customerId: facts.customerId, journey: journeyOf(facts, today, since) }
  })
}
