import { minorUnitExponent } from '../money/minorUnits'
import type { CurrencyCode, Money } from '../money/values'
import { DAY_MS, dayOfNumber } from '../time/calendarDay'
import type { EpochMs, IsoDate, ZoneName } from '../time/values'
import { offsetMsAt } from '../time/zoneOffset'
import type { Cell, NumberFormat } from './workbook'

/** Text, or an empty cell where there is none: empty cells are what counting formulas pass over. */
export function textCell(value: string | undefined): Cell {
  return value === undefined || value === '' ? null : value
}

/** Text that stands out: a heading within a sheet. */
export function strongCell(value: string): Cell {
  return { kind: 'text', value, strong: true }
}

export function numberCell(value: number, format: NumberFormat = 'integer'): Cell {
  return { kind: 'number', value, format }
}

export function dayCell(value: IsoDate | undefined): Cell {
  return value === undefined ? null : { kind: 'day', value }
}

/** An instant as the wall clock of a zone showed it. */
export function momentCell(at: EpochMs | undefined, zone: ZoneName): Cell {
  return at === undefined ? null : { kind: 'moment', value: wallClock(at, zone) }
}

/** A formula with what it gives now; an empty text stands for "can't be computed". */
export function formulaCell(
  formula: string,
  value: number | string,
  format: NumberFormat,
  strong?: 'strong',
): Cell {
  const cell = { kind: 'formula' as const, formula, value, format }
  return strong === undefined ? cell : { ...cell, strong: true }
}

/** The format of a currency's amounts. */
export function moneyFormat(currency: CurrencyCode): NumberFormat {
  const places = minorUnitExponent(currency)
  return places === 0 ? 'money0' : places === 3 ? 'money3' : places === 4 ? 'money4' : 'money2'
}

/** An amount in major units. A spreadsheet knows binary fractions only; ROUND brings it back to the exact cent. */
export function majorUnits(money: Money): number {
  return money.minor / 10 ** minorUnitExponent(money.currency)
}

/** `2026-11-19T13:04` */
export function wallClock(at: EpochMs, zone: ZoneName): string {
  const local = at + offsetMsAt(zone, at)
  const day = Math.floor(local / DAY_MS)
  const minutes = Math.floor((local - day * DAY_MS) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayOfNumber(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `A`, `Z`, `AA` for column 0, 25, 26. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

/** The cells of a column below its caption, at least one, so that a formula over an empty table still reads. */
export function columnRange(sheet: string | undefined, index: number, rows: number): string {
  const letters = columnLetters(index)
  const range = `${letters}$2:${letters}$${Math.max(rows, 1) + 1}`
  return sheet === undefined ? range : `${/^\w+$/.test(sheet) ? sheet : `'${sheet}'`}!${range}`
}
