import { attribute } from '../measures/attribution'
import { dependence } from '../measures/dependence'
import { figure, ratio } from '../measures/figure'
import { isLost, ownedReach, reachableCarriers } from '../measures/ownedReach'
import { placesOf } from '../measures/places'
import { isWithin, trailingYear } from '../time/period'
import type { InsightBook } from './insightBook'
import { idsWhere, nameCell, type PanelMaker, type PanelNote } from './panel'

const REACH = ['two', 'one', 'none'] as const

/** How many of our own carriers lead to each live customer; behind "none" stands the list to move off the platforms. */
export const reachPanel: PanelMaker = {
  make: (book, { today }) => {
    const reach = ownedReach(book.facts, today)
    const counts = { two: 0, one: 0, none: 0 }
    for (const facts of book.facts)
      if (!isLost(facts, today)) counts[levelOf(reachableCarriers(facts, today))] += 1
    const notes: PanelNote[] = []
    const { value } = reach.onTwo.revenue
    if (value !== undefined) notes.push({ message: 'insights.note.reachRevenue', shares: { share: value } })
    if (reach.leftOut > 0)
      notes.push({ message: 'insights.note.leftOut', params: { count: reach.leftOut }, isGap: true })
    return {
      columns: [
        { id: 'level', caption: 'insights.column.carriers', kind: 'name' },
        { id: 'customers', caption: 'insights.column.customers', kind: 'count' },
        { id: 'share', caption: 'insights.column.share', kind: 'share' },
      ],
      rows: REACH.map((level) => ({
        key: level,
        behind: counts[level] > 0,
        cells: {
          level: { message: `insights.reach.${level}` },
          customers: figure(counts[level]),
          share: ratio(counts[level], reach.customers, 'measures.noCustomers'),
        },
      })),
      notes,
    }
  },
  behind: (book, { today }, rowKey) => {
    const year = trailingYear(today)
    const revenue = (facts: InsightBook['facts'][number]) =>
      facts.orders.reduce((sum, { on, revenueMinor = 0 }) => sum + (isWithin(on, year) ? revenueMinor : 0), 0)
    return book.facts
      .filter((facts) => !isLost(facts, today) && levelOf(reachableCarriers(facts, today)) === rowKey)
      .map((facts) => ({ id: facts.customerId, revenue: revenue(facts) }))
      .sort((a, b) => b.revenue - a.revenue)
      .map(({ id }) => id)
  },
}

/** How much hangs on each channel, and what would be out of reach if it closed tomorrow. */
export const dependencePanel: PanelMaker = {
  make: (book, { today, model }) => {
    const places = placesOf([...book.touchpoints.values()], [...book.channels.values()])
    const told = dependence(book.facts, today, model, places, book.base)
    const notes: PanelNote[] = []
    const rented = told.rentedShare.newCustomers.value
    if (rented !== undefined) notes.push({ message: 'insights.note.rented', shares: { share: rented } })
    const concentration = told.herfindahl.newCustomers.value
    if (concentration !== undefined)
      notes.push({
        message: 'insights.note.herfindahl',
        params: { index: Math.round(concentration * 100) / 100 },
      })
    if (told.leftOut > 0)
      notes.push({ message: 'insights.note.leftOut', params: { count: told.leftOut }, isGap: true })
    return {
      columns: [
        { id: 'channel', caption: 'insights.column.channel', kind: 'name' },
        { id: 'ownership', caption: 'insights.column.ownership', kind: 'name' },
        { id: 'newCustomers', caption: 'insights.column.newCustomers', kind: 'count' },
        { id: 'newShare', caption: 'insights.column.newShare', kind: 'share' },
        { id: 'revenue', caption: 'insights.column.revenue', kind: 'money' },
        { id: 'revenueShare', caption: 'insights.column.revenueShare', kind: 'share' },
        { id: 'lost', caption: 'insights.column.lostIfClosed', kind: 'share' },
      ],
      rows: told.channels.map((row) => ({
        key: row.channelId ?? '',
        behind: (row.lostIfClosed.value ?? 0) > 0,
        cells: {
          channel: nameCell(
            row.channelId === undefined ? undefined : book.channels.get(row.channelId)?.name,
            'insights.unknownSource',
          ),
          ownership: { message: `insights.ownership.${row.ownership ?? 'unknown'}` },
          newCustomers: figure(row.newCustomers),
          newShare: row.newCustomerShare,
          revenue: row.revenue,
          revenueShare: row.revenueShare,
          lost: row.lostIfClosed,
        },
      })),
      notes,
    }
  },
  // Those who would be out of reach: what one would regret tomorrow.
  behind: (book, { today, model }, rowKey) =>
    idsWhere(
      book,
      (facts) =>
        (facts.orders[0]?.on ?? '9999') <= today &&
        reachableCarriers(facts, today) === 0 &&
        attribute(facts, model).some((share) => (share.channelId ?? '') === rowKey),
    ),
}

function levelOf(carriers: number): (typeof REACH)[number] {
  return carriers >= 2 ? 'two' : carriers === 1 ? 'one' : 'none'
}
