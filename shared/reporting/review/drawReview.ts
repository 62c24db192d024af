import type { ColumnKind } from '../../insights/panel'
import type { Figure } from '../../measures/figure'
import { observedValue } from '../../measures/treeRings'
import type { Money } from '../../money/values'
import { majorUnits, wallClock } from '../cells'
import { reasonWords } from '../costWords'
import { cellText } from '../panelWords'
import type { Breakdown, BreakdownRow } from './breakdown'
import { isOfCustomers, periodOf, type ReviewBook } from './reviewBook'
import { plainValue, type ReviewFigure } from './reviewFigure'
import type { ReviewChart, ReviewPage } from './reviewPage'
import type { ReviewParts } from './reviewParts'
import { type ReviewKind, SIDES } from './reviewRequest'

const MOST_BARS = 8
const MOST_ROWS = 14
/** What charts are drawn of, where the review has it. */
const CHARTED = ['revenue', 'newCustomers', 'asked', 'ordered'] as const
/** What each review is about. */
const KEY_FIGURES: Readonly<Record<ReviewKind, readonly [string, string, string, string]>> = {
  monthly: ['newCustomers', 'revenue', 'cost', 'cac'],
  channel: ['newCustomers', 'revenue', 'cost', 'cac'],
  customer: ['orders', 'revenue', 'valueToDate', 'minutes'],
  product: ['asked', 'quoted', 'ordered', 'reordered'],
  asset: ['live', 'repeatRate', 'valueOfAll', 'reachTwo'],
}
/** Columns of a breakdown that fit on a sheet of paper, both periods of each. */
const MOST_COLUMNS = 5
/** A name of ten thousand letters is cut before the edge of the paper cuts it. */
const MOST_CHARS = 160

/** The review as a page of words: what is printed, and what is shown before it is. */
export function drawReview({ figures, breakdown }: ReviewParts, book: ReviewBook): ReviewPage {
  const { request, words } = book
  const { text } = words
  return {
    kind: 'review',
    language: request.language,
    direction: words.direction,
    title: cut(headline(book)),
    subtitle: text('review.against', {
      period: periodWords(book, 'now'),
      before: periodWords(book, 'before'),
    }),
    made: text('report.made', {
      at: `${words.day(request.today)}, ${wallClock(request.now, request.zone).slice(11)}`,
    }),
    heads: {
      figure: text('report.figure'),
      now: text('review.now'),
      before: text('review.before'),
      change: text('review.change'),
    },
    tiles: KEY_FIGURES[request.kind].flatMap((key) =>
      figures.filter((figure) => figure.key === key).map((figure) => figureLine(figure, book)),
    ),
    figures: figures.map((figure) => figureLine(figure, book)),
    charts: [...(breakdown === undefined ? [] : breakdownCharts(breakdown, book)), ...ringChart(book)],
    tables: breakdown === undefined || breakdown.rows.length === 0 ? [] : [breakdownTable(breakdown, book)],
    notes: notesOf(figures, book),
  }
}

/** The file's name without its ending: the review, what it is of, and the period's first day. */
export function reviewTitle(book: ReviewBook): string {
  return cut(`${headline(book)} ${book.request.period.from}`)
}

function headline({ request, words }: ReviewBook): string {
  const kind = words.text(`review.kind.${request.kind}`)
  return request.scope.name === undefined ? kind : `${kind}: ${request.scope.name}`
}

function periodWords(book: ReviewBook, side: (typeof SIDES)[number]): string {
  const { from, to } = periodOf(book, side)
  return `${book.words.date(from)} – ${book.words.date(to)}`
}

function figureLine(figure: ReviewFigure, { words }: ReviewBook): ReviewPage['figures'][number] {
  const remark = figure.remark ?? reasonOf(figure.values.now, words)
  return {
    label: words.text(figure.caption),
    now: shown(figure.values.now, figure.kind, words),
    before: shown(figure.values.before, figure.kind, words),
    change: changeWords(figure, words),
    ...(remark === undefined ? {} : { remark: remark.split('\n')[0] ?? '' }),
  }
}

/** Amounts and counts change by a share of what was before, shares by points. */
function changeWords({ kind, values }: ReviewFigure, words: ReviewBook['words']): string {
  const [now, before] = [plainValue(values.now), plainValue(values.before)]
  if (now === undefined || before === undefined) return ''
  const sign = (value: number) => (value > 0 ? '+' : '')
  if (kind === 'share') {
    const points = Math.round((now - before) * 1000) / 10
    return words.text('review.points', { points: `${sign(points)}${words.number(points, 1)}` })
  }
  if (before === 0) return now === 0 ? words.share(0) : ''
  const share = now / before - 1
  return `${sign(share)}${words.share(share)}`
}

function breakdownCharts({ rows, columns, chart }: Breakdown, book: ReviewBook): readonly ReviewChart[] {
  const { words } = book
  return columns
    .filter(({ id }) => CHARTED.some((one) => one === id))
    .slice(0, 2)
    .map((column) => ({
      caption: words.text(chart, { figure: words.text(column.caption) }),
      bars: largest(rows, column.id).map((row) => {
        const values = row.values[column.id]
        const [now, before] = SIDES.map((side) =>
          values === undefined ? undefined : plainValue(values[side]),
        )
        return {
          label: cut(row.name),
          ...(now === undefined ? {} : { now }),
          ...(before === undefined ? {} : { before }),
          nowText: values === undefined ? '' : shown(values.now, column.kind, words),
          beforeText: values === undefined ? '' : shown(values.before, column.kind, words),
        }
      }),
    }))
    .filter(({ bars }) => bars.length > 0)
}

/** A chart of nothing says nothing: lines without a value on either side are left out. */
function largest(rows: readonly BreakdownRow[], id: string): readonly BreakdownRow[] {
  const size = (row: BreakdownRow) =>
    Math.max(0, ...SIDES.map((side) => plainValue(row.values[id]?.[side] ?? NOTHING) ?? 0))
  return [...rows]
    .filter((row) => size(row) > 0)
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST_BARS)
}
const NOTHING: Figure = { value: undefined, reason: { code: '', params: {} } }

/** What a customer brought, year by year of the relationship. */
function ringChart(book: ReviewBook): readonly ReviewChart[] {
  const [one] = book.facts
  if (book.request.kind !== 'customer' || one === undefined) return []
  const { rings } = observedValue(one, periodOf(book, 'now').to, book.base)
  if (rings.length === 0) return []
  return [
    {
      caption: book.words.text('review.chart.rings'),
      bars: rings.slice(-MOST_BARS).map(({ year, from, revenue }) => ({
        label: book.words.text('review.ring', { year, from: book.words.date(from) }),
        ...(revenue.value === undefined ? {} : { now: Math.max(0, majorUnits(revenue.value)) }),
        nowText: shown(revenue, 'money', book.words),
        beforeText: '',
      })),
    },
  ]
}

function breakdownTable(
  { rows, columns, caption }: Breakdown,
  { words }: ReviewBook,
): ReviewPage['tables'][number] {
  const shownColumns = columns.slice(0, MOST_COLUMNS)
  const left = rows.length - MOST_ROWS
  return {
    caption: words.text(caption),
    heads: [
      words.text(caption),
      ...shownColumns.flatMap((column) => [
        words.text(column.caption),
        words.text('review.beforeOf', { figure: words.text(column.caption) }),
      ]),
    ],
    rows: rows
      .slice(0, MOST_ROWS)
      .map((row) => [
        cut(row.name),
        ...shownColumns.flatMap(({ id, kind }) =>
          SIDES.map((side) => shown(row.values[id]?.[side] ?? NOTHING, kind, words)),
        ),
      ]),
    ...(left > 0 ? { remark: words.text('report.more', { count: left }) } : {}),
  }
}

function notesOf(figures: readonly ReviewFigure[], book: ReviewBook): string[] {
  const { words } = book
  const missing = [...new Set(figures.flatMap(({ remark }) => (remark ?? '').split('\n').slice(1)))]
  return [
    ...(isOfCustomers(book) && book.request.kind === 'monthly' ? [words.text('review.noCosts')] : []),
    ...missing.slice(0, 4),
    words.text('review.attribution', { model: words.text(`insights.model.${book.request.model}`) }),
  ]
}

function shown(figure: Figure | Figure<Money>, kind: ColumnKind, words: ReviewBook['words']): string {
  return cellText(figure, kind, words) ?? '–'
}

function reasonOf(figure: Figure | Figure<Money>, words: ReviewBook['words']): string | undefined {
  return figure.reason === undefined ? undefined : reasonWords(figure.reason, words)
}

function cut(name: string): string {
  const letters = [...name.replace(/\s+/g, ' ').trim()]
  return letters.length <= MOST_CHARS ? letters.join('') : `${letters.slice(0, MOST_CHARS - 1).join('')}…`
}
