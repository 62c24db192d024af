import { figure } from '../measures/figure'
import { smileQuarters } from '../measures/smileQuarters'
import { twoHalves } from '../measures/twoHalves'
import { addMonths } from '../time/calendarDay'
import { rateNotes } from './funnelPanels'
import { nameCell, type PanelMaker } from './panel'

/** So many months of the smile curve: three years and the running quarter. */
const SMILE_MONTHS = 36

/** Marketing cost over revenue, quarter by quarter. */
export const smilePanel: PanelMaker = {
  make: (book, { period, view }) => {
    const quarters = smileQuarters({
      ...book,
      view,
      period: { from: addMonths(period.to, -SMILE_MONTHS), to: period.to },
    })
    return {
      columns: [
        { id: 'quarter', caption: 'insights.column.quarter', kind: 'name' },
        { id: 'variable', caption: 'insights.column.variable', kind: 'money' },
        { id: 'fixed', caption: 'insights.column.fixed', kind: 'money' },
        { id: 'team', caption: 'insights.column.team', kind: 'money' },
        {
          id: 'cost',
          caption: 'insights.column.cost',
          kind: 'money',
          formula: { sum: ['variable', 'fixed', 'team'] },
        },
        { id: 'revenue', caption: 'insights.column.revenue', kind: 'money' },
        {
          id: 'share',
          caption: 'insights.column.costShare',
          kind: 'share',
          formula: { quotient: ['cost', 'revenue'] },
        },
        { id: 'elasticity', caption: 'insights.column.elasticity', kind: 'times' },
      ],
      rows: quarters.map((row) => ({
        key: String(row.quarter),
        cells: {
          quarter: { quarter: row.quarter },
          variable: row.variable.total,
          fixed: row.fixed.total,
          team: row.team,
          cost: row.cost,
          revenue: row.revenue,
          share: row.share,
          elasticity: row.elasticity,
        },
      })),
      notes: rateNotes(quarters.flatMap((row) => [...row.variable.missingRates, ...row.fixed.missingRates])),
    }
  },
}

/** The gathering half: what the enquiries of each channel are worth. */
export const enquiryPanel: PanelMaker = {
  make: (book, { period, today, model }) => ({
    columns: [
      { id: 'channel', caption: 'insights.column.channel', kind: 'name' },
      { id: 'enquiries', caption: 'insights.column.enquiries', kind: 'count' },
      { id: 'qualified', caption: 'insights.column.qualified', kind: 'share' },
      { id: 'quoted', caption: 'insights.column.quoted', kind: 'share' },
      { id: 'closed', caption: 'insights.column.closed', kind: 'share' },
    ],
    rows: twoHalves(book.facts, period, today, model).channels.map((row) => ({
      key: row.channelId ?? '',
      cells: {
        channel: nameCell(
          row.channelId === undefined ? undefined : book.channels.get(row.channelId)?.name,
          'insights.unknownSource',
        ),
        enquiries: figure(row.enquiries),
        qualified: row.qualified,
        quoted: row.quoted,
        closed: row.closed,
      },
    })),
    notes: [],
  }),
}

/** The spending half: what each of us makes of enquiries, against the average of the channels they came over. */
export const staffPanel: PanelMaker = {
  make: (book, { period, today, model }) => ({
    columns: [
      { id: 'staff', caption: 'insights.column.staff', kind: 'name' },
      { id: 'enquiries', caption: 'insights.column.enquiries', kind: 'count' },
      { id: 'orders', caption: 'insights.column.orders', kind: 'count' },
      {
        id: 'closing',
        caption: 'insights.column.closed',
        kind: 'share',
        formula: { quotient: ['orders', 'enquiries'] },
      },
      { id: 'expected', caption: 'insights.column.expectedOrders', kind: 'times' },
      {
        id: 'index',
        caption: 'insights.column.index',
        kind: 'times',
        formula: { quotient: ['orders', 'expected'] },
      },
      { id: 'days', caption: 'insights.column.daysToOrder', kind: 'days' },
    ],
    rows: twoHalves(book.facts, period, today, model).staff.map((row) => ({
      key: row.staffId ?? '',
      cells: {
        staff: nameCell(
          row.staffId === undefined ? undefined : book.staff.get(row.staffId)?.name,
          'insights.nobody',
        ),
        enquiries: figure(row.enquiries),
        orders: figure(row.orders),
        closing: row.closingRate,
        expected: figure(row.expectedOrders),
        index: row.index,
        days: row.daysToOrder.median,
      },
    })),
    notes: [],
  }),
}
