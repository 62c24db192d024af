import type { Cell, Grid, Merge } from '#shared/importing/cell'
import { dateCell, numberText } from './excelFormats'
import { gridRows } from './gridRows'
import type { CellBudget } from './limits'
import { walkXml } from './xml'

/** What cells of all sheets refer to. */
export interface SheetContext {
  readonly strings: readonly string[]
  /** By style index: shows a date. */
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
  readonly budget: CellBudget
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
}

/** Reads one worksheet part: typed cells, merged ranges, hidden rows and columns. Formulas give their cached value. */
export function readSheet(xml: Uint8Array, context: SheetContext): Grid {
  const { rows, put } = gridRows(context.budget)
  const merges: Merge[] = []
  const hiddenRows: number[] = []
  const hiddenColumns: number[] = []
  let row = -1
  let cell: OpenCell | undefined
  let nextColumn = 0
  let inside: 'v' | 't' | undefined
  let phonetic = false

  const open = (name: string, attributes: () => Readonly<Record<string, string>>) => {
    if (name === 'row') {
      const { r, hidden } = attributes()
      row = r === undefined ? row + 1 : Number(r) - 1
      nextColumn = 0
      if (hidden === '1' || hidden === 'true') hiddenRows.push(row)
    } else if (name === 'c') {
      const { r, t, s } = attributes()
      const column = r === undefined ? nextColumn : columnOf(r)
      nextColumn = column + 1
      cell = { column, type: t ?? 'n', style: Number(s ?? 0), value: '', inline: '' }
    } else if (name === 'v') inside = 'v'
    else if (name === 't') inside = phonetic ? undefined : 't'
    else if (name === 'rPh') phonetic = true
    else if (name === 'mergeCell') addMerge(merges, attributes().ref)
    else if (name === 'col') addHidden(hiddenColumns, attributes())
  }
  const close = (name: string) => {
    if (name === 'v' || name === 't') inside = undefined
    else if (name === 'rPh') phonetic = false
    else if (name === 'c' && cell) {
      const value = cellValue(cell, context)
      if (value !== '') put(row, cell.column, value)
      cell = undefined
    }
  }
  const text = (value: string) => {
    if (!cell || inside === undefined) return
    if (inside === 'v') cell.value += value
    else cell.inline += value
  }
  walkXml(xml, { open, close, text })
  return { rows, merges, hiddenRows, hiddenColumns }
}

function cellValue(cell: OpenCell, context: SheetContext): Cell {
  switch (cell.type) {
    case 's':
      return context.strings[Number(cell.value)] ?? ''
    case 'str':
      return unescapeX(cell.value)
    case 'inlineStr':
      return unescapeX(cell.inline || cell.value)
    case 'b':
      return cell.value === ''
        ? ''
        : { kind: 'boolean', text: cell.value === '1' || cell.value === 'true' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'error', text: cell.value }
    case 'd':
      return { kind: 'date', text: cell.value.replace(/(\.\d+)?Z?$/, '').replace(/T00:00:00$/, '') }
    default: {
      if (cell.value === '') return cell.inline === '' ? '' : unescapeX(cell.inline)
      const value = Number(cell.value)
      if (Number.isNaN(value)) return cell.value
      const date = context.dateStyles[cell.style] ? dateCell(value, context.date1904) : undefined
      return date ?? { kind: 'number', text: numberText(cell.value) }
    }
  }
}

/** `_x000D_` stands for the character 0x0D in spreadsheet text. */
export function unescapeX(text: string): string {
  return text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\r\n?/g, '\n')
    : text.replace(/\r\n?/g, '\n')
}

/** `BC12` -> 54. */
function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    const code = char.charCodeAt(0) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function addMerge(merges: Merge[], reference: string | undefined): void {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i.exec(reference ?? '')
  if (!match || merges.length >= 100_000) return
  merges.push({
    left: columnOf(match[1] ?? ''),
    top: Number(match[2]) - 1,
    right: columnOf(match[3] ?? ''),
    bottom: Number(match[4]) - 1,
  })
}

function addHidden(columns: number[], attributes: Readonly<Record<string, string>>): void {
  if (attributes.hidden !== '1' && attributes.hidden !== 'true') return
  const last = Math.min(Number(attributes.max ?? 0), Number(attributes.min ?? 0) + 500)
  for (let column = Number(attributes.min ?? 0); column <= last; column += 1) columns.push(column - 1)
}
