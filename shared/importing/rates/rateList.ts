import type { IsoDate } from '../../time/values'
import { dayReader, numberReader, type RateSubject, rateSubject } from './rateCells'
import type { DroppedRate, RateRows, RateSeries } from './rateSeries'

/** So many lines say which column holds what. */
const SAMPLE = 200
const TEXT_CHARS = 120
// Captions of the rate itself, for lists with more than one column of numbers: bid, ask, mid.
const RATE_CAPTION =
  /^(rate|kurs|mid|middle|middle rate|fx rate|exchange rate|中间价|中間價|汇率|匯率|tỷ giá|שער)$/i
/** Any order of day and month will do to see that a column holds days. */
const DECIDED = '13/12/2000'

/** Rates with a day, a currency or a pair, and a number a line; undefined for a table of another make. */
export function readRateList({ rows, delimiter }: RateRows) {
  const columns = columnsOf(rows, delimiter)
  if (columns === undefined) return undefined
  const { day, subjects, rate } = columns
  const dayOf = dayReader(textsOf(rows, day), delimiter)
  const rateOf = numberReader(
    textsOf(rows, rate).filter((text) => /^[\d.,\s]+$/.test(text)),
    delimiter,
  )
  const series = new Map<string, { of: Omit<RateSubject, 'units'>; on: IsoDate[]; rates: string[] }>()
  const dropped: DroppedRate[] = []
  let isBelowCaptions = false
  for (const [row, cells] of rows.entries()) {
    if (cells.every((text) => text === '')) continue
    const on = dayOf(cells[day] ?? '')
    const subject = subjectOf(cells, subjects)
    const number = subject && rateOf(cells[rate] ?? '', subject.units)
    if (on === undefined || subject === undefined || number === undefined) {
      const code =
        on === undefined
          ? 'rates.drop.day'
          : subject === undefined
            ? 'rates.drop.currency'
            : 'rates.drop.rate'
      // Titles and captions above the first line are no lines.
      if (isBelowCaptions || on !== undefined || subject !== undefined)
        dropped.push({ row, code, text: cells.join(' · ').slice(0, TEXT_CHARS) })
      continue
    }
    isBelowCaptions = true
    const { units: _, ...of } = subject
    const key = `${of.currency}>${of.against ?? ''}`
    const own = series.get(key) ?? { of, on: [], rates: [] }
    series.set(key, own)
    own.on.push(on)
    own.rates.push(number)
  }
  const told: RateSeries[] = [...series.values()].map(({ of, on, rates }) => ({ ...of, on, rates }))
  return { layout: 'list' as const, series: told, dropped }
}

interface ListColumns {
  readonly day: number
  /** One column of codes or pairs, or two of codes: from, to. */
  readonly subjects: readonly number[]
  readonly rate: number
}

function columnsOf(rows: RateRows['rows'], delimiter: string | undefined): ListColumns | undefined {
  const sample = rows.slice(0, SAMPLE)
  const width = sample.reduce((most, { length }) => Math.max(most, length), 0)
  const dayOf = dayReader([DECIDED], delimiter)
  const share = (index: number, holds: (text: string) => boolean) => {
    const filled = sample.filter((cells) => cells.some((text) => text !== ''))
    return filled.filter((cells) => holds(cells[index] ?? '')).length / Math.max(1, filled.length)
  }
  const indices = Array.from({ length: width }, (_, index) => index)
  const day = indices.find((index) => share(index, (text) => dayOf(text) !== undefined) >= 0.5)
  const subjects = indices.filter((index) => share(index, (text) => rateSubject(text) !== undefined) >= 0.5)
  const numbers = indices.filter(
    (index) => index !== day && share(index, (text) => /^\d[\d.,\s]*$/.test(text)) >= 0.5,
  )
  const captioned = numbers.find((index) => sample.some((cells) => RATE_CAPTION.test(cells[index] ?? '')))
  // Of several numbers without a caption nobody can tell which one is the rate.
  const rate = captioned ?? (numbers.length === 1 ? numbers[0] : undefined)
  if (day === undefined || rate === undefined || subjects.length === 0) return undefined
  return { day, subjects: subjects.slice(0, 2), rate }
}

function subjectOf(cells: readonly string[], [one, other]: readonly number[]): RateSubject | undefined {
  const subject = rateSubject(cells[one ?? -1] ?? '')
  if (subject === undefined || other === undefined || subject.against !== undefined) return subject
  const against = rateSubject(cells[other] ?? '')?.currency
  return against === undefined || against === subject.currency ? undefined : { ...subject, against }
}

function textsOf(rows: RateRows['rows'], index: number): string[] {
  return rows.map((cells) => cells[index] ?? '').filter((text) => text !== '')
}
