import type { MessageKey } from '../../i18n/catalogues'
import { dayCell, formulaCell, strongCell, textCell } from '../cells'
import type { Cell, Sheet } from '../workbook'
import type { Breakdown } from './breakdown'
import { periodOf, type ReviewBook } from './reviewBook'
import { type FormulaPlaces, figureCell, formatOfKind, plainValue, type ReviewFigure } from './reviewFigure'
import { SIDES, type Side } from './reviewRequest'
import { FIGURES_SHEET } from './reviewTable'

/** The rows of both periods' days stand before the figures; counting begins below the captions. */
const FIRST_FIGURE_ROW = 4
const COLUMN = { now: 'B', before: 'C' } as const

/** The figures of a review for both periods, what changed, and what has to be said beside each. */
export function figuresSheet(figures: readonly ReviewFigure[], book: ReviewBook): Sheet {
  const { words } = book
  const column = (caption: MessageKey, width: number, holds: 'plain' | 'longText' = 'plain') => ({
    caption: words.text(caption),
    width,
    holds,
  })
  const days = (caption: MessageKey, end: 'from' | 'to'): Cell[] => [
    words.text(caption),
    ...SIDES.map((side) => dayCell(periodOf(book, side)[end])),
  ]
  const rows = [
    days('review.from', 'from'),
    days('review.to', 'to'),
    ...figures.map((figure, place) => figureRow(figure, FIRST_FIGURE_ROW + place, figures, book)),
  ]
  return {
    name: FIGURES_SHEET,
    columns: [
      column('report.figure', 34),
      column('review.now', 18),
      column('review.before', 18),
      column('review.change', 16),
      column('review.changeShare', 12),
      column('report.remark', 60, 'longText'),
    ],
    rows,
    tableRows: rows.length,
  }
}

function figureRow(
  figure: ReviewFigure,
  row: number,
  figures: readonly ReviewFigure[],
  { words, base }: ReviewBook,
): Cell[] {
  const format = formatOfKind(figure.kind, base)
  const placesOf =
    (side: Side): FormulaPlaces =>
    (key) => {
      const place = figures.findIndex((one) => one.key === key)
      if (place < 0) throw new Error(`no figure ${key}`)
      return `${COLUMN[side]}${FIRST_FIGURE_ROW + place}`
    }
  const [now, before] = [plainValue(figure.values.now), plainValue(figure.values.before)]
  const both = now !== undefined && before !== undefined
  const areNumbers = `AND(ISNUMBER(B${row}),ISNUMBER(C${row}))`
  return [
    strongCell(words.text(figure.caption)),
    ...SIDES.map((side) =>
      figureCell(figure.values[side], figure.formula?.(side, placesOf(side)), format, words),
    ),
    formulaCell(`IF(${areNumbers},B${row}-C${row},"")`, both ? now - before : '', format),
    // How much a share has changed is told in points, not as a share of a share.
    figure.kind === 'share'
      ? null
      : formulaCell(
          `IF(${areNumbers},IF(C${row}=0,"",B${row}/C${row}-1),"")`,
          both && before !== 0 ? now / before - 1 : '',
          'share',
        ),
    textCell(figure.remark),
  ]
}

/** What every figure means, and what the review was made from. */
export function reviewDefinitions(
  figures: readonly ReviewFigure[],
  breakdown: Breakdown | undefined,
  book: ReviewBook,
): Sheet {
  const { words, request, base } = book
  const { text } = words
  const keys = [
    ...new Set([...figures.map(({ key }) => key), ...(breakdown?.columns ?? []).map(({ id }) => id)]),
  ]
  const captions = new Map<string, MessageKey>([
    ...(breakdown?.columns ?? []).map(({ id, caption }) => [id, caption] as const),
    ...figures.map(({ key, caption }) => [key, caption] as const),
  ])
  const defined = keys.map((key): Cell[] => {
    const caption = captions.get(key)
    return [caption === undefined ? key : text(caption), words.message(`review.define.${key}`) ?? null]
  })
  const about: Cell[][] = [
    [text('report.about'), textCell(request.scope.name) ?? text('review.scope.whole')],
    [text('report.madeOn'), dayCell(request.today)],
    [text('insights.model'), text(`insights.model.${request.model}`)],
    [text('insights.view'), text(`insights.view.${request.view}`)],
    [text('insights.currency'), base],
    [text('report.clock'), request.zone],
  ]
  const money: Cell[] = [text('define.money'), text('define.money.words')]
  return {
    name: 'Definitions',
    columns: [
      { caption: text('report.figure'), width: 34, holds: 'plain' },
      { caption: text('report.meaning'), width: 100, holds: 'longText' },
    ],
    rows: [...defined, money, [], ...about],
    tableRows: defined.length + 1,
  }
}
