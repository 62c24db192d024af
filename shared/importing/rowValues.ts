import type { IsoDate } from '../time/values'
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
  readonly touchpoint?: ImportTouchpoint
  /** ISO-2 for phone numbers of rows without country. */
  readonly country?: string
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
