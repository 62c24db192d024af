import parsePhoneNumber from 'libphonenumber-js/max'
import type { Cell, Column } from '../reporting/workbook'

/** How a CSV file is to be read: by a person's spreadsheet, or by a program. */
export interface CsvDialect {
  /** `excel`: for people; `plain`: verbatim, for programs. */
  readonly for: 'excel' | 'plain'
  /** What the person's spreadsheet takes for the end of a cell. Programs always get a comma. */
  readonly delimiter: ',' | ';'
}

/** What a spreadsheet may take for the beginning of a formula, full-width forms included. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/
/** A phone number, or several: `+34 600 000 001; +86 199 0000 1234`. Digits and blanks calculate nothing. */
const PHONES = /^\+\d[\d ()-]{5,24}(?:; \+\d[\d ()-]{5,24})*$/
const E164 = /^\+[1-9]\d{6,14}$/

/** The text of a cell in a file of the given dialect; `holds` is what its column is for. */
export function csvText(cell: Cell, dialect: CsvDialect, holds: Column['holds'] = 'plain'): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return dialect.for === 'plain' ? cell : guarded(cell, holds)
  switch (cell.kind) {
    case 'text':
      return dialect.for === 'plain' ? cell.value : guarded(cell.value)
    case 'number':
      return numberText(cell.value, dialect)
    case 'day':
      return cell.value
    case 'moment':
      return dialect.for === 'plain' ? cell.value : cell.value.replace('T', ' ')
    case 'formula':
      return typeof cell.value === 'number' ? numberText(cell.value, dialect) : guarded(cell.value)
  }
}

/**
 * Text that a spreadsheet will not calculate: an apostrophe before what looks like the beginning of a formula. A phone
 * number gets none, but its usual spaces: without them a spreadsheet makes 3.46E+10 of it.
 */
function guarded(text: string, holds: Column['holds'] = 'plain'): string {
  // A page may be named by its number: a name is left as it is.
  if (holds === 'id' && E164.test(text)) return spaced(text)
  if (PHONES.test(text)) return text
  return FORMULA_START.test(text) ? `'${text}` : text
}

/** `+8619900001234` -> `+86 199 0000 1234`, as long as that is the same number. */
function spaced(phone: string): string {
  const written = parsePhoneNumber(phone)?.formatInternational() ?? phone
  return `+${written.replace(/\D/g, '')}` === phone && PHONES.test(written) ? written : phone
}

/** A comma country's spreadsheet reads 1.5 as the first of May. Numbers are never guarded, negative ones neither. */
function numberText(value: number, { delimiter, for: reader }: CsvDialect): string {
  const text = String(value)
  return reader === 'excel' && delimiter === ';' ? text.replace('.', ',') : text
}
