import { columnLetters } from '#shared/reporting/cells'
import type { Cell, Column, Sheet, Workbook } from '#shared/reporting/workbook'
import { dayNumber } from '#shared/time/calendarDay'
import { type CellStyle, stylePlace } from './xlsxStyles'
import { cellText, escapeXml } from './xlsxText'

/**
 * A piece of XML this long is handed on, so that no sheet is ever in memory as a whole. Not much longer: a text of more than
 * 128 KB lies in V8's space for large things, where it takes ten times as long to turn it into bytes.
 */
const PIECE_CHARS = 16 * 1024
/** Day 1 of a spreadsheet is 1900-01-01, but it believes in a 29th of February 1900: real from 1900-03-01 on. */
const SERIAL_OF_1970 = 25_569
const FIRST_SERIAL = 61
const MINUTES_A_DAY = 1440

/** A sheet whose rows come while it is written. */
export interface FlowingSheet extends Pick<Sheet, 'name' | 'columns'> {
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  /** How many rows can be filtered, out of those that came. */
  readonly tableRows: (rows: number) => number
}

/** The part of one sheet, in pieces. At the end `onEnd` hears how many rows can be filtered. */
export async function* sheetXml(
  sheet: FlowingSheet,
  index: number,
  direction: Workbook['direction'],
  onEnd: (tableRows: number) => void,
): AsyncGenerator<string> {
  const right = direction === 'rtl' ? ' rightToLeft="1"' : ''
  const selected = index === 0 ? ' tabSelected="1"' : ''
  yield `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${right}${selected}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${sheet.columns.map(columnXml).join('')}</cols><sheetData>`
  let piece = rowXml(1, sheet.columns.map(captionCell))
  let count = 0
  for await (const row of sheet.rows) {
    count += 1
    const at = count + 1
    piece += rowXml(
      at,
      row.map((cell, column) => cellXml(cell, at, column, sheet.columns[column])),
    )
    if (piece.length < PIECE_CHARS) continue
    yield piece
    piece = ''
  }
  const tableRows = sheet.tableRows(count)
  onEnd(tableRows)
  yield `${piece}</sheetData><autoFilter ref="${filterRange(sheet.columns, tableRows)}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

/** The cells that can be filtered: captions and the rows of the table. `$` before each part where asked. */
export function filterRange(columns: Sheet['columns'], tableRows: number, fixed = ''): string {
  const last = columnLetters(columns.length - 1)
  return `${fixed}A${fixed}1:${fixed}${last}${fixed}${Math.max(tableRows, 1) + 1}`
}

function columnXml({ width, holds }: Column, index: number): string {
  // A phone number typed into the column later stays text as well.
  const style = holds === 'id' ? ` style="${stylePlace('id')}"` : ''
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${style}/>`
}

function captionCell({ caption }: Column, index: number): string {
  return textXml(`${columnLetters(index)}1`, caption, 'caption')
}

function rowXml(row: number, cells: readonly string[]): string {
  const content = cells.join('')
  return content === '' ? '' : `<row r="${row}">${content}</row>`
}

function cellXml(cell: Cell, row: number, index: number, column: Column | undefined): string {
  if (cell === null) return ''
  const place = `${columnLetters(index)}${row}`
  if (typeof cell === 'string') return textXml(place, cell, textStyle(column))
  switch (cell.kind) {
    case 'text':
      return textXml(place, cell.value, 'strong')
    case 'number':
      return numberXml(place, cell.value, cell.format)
    case 'day':
      return dateXml(place, cell.value, 0, 'day')
    case 'moment':
      return dateXml(place, cell.value.slice(0, 10), minutesOf(cell.value), 'moment')
    case 'formula': {
      const style = cell.strong === true ? (`strong ${cell.format}` as const) : cell.format
      const isText = typeof cell.value === 'string'
      const value = isText ? cellText(String(cell.value)) : String(cell.value)
      return `<c r="${place}" s="${stylePlace(style)}"${isText ? ' t="str"' : ''}><f>${escapeXml(cell.formula)}</f><v>${value}</v></c>`
    }
  }
}

/** Text is written as text in its own cell, so that nothing in it can ever become a formula. */
function textXml(place: string, text: string, style: CellStyle): string {
  return `<c r="${place}" s="${stylePlace(style)}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
}

function numberXml(place: string, value: number, style: CellStyle): string {
  return `<c r="${place}" s="${stylePlace(style)}"><v>${value}</v></c>`
}

function dateXml(place: string, day: string, minutes: number, style: 'day' | 'moment'): string {
  const serial = dayNumber(day) + SERIAL_OF_1970
  if (serial < FIRST_SERIAL) return textXml(place, day, 'plain')
  return numberXml(place, serial + minutes / MINUTES_A_DAY, style)
}

function minutesOf(moment: string): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))
}

function textStyle(column: Column | undefined): CellStyle {
  return column === undefined || column.holds === 'plain' ? 'plain' : column.holds
}
