import * as z from 'zod'
import { columnsSchema, rowSchema, sheetNameSchema } from '../reporting/workbook'
import { agendaItemSchema } from './agendaItem'
import { contactCardSchema } from './contactCard'

/** What a file is before its first part: everything that stands at its top. */
export const exportHeadSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('xlsx'),
    direction: z.enum(['ltr', 'rtl']),
    sheets: z
      .array(z.strictObject({ name: sheetNameSchema, columns: columnsSchema }))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    kind: z.literal('csv'),
    /** `excel`: for people, with the delimiter of their region; `plain`: for programs. */
    for: z.enum(['excel', 'plain']),
    columns: columnsSchema,
    /** Places of the columns of which the SHA-256 is written instead of the text. */
    hashed: z.array(z.int().min(0).max(99)).max(100),
    /** Brevo's own delimiter; without it that of the dialect. */
    delimiter: z.literal(';').optional(),
  }),
  z.strictObject({ kind: z.literal('vcard'), version: z.enum(['3.0', '4.0']) }),
  z.strictObject({
    kind: z.literal('calendar'),
    name: z.string().max(200),
    /** As tasks instead of all-day events. */
    asTasks: z.boolean(),
  }),
])
export type ExportHead = z.infer<typeof exportHeadSchema>

/** As much of a name as a title holds, were each letter two units long. */
const TITLE_LETTERS = 100

/** The name that is offered for a file, without its ending: no sign that means something in a path. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not be in it
export const exportTitleSchema = z.string().regex(/^Orchard [^\\/:*?"<>|\u0000-\u001f]{1,200}$/)

/** The name of a file that is about one customer. */
export function titleAbout(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  const clean = name.replace(/[\\/:*?"<>|\u0000-\u001f\s]+/g, ' ').trim()
  return `Orchard ${[...clean].slice(0, TITLE_LETTERS).join('') || '-'}`
}

/** A part of a file: rows of one of its sheets, cards, or what lies ahead. */
export const exportPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rows'),
    sheet: z.int().min(0).max(9),
    rows: z.array(rowSchema).max(20_000),
  }),
  z.strictObject({ kind: z.literal('cards'), cards: z.array(contactCardSchema).max(20_000) }),
  z.strictObject({ kind: z.literal('agenda'), items: z.array(agendaItemSchema).max(20_000) }),
])
export type ExportPart = z.infer<typeof exportPartSchema>

/** The ending of a file's name. */
export function endingOf(head: ExportHead): 'xlsx' | 'csv' | 'vcf' | 'ics' {
  return head.kind === 'vcard' ? 'vcf' : head.kind === 'calendar' ? 'ics' : head.kind
}
