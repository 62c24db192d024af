import {
  fieldsInUse,
  fitsKind,
  OWN_TABLES,
  type OwnField,
  type OwnValue,
  ownValueOf,
} from '../ownFields/ownField'
import { dayCell, numberCell, textCell } from '../reporting/cells'
import type { ReportWords } from '../reporting/words'
import type { Cell, Column } from '../reporting/workbook'
import type { Party } from './customerFile'

const USUAL_WIDTH = 16

/** The columns of own fields that are in use, customers' first: each is called as its field, by which it is read back. */
export function ownColumns(own: readonly OwnField[]): Column[] {
  return inColumns(own).map(({ name, kind }) => ({
    caption: name,
    width: USUAL_WIDTH,
    holds: kind === 'text' || kind === 'choice' ? 'id' : 'plain',
  }))
}

/** The values of a party under these columns; what belongs to the company stands in each of its rows. */
export function ownCells(
  { customer, person }: Party,
  own: readonly OwnField[],
  words: ReportWords,
  isPlain: boolean,
): Cell[] {
  return inColumns(own).map((field) => {
    const value = ownValueOf((field.table === 'people' ? person : customer)?.custom, field)
    return value === undefined ? null : ownCell(field, value, words, isPlain)
  })
}

function inColumns(own: readonly OwnField[]): OwnField[] {
  return OWN_TABLES.flatMap((table) => fieldsInUse(own, table))
}

function ownCell({ kind }: OwnField, value: OwnValue, { text }: ReportWords, isPlain: boolean): Cell {
  if (typeof value === 'boolean') {
    if (isPlain) return value ? 'yes' : 'no'
    return text(value ? 'ownFields.yes' : 'ownFields.no')
  }
  if (typeof value === 'number') return numberCell(value, Number.isInteger(value) ? 'integer' : 'rate')
  return kind === 'date' && fitsKind('date', value) ? dayCell(value) : textCell(value)
}
