import type { OwnField } from '../ownFields/ownField'
import type { IsoDate } from '../time/values'
import type { Cell } from './cell'
import type { ImportPeriod } from './domainParts'
import type { FormatId, FormatKind } from './formats'
import type { ImportRecord } from './importRecord'
import type { TableKind } from './tableKind'
import type { Target } from './targets'

type Params = Readonly<Record<string, string | number | boolean>>

/** Something the person should know; aggregated, one entry per code and column. */
export interface ImportWarning {
  readonly code: string
  readonly params?: Params
}

/** A row that gives no record, with the reason. `cells` let the rejected rows be saved as CSV. */
export interface Rejection {
  readonly row: number
  readonly code: string
  readonly params?: Params
  readonly cells?: readonly string[]
}

/** What reading decided by itself; the preview lists each one and offers the alternatives. */
export interface Decision {
  readonly what:
    | 'format'
    /** What the rows of a table from an unknown source are about. */
    | 'kind'
    | 'encoding'
    | 'delimiter'
    | 'sheet'
    | 'headerRow'
    | 'dateOrder'
    | 'decimalMark'
    /** Of amounts that name none. */
    | 'currency'
    | 'repair'
    /** Whose file it is: of the people in a talk the one who is us. */
    | 'self'
  /** For decisions about one column: its index. */
  readonly column?: number
  readonly chosen: string | number | null
  /** Code of the reason: `import.why.bom`. */
  readonly why: string
  readonly params?: Params
  readonly alternatives: readonly (string | number | null)[]
  /** True when only the person can know; values that hang on it stay uninterpreted until an override says. */
  readonly ask?: boolean
}

/** Order of day, month and year in a column of dates. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** The person's corrections, passed to the same functions again. Absent = decide yourself. */
export interface ImportOverrides {
  readonly encoding?: string
  /** One character, or null for "one column". */
  readonly delimiter?: string | null
  readonly sheet?: string
  /** 0-based; null = the file has no header. */
  readonly headerRow?: number | null
  readonly format?: FormatId
  readonly kind?: TableKind
  /** Column index -> target. */
  readonly columns?: Readonly<Record<number, Target>>
  /** The notebook's own fields that are in use: a column of one's name is that field's, and is read by its kind. */
  readonly own?: readonly OwnField[]
  readonly dateOrder?: DateOrder
  readonly decimalMark?: '.' | ','
  /** ISO 4217, of amounts that name none. */
  readonly currency?: string
  /** The days that figures speak of where the file does not say. */
  readonly period?: ImportPeriod
  /** ISO-2: read phone numbers without country as numbers of this one. */
  readonly country?: string
  /** The name by which we appear in a talk. */
  readonly self?: string
  /** Undo a double encoding that was found. */
  readonly repairMojibake?: boolean
}

/** What surrounds the grid and helps to understand it. */
export interface ReadHints {
  readonly fileName?: string
  /** Decides the assumed date order where nothing else does. */
  readonly delimiter?: string
  /** For dates without a year; the caller knows today, pure code does not. */
  readonly year?: number
  /** To see what can't have happened yet. */
  readonly today?: IsoDate
  /** Called now and then with the rows done. */
  readonly onProgress?: (done: number, total: number) => void
  /**
   * Takes records as they are read, some hundred at a time in the order of the file, so that not all of them have to be
   * held: those that were taken are no longer in the result, whose own ones come after them.
   */
  readonly takeRecords?: (records: readonly ImportRecord[]) => void
}

/** One column and what it became. */
export interface ColumnReading {
  readonly index: number
  /** As shown: joined over several header rows, numbered when repeated, `Column F` when blank. */
  readonly header: string
  readonly target: Target
  /** Column with the label of this one's value (Google: `E-mail 1 - Label`). */
  readonly labelFrom?: number
  /** Why this target: by the format's preset, by alias, by content, by the person, or none. */
  readonly why: 'preset' | 'alias' | 'content' | 'person' | 'none'
  /** A few values, for the preview. */
  readonly samples: readonly string[]
}

/**
 * A row that is no data: title, total, footer, section, second table, or a line by which a program itself speaks.
 * Shown struck through in the preview.
 */
export interface SkippedRow {
  readonly row: number
  readonly why: 'total' | 'footer' | 'comment' | 'section' | 'repeatedHeader' | 'secondTable' | 'system'
}

/** Everything that reading one table (or one set of cards) gives. */
export interface ReadResult {
  readonly format: FormatId
  readonly kind: FormatKind
  /** 0-based, counted in parsed rows, the last one where a header spans several; null = none. */
  readonly headerRow: number | null
  readonly headerRowFirst?: number
  readonly dataRows: number
  readonly columns: readonly ColumnReading[]
  readonly records: readonly ImportRecord[]
  readonly rejected: readonly Rejection[]
  readonly warnings: readonly ImportWarning[]
  readonly decisions: readonly Decision[]
  readonly skipped: readonly SkippedRow[]
  /** Same columns, same fingerprint: under it a confirmed mapping is remembered. */
  readonly headerFingerprint: string
  /** First rows as read, for the preview. */
  readonly preview: readonly (readonly Cell[])[]
}
