import { groupedBy } from '../grouping/groupedBy'
import { figure } from '../measures/figure'
import { firstTouchSpeed } from '../measures/firstTouchSpeed'
import { FUNNEL_STEPS, type FunnelStep, funnelAsOf } from '../measures/funnel'
import { trafficWithin } from '../measures/trafficChain'
import { compareDays } from '../time/calendarDay'
import type { InsightBook } from './insightBook'
import { idsWhere, type PanelMaker, type PanelNote } from './panel'

/** The funnel as it stood at the end of the period. Traffic is all that is on record up to that day. */
export const funnelPanel: PanelMaker = {
  make: (book, { period }) => {
    const first = book.traffic.reduce((from, line) => (line.from < from ? line.from : from), period.to)
    const visits = trafficWithin(book.traffic, { from: first, to: period.to }).visits
    const funnel = funnelAsOf(book.facts, period.to, visits === 0 ? undefined : visits)
    return {
      columns: [
        { id: 'step', caption: 'insights.column.step', kind: 'name' },
        { id: 'reached', caption: 'insights.column.reached', kind: 'count' },
        { id: 'conversion', caption: 'insights.column.conversion', kind: 'share' },
        { id: 'median', caption: 'insights.column.medianDays', kind: 'days' },
        { id: 'p90', caption: 'insights.column.p90Days', kind: 'days' },
        { id: 'skipped', caption: 'insights.column.skipped', kind: 'count' },
      ],
      rows: funnel.rows.map((row) => ({
        key: row.step,
        behind: row.reached > 0,
        cells: {
          step: { message: `insights.step.${row.step}` },
          reached: figure(row.reached),
          conversion: row.conversion,
          median: row.days.median,
          p90: row.days.p90,
          skipped: figure(row.skipped),
        },
      })),
      notes: [
        ...(funnel.lost === 0
          ? []
          : [{ message: 'insights.note.lost' as const, params: { count: funnel.lost } }]),
        ...(visits === 0 ? [] : [{ message: 'insights.note.visits' as const, params: { count: visits } }]),
      ],
    }
  },
  behind: (book, { period }, rowKey) => {
    const place = FUNNEL_STEPS.indexOf(rowKey as FunnelStep)
    return idsWhere(book, ({ steps }) =>
      FUNNEL_STEPS.slice(Math.max(0, place)).some((step) => {
        const on = steps[step]
        return place >= 0 && on !== undefined && compareDays(on, period.to) <= 0
      }),
    )
  },
}

/** How soon the leads of each fair heard from us, the latest fair first. */
export const speedPanel: PanelMaker = {
  make: (book, { now }) => {
    const fairs = leadsByTouchpoint(book)
    const rows = [...fairs]
      .sort((a, b) => Math.max(...b[1].map(metAt)) - Math.max(...a[1].map(metAt)))
      .map(([touchpointId, leads]) => {
        const speed = firstTouchSpeed(leads, now)
        const open = leads.filter((lead) => lead.firstTouchAt === undefined).length
        return {
          key: touchpointId,
          behind: open > 0,
          cells: {
            fair: { name: book.touchpoints.get(touchpointId)?.name ?? '' },
            leads: figure(leads.length),
            median: speed.medianHours,
            within24: speed.within24h,
            within48: speed.within48h,
            open: figure(open),
          },
        }
      })
    return {
      columns: [
        { id: 'fair', caption: 'insights.column.fair', kind: 'name' },
        { id: 'leads', caption: 'insights.column.leads', kind: 'count' },
        { id: 'median', caption: 'insights.column.medianHours', kind: 'hours' },
        { id: 'within24', caption: 'insights.column.within24', kind: 'share' },
        { id: 'within48', caption: 'insights.column.within48', kind: 'share' },
        { id: 'open', caption: 'insights.column.unanswered', kind: 'count' },
      ],
      rows,
      notes: [],
    }
  },
  behind: (book, _question, rowKey) =>
    book.customers
      .filter(({ leads }) =>
        leads.some((lead) => lead.touchpointId === rowKey && lead.firstTouchAt === undefined),
      )
      .map(({ facts }) => facts.customerId),
}

type Lead = InsightBook['customers'][number]['leads'][number]

function leadsByTouchpoint(book: InsightBook): Map<string, Lead[]> {
  return groupedBy(
    book.customers.flatMap(({ leads }) => leads),
    ({ touchpointId }) => touchpointId,
  )
}

function metAt(lead: Lead): number {
  return lead.metAt
}

/** What rates are missing for, said once beside every figure in money. */
export function rateNotes(missing: Iterable<{ readonly from: string; readonly to: string }>): PanelNote[] {
  const pairs = new Set([...missing].map(({ from, to }) => `${from} → ${to}`))
  if (pairs.size === 0) return []
  return [{ message: 'insights.note.missingRates', params: { pairs: [...pairs].join(', ') }, isGap: true }]
}
