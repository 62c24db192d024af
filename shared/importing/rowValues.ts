import type { OwnField } from '../ownFields/ownField'
import type { IsoDate } from '../time/values'
import { type Cell, cellText } from './cell'
import type { ImportTouchpoint } from './importRecord'
import type { Preset } from './presets/preset'
import type { ColumnReading, DateOrder } from './reading'
import type { Target } from './targets'
import type { DecimalMark } from './values/money'
import type { WarningCounter } from './warnings'

/** What is the same for all rows of a table. */
export interface RowContext {
  readonly columns: readonly ColumnReading[]
  readonly preset: Preset
  readonly dateOrders: ReadonlyMap<number, DateOrder | undefined>
  readonly decimalMarks: ReadonlyMap<number, DecimalMark>
  /** Own fields by the target of their columns. */
  readonly own: ReadonlyMap<Target, OwnField>
  readonly touchpoint?: ImportTouchpoint
  /** ISO-2 for phone numbers of rows without country. */
  readonly country?: string
  /** What a list of guests or readers is named after where no column says. */
  readonly title?: string
  readonly year?: number
  readonly today?: IsoDate
  /** Our own name in a talk. */
  readonly self?: string
  readonly warnings: WarningCounter
}

/** One filled cell with its column. */
export interface RowValue {
  readonly column: ColumnReading
  readonly text: string
  readonly label?: string
}

/** The filled cells of the given targets, target by target, each in the order of the columns. */
export type Of = (...targets: Target[]) => RowValue[]

/** The filled cells of a row that go somewhere, each with its column. */
export function rowValues(cells: readonly Cell[], columns: readonly ColumnReading[]): RowValue[] {
  const values: RowValue[] = []
  for (const column of columns) {
    if (column.target === 'none' || column.target === 'label') continue
    const text = cellText(cells[column.index])
    if (text === '') continue
    const label = column.labelFrom === undefined ? undefined : cellText(cells[column.labelFrom])
    values.push({ column, text, ...(label ? { label } : {}) })
  }
  return values
}

/** Looks values up by what their columns mean. */
export function byTargets(values: readonly RowValue[]): Of {
  const groups = new Map<Target, RowValue[]>()
  for (const value of values) {
    const group = groups.get(value.column.target)
    if (group) group.push(value)
    else groups.set(value.column.target, [value])
  }
  return (...targets) => targets.flatMap((target) => groups.get(target) ?? [])
}

/** Where the parts of a row go that found no place, and what is to be said about them. */
export interface Sinks {
  /** Keeps the value in `extra`, under its header. */
  readonly keep: (value: RowValue | undefined) => void
  readonly warn: (code: string, value?: RowValue) => void
}

/** Adds a value that has no place; a second one under the same header goes on a new line. */
export function addExtra(extra: Record<string, string>, header: string, text: string): void {
  const key = header === '__proto__' ? '__proto__ ' : header
  const before = Object.hasOwn(extra, key) ? extra[key] : undefined
  extra[key] = before === undefined || before === text ? text : `${before}\n${text}`
}

/** `T` without its undefined values. */
export type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without the keys that are undefined or empty. */
export function present<T extends Record<string, unknown>>(values: T): Present<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Present<T>
}
