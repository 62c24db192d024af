import { acquiredKept } from '../measures/acquiredKept'
import { figure } from '../measures/figure'
import { placesOf } from '../measures/places'
import { productInterest } from '../measures/productInterest'
import { referralTrees } from '../measures/referralTree'
import { repeatRate } from '../measures/repeatRate'
import { retentionCohorts } from '../measures/retentionCohorts'
import { compareDays } from '../time/calendarDay'
import { quarterNumber } from '../time/period'
import {
  idsWhere,
  nameCell,
  type PanelCell,
  type PanelColumn,
  type PanelMaker,
  type PanelNote,
} from './panel'

/** So many quarters of first orders, and so many quarters after each, are shown: what fits on a small screen. */
const COHORTS = 12
const QUARTERS_AFTER = 8

/** Who comes back: the share of each quarter's new customers who ordered in the k-th quarter after. */
export const cohortPanel: PanelMaker = {
  make: (book, { today }) => {
    const all = retentionCohorts(book.facts, today, book.base)
    const cohorts = all.slice(-COHORTS)
    const widest = Math.min(QUARTERS_AFTER, Math.max(0, ...cohorts.map(({ cells }) => cells.length - 1)))
    const repeat = repeatRate(book.facts, today)
    const notes: PanelNote[] = [
      { message: 'insights.note.repeat', params: { repeaters: repeat.repeaters, buyers: repeat.buyers } },
    ]
    if (all.length > cohorts.length)
      notes.push({ message: 'insights.note.olderCohorts', params: { count: all.length - cohorts.length } })
    const after = Array.from({ length: widest }, (_, place) => place + 1)
    return {
      columns: [
        { id: 'quarter', caption: 'insights.column.firstOrder', kind: 'name' },
        { id: 'customers', caption: 'insights.column.new', kind: 'count' },
        ...after.map(
          (count): PanelColumn => ({
            id: `+${count}`,
            caption: 'insights.column.after',
            params: { count },
            kind: 'share',
          }),
        ),
      ],
      rows: cohorts.map(({ quarter, customers, cells }) => ({
        key: String(quarter),
        behind: true,
        cells: {
          quarter: { quarter },
          customers: figure(customers),
          ...Object.fromEntries(
            cells
              .slice(1, 1 + QUARTERS_AFTER)
              .map((cell): [string, PanelCell] => [`+${cell.quartersAfter}`, cell.share]),
          ),
        },
      })),
      notes,
    }
  },
  behind: (book, { today }, rowKey) =>
    idsWhere(book, ({ orders }) => {
      const on = orders[0]?.on
      return on !== undefined && compareDays(on, today) <= 0 && String(quarterNumber(on)) === rowKey
    }),
}

/** First orders to the channel that won the customer, later ones to what kept them. */
export const keptPanel: PanelMaker = {
  make: (book, { today, model }) => {
    const places = placesOf([...book.touchpoints.values()], [...book.channels.values()])
    return {
      columns: [
        { id: 'channel', caption: 'insights.column.acquiredBy', kind: 'name' },
        { id: 'customers', caption: 'insights.column.customers', kind: 'count' },
        { id: 'first', caption: 'insights.column.firstOrders', kind: 'money' },
        { id: 'owned', caption: 'insights.column.keptOwned', kind: 'money' },
        { id: 'referral', caption: 'insights.column.keptReferral', kind: 'money' },
        { id: 'rented', caption: 'insights.column.keptRented', kind: 'money' },
        { id: 'none', caption: 'insights.column.keptNone', kind: 'money' },
      ],
      rows: acquiredKept(book.facts, today, model, places, book.base).map((row) => ({
        key: row.channelId ?? '',
        cells: {
          channel: nameCell(
            row.channelId === undefined ? undefined : book.channels.get(row.channelId)?.name,
            'insights.unknownSource',
          ),
          customers: figure(row.customers),
          first: row.firstOrders,
          owned: row.later.owned.revenue,
          referral: row.later.referral.revenue,
          rented: row.later.rented.revenue,
          none: row.later.none.revenue,
        },
      })),
      notes: [],
    }
  },
}

/** What customers brought by sending others, by the channel at which the tree of referrals began. */
export const referralPanel: PanelMaker = {
  make: (book, { today }) => {
    const trees = referralTrees(book.facts, today, book.base)
    return {
      columns: [
        { id: 'channel', caption: 'insights.column.channel', kind: 'name' },
        { id: 'referred', caption: 'insights.column.referred', kind: 'count' },
        { id: 'value', caption: 'insights.column.revenue', kind: 'money' },
      ],
      rows: [...trees.byChannel]
        .sort((a, b) => b[1].referred - a[1].referred || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
        .map(([channelId, { referred, value }]) => ({
          key: channelId ?? '',
          cells: {
            channel: nameCell(
              channelId === undefined ? undefined : book.channels.get(channelId)?.name,
              'insights.unknownSource',
            ),
            referred: figure(referred),
            value,
          },
        })),
      notes:
        trees.leftOut === 0
          ? []
          : [{ message: 'insights.note.brokenTies', params: { count: trees.leftOut }, isGap: true }],
    }
  },
}

/** What becomes of the interest in each product line. */
export const productPanel: PanelMaker = {
  make: (book, { today }) => ({
    columns: [
      { id: 'line', caption: 'insights.column.productLine', kind: 'name' },
      { id: 'asked', caption: 'insights.column.asked', kind: 'count' },
      { id: 'sampled', caption: 'insights.column.sampled', kind: 'count' },
      { id: 'quoted', caption: 'insights.column.quotedCount', kind: 'count' },
      { id: 'ordered', caption: 'insights.column.ordered', kind: 'count' },
      { id: 'reordered', caption: 'insights.column.reordered', kind: 'count' },
      { id: 'rate', caption: 'insights.column.askedToOrdered', kind: 'share' },
      { id: 'revenue', caption: 'insights.column.revenue', kind: 'money' },
      { id: 'margin', caption: 'insights.column.margin', kind: 'money' },
    ],
    rows: productInterest(book.facts, book.products, today, book.base).map((row) => ({
      key: row.line,
      cells: {
        line: { name: row.line },
        asked: figure(row.asked),
        sampled: figure(row.sampled),
        quoted: figure(row.quoted),
        ordered: figure(row.ordered),
        reordered: figure(row.reordered),
        rate: row.askedToOrdered,
        revenue: row.revenue,
        margin: row.margin,
      },
    })),
    notes: [],
  }),
}
