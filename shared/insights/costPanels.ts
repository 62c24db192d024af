import { acquisitionCost } from '../measures/acquisitionCost'
import { figure } from '../measures/figure'
import { type Places, placesOf, type Scope, shareInScope } from '../measures/places'
import { isWithin } from '../time/period'
import { rateNotes } from './funnelPanels'
import type { InsightBook, InsightQuestion } from './insightBook'
import {
  idsWhere,
  type Panel,
  type PanelCell,
  type PanelColumn,
  type PanelMaker,
  type PanelNote,
} from './panel'

/** One line of a table of costs: what is asked about and what it is called. */
interface ScopeLine {
  readonly scope: Scope
  readonly name: PanelCell
  readonly ownership?: 'rented' | 'owned'
}

const COST_COLUMNS: readonly PanelColumn[] = [
  { id: 'newCustomers', caption: 'insights.column.newCustomers', kind: 'count' },
  { id: 'cost', caption: 'insights.column.cost', kind: 'money' },
  {
    id: 'cac',
    caption: 'insights.column.cac',
    kind: 'money',
    formula: { quotient: ['cost', 'newCustomers'] },
  },
  { id: 'hourCost', caption: 'insights.column.hourCost', kind: 'money' },
  { id: 'fullCycle', caption: 'insights.column.fullCycle', kind: 'money' },
  { id: 'coverage', caption: 'insights.column.coverage', kind: 'share' },
]

/** CAC and full-cycle CAC by channel, rented ones first, the dearest on top. */
export const channelCostPanel: PanelMaker = {
  make: (book, question) => {
    const lines = [...book.channels.values()]
      .filter(({ deletedAt }) => deletedAt === undefined)
      .sort((a, b) => (a.ownership === b.ownership ? 0 : a.ownership === 'rented' ? -1 : 1))
      .map(({ id, name, ownership }) => ({ scope: { channelId: id }, name: { name }, ownership }))
    const panel = costPanel(book, question, 'insights.column.channel', lines)
    const ownership: PanelColumn = { id: 'ownership', caption: 'insights.column.ownership', kind: 'name' }
    return { ...panel, columns: [...panel.columns.slice(0, 1), ownership, ...panel.columns.slice(1)] }
  },
  behind: newOf('channelId'),
}

/** The same for every fair edition with somebody new or a cost in the period, the latest first. */
export const fairCostPanel: PanelMaker = {
  make: (book, question) => {
    const fairs = [...book.touchpoints.values()]
      .filter(({ kind, deletedAt }) => kind === 'fair' && deletedAt === undefined)
      .sort((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? 1 : -1))
    const lines = fairs.map(({ id, name }) => ({ scope: { touchpointId: id }, name: { name } }))
    return costPanel(book, question, 'insights.column.fair', lines)
  },
  behind: newOf('touchpointId'),
}

/** The same by the customers' own country. */
export const countryCostPanel: PanelMaker = {
  make: (book, question) => {
    const counts = new Map<string, number>()
    for (const { country } of book.facts)
      if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1)
    const lines = [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([country]) => ({ scope: { country }, name: { country } }))
    return costPanel(book, question, 'insights.column.country', lines)
  },
  behind: newOf('country'),
}

function costPanel(
  book: InsightBook,
  question: InsightQuestion,
  caption: PanelColumn['caption'],
  lines: readonly ScopeLine[],
): Panel {
  const places = placesOf([...book.touchpoints.values()], [...book.channels.values()])
  const told = lines.map(({ scope, name, ownership }) => {
    const asked = { ...question, ...book, scope, places }
    return { scope, name, ownership, answer: acquisitionCost(asked) }
  })
  const shown = told.filter(({ answer }) => answer.newCustomers > 0 || answer.cost.costCount > 0)
  const uncovered = shown.filter(({ answer }) => (answer.coverage.value ?? 1) < 1).length
  const notes: PanelNote[] = rateNotes(shown.flatMap(({ answer }) => answer.cost.missingRates))
  if (uncovered > 0)
    notes.push({
      message: 'insights.note.uncovered',
      params: { count: uncovered, of: shown.length },
      isGap: true,
    })
  if (book.hourCurrency !== undefined)
    notes.push({
      message: 'insights.note.hourOwnCurrency',
      params: { currency: book.hourCurrency },
      isGap: true,
    })
  else if (book.hourMinor === undefined) notes.push({ message: 'insights.note.noHourRate', isGap: true })
  return {
    columns: [{ id: 'name', caption, kind: 'name' }, ...COST_COLUMNS],
    rows: shown.map(({ scope, name, ownership, answer }) => ({
      key: keyOf(scope),
      behind: answer.newCustomers > 0,
      cells: {
        name,
        ...(ownership === undefined ? {} : { ownership: { message: `insights.ownership.${ownership}` } }),
        newCustomers: figure(answer.newCustomers),
        cost: answer.cost.total,
        cac: answer.cac,
        hourCost: answer.hourCost,
        fullCycle: answer.fullCycleCac,
        coverage: answer.coverage,
      },
    })),
    notes,
  }
}

function keyOf({ channelId, touchpointId, country }: Scope): string {
  return channelId ?? touchpointId ?? country ?? ''
}

/** The new customers of a row: first order in the period, and a part in the scope. */
function newOf(field: 'channelId' | 'touchpointId' | 'country'): NonNullable<PanelMaker['behind']> {
  return (book, { period, model }, rowKey) => {
    const places: Places = placesOf([...book.touchpoints.values()], [...book.channels.values()])
    return idsWhere(book, (facts) => {
      const on = facts.orders[0]?.on
      if (on === undefined || !isWithin(on, period)) return false
      return shareInScope(facts, { [field]: rowKey }, model, places) > 0
    })
  }
}
