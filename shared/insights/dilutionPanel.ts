import { groupedBy } from '../grouping/groupedBy'
import { dilution, type EditionFigures } from '../measures/dilution'
import type { CustomerFacts } from '../measures/facts/customerFacts'
import { figure, noFigure } from '../measures/figure'
import { scopeCost } from '../measures/scopeCost'
import type { Touchpoint } from '../records/touchpoint'
import { compareDays } from '../time/calendarDay'
import { rateNotes } from './funnelPanels'
import type { InsightBook } from './insightBook'
import { idsWhere, type PanelMaker, type PanelNote } from './panel'

/**
 * Editions of each fair series side by side, the earliest first. A card is a customer met there; a deep negotiation is
 * one of them who was quoted or sampled, or ordered, on that day or later.
 */
export const dilutionPanel: PanelMaker = {
  make: (book) => {
    const counts = countMeetings(book.facts)
    const notes: PanelNote[] = []
    const rows = [...series(book).values()].flatMap((editions) => {
      let previous: EditionFigures | undefined
      return editions.map((edition) => {
        const costs = book.costs.filter((one) => one.touchpointId === edition.id && one.amount.minor !== 0)
        const cost = scopeCost(costs, book.base, book.rates)
        const { cards = 0, deep = 0 } = counts.get(edition.id) ?? {}
        notes.push(...rateNotes(cost.missingRates))
        const current = { cost: cost.total, cards, deepNegotiations: deep }
        const first = noFigure('insights.firstEdition')
        // The first edition is compared with itself for its own costs a card.
        const change = dilution(previous ?? current, current)
        const isFirst = previous === undefined
        previous = current
        return {
          key: edition.id,
          behind: deep > 0,
          cells: {
            fair: { name: edition.name },
            cost: cost.total,
            cards: figure(cards),
            deep: figure(deep),
            perCard: change.perCard.current,
            perDeep: change.perDeepNegotiation.current,
            timesCard: isFirst ? first : change.perCard.ratio,
            timesDeep: isFirst ? first : change.perDeepNegotiation.ratio,
          },
        }
      })
    })
    return {
      columns: [
        { id: 'fair', caption: 'insights.column.fair', kind: 'name' },
        { id: 'cost', caption: 'insights.column.cost', kind: 'money' },
        { id: 'cards', caption: 'insights.column.cards', kind: 'count' },
        { id: 'deep', caption: 'insights.column.deep', kind: 'count' },
        {
          id: 'perCard',
          caption: 'insights.column.perCard',
          kind: 'money',
          formula: { quotient: ['cost', 'cards'] },
        },
        {
          id: 'perDeep',
          caption: 'insights.column.perDeep',
          kind: 'money',
          formula: { quotient: ['cost', 'deep'] },
        },
        { id: 'timesCard', caption: 'insights.column.timesCard', kind: 'times' },
        { id: 'timesDeep', caption: 'insights.column.timesDeep', kind: 'times' },
      ],
      rows,
      notes: notes.slice(0, 1),
    }
  },
  behind: (book, _question, rowKey) => idsWhere(book, (facts) => metAt(facts, rowKey) === 'deep'),
}

/** Editions of one series with at least two of them, in time. */
function series(book: InsightBook): Map<string, Touchpoint[]> {
  const groups = groupedBy(book.touchpoints.values(), ({ kind, series: name, deletedAt }) =>
    kind === 'fair' && deletedAt === undefined ? name : undefined,
  )
  for (const [name, editions] of groups) {
    if (editions.length < 2) groups.delete(name)
    editions.sort((a, b) => compareDays(a.startsOn ?? '', b.startsOn ?? ''))
  }
  return groups
}

function countMeetings(facts: readonly CustomerFacts[]): Map<string, { cards: number; deep: number }> {
  const counts = new Map<string, { cards: number; deep: number }>()
  for (const one of facts) {
    for (const touchpointId of new Set(one.meetings.map((meeting) => meeting.touchpointId))) {
      const own = counts.get(touchpointId) ?? { cards: 0, deep: 0 }
      counts.set(touchpointId, own)
      own.cards += 1
      if (metAt(one, touchpointId) === 'deep') own.deep += 1
    }
  }
  return counts
}

function metAt(facts: CustomerFacts, touchpointId: string): 'card' | 'deep' | undefined {
  const on = facts.meetings
    .filter((meeting) => meeting.touchpointId === touchpointId)
    .map((meeting) => meeting.on)
    .sort()[0]
  if (on === undefined) return undefined
  const { sample, quote, order } = facts.steps
  const isDeep = [sample, quote, order].some((day) => day !== undefined && compareDays(day, on) >= 0)
  return isDeep ? 'deep' : 'card'
}
