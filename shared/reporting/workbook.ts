import * as z from 'zod'
import { isoDateSchema } from '../time/values'

/** What a spreadsheet can hold in one cell. */
export const MAX_CELL_CHARS = 32_767

/**
 * How a number looks. `money0` to `money4`: so many places; `rate` as many as it takes; `share` a percentage.
 * The writer of each file format has its own words for them.
 */
export const NUMBER_FORMATS = [
  'integer',
  'decimal',
  'rate',
  'share',
  'money0',
  'money2',
  'money3',
  'money4',
] as const
export type NumberFormat = (typeof NUMBER_FORMATS)[number]

const numberFormatSchema = z.enum(NUMBER_FORMATS)
const finite = z.number().refine(Number.isFinite)
const textSchema = z.string().max(200_000)

/**
 * A formula as a spreadsheet reads it, without the equals sign. No brackets (other files) and no bars (DDE): what
 * we write never needs them, so nothing that reaches out of the file can pass.
 */
const formulaSchema = z.string().regex(/^[^[\]|]{1,8000}$/)

const cellSchema = z.union([
  z.null(),
  /** Text stays text, whatever it begins with. */
  textSchema,
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), value: textSchema, strong: z.literal(true) }),
    z.strictObject({ kind: z.literal('number'), value: finite, format: numberFormatSchema }),
    /** A calendar day. */
    z.strictObject({ kind: z.literal('day'), value: isoDateSchema }),
    /** A wall clock's day and time: `2026-11-19T13:04`. */
    z.strictObject({ kind: z.literal('moment'), value: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/) }),
    z.strictObject({
      kind: z.literal('formula'),
      formula: formulaSchema,
      /** What it gives now: every reader that does not calculate shows this. */
      value: z.union([finite, textSchema]),
      format: numberFormatSchema,
      strong: z.literal(true).optional(),
    }),
  ]),
])
/** `null` is an empty cell, which counting formulas pass over; a string is text. */
export type Cell = z.infer<typeof cellSchema>

const columnSchema = z.strictObject({
  caption: textSchema,
  /** About so many digits wide. */
  width: z.number().min(1).max(200),
  /** `id` is for phones and numbers of things: never a number, whatever it looks like. */
  holds: z.enum(['plain', 'id', 'longText']),
})
export type Column = z.infer<typeof columnSchema>

/** Unique in its workbook, without the signs that spreadsheets forbid. */
export const sheetNameSchema = z.string().regex(/^[^[\]:*?/\\']{1,31}$/)
/** The columns of a sheet. */
export const columnsSchema = z.array(columnSchema).min(1).max(100)
/** A row may be shorter than the columns. */
export const rowSchema = z.array(cellSchema).max(100)

const sheetSchema = z.strictObject({
  name: sheetNameSchema,
  columns: columnsSchema,
  /** Below the captions. */
  rows: z.array(rowSchema).max(200_000),
  /** How many rows below the captions belong to the table that can be filtered. */
  tableRows: z.int().min(0),
})
export type Sheet = z.infer<typeof sheetSchema>

/** A spreadsheet, independent of any file format. The captions of every sheet stay in sight. */
export const workbookSchema = z.strictObject({
  direction: z.enum(['ltr', 'rtl']),
  sheets: z.array(sheetSchema).min(1).max(30),
})
export type Workbook = z.infer<typeof workbookSchema>
