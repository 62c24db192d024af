import * as z from 'zod'
import { exportHeadSchema } from '../exporting/exportFile'
import type { ExportChoice } from '../exporting/exportRequest'
import { LANGUAGE_CHOICES, type LanguageChoice } from '../i18n/languages'
import { isoDateSchema, zoneNameSchema } from '../time/values'

/*
 * The folder in which a notebook leaves as a whole:
 *
 *   README.txt  index.html  manifest.json
 *   data/         every record of every table and the log of changes, one JSON object a line: what is read back
 *   attachments/  the files that records name, under names that people can read
 *   csv/          the live records of each table, verbatim, for programs
 *   customers/    a page of each customer as Markdown
 *   reader/       the same pages for index.html, which may load scripts beside it but can't read files
 *   contacts.xlsx  history.xlsx  contacts.vcf  calendar.ics
 */
export const DATA_FOLDER = 'data'
export const ATTACHMENT_FOLDER = 'attachments'
export const CSV_FOLDER = 'csv'
export const PAGE_FOLDER = 'customers'
export const READER_FOLDER = 'reader'
export const MANIFEST_FILE = 'manifest.json'

/** What the log of exports calls it, beside the subjects and forms of single files. */
export const LOGGED_AS = { subject: 'everything', format: 'folder' } as const

/** The files that are made like single exports, and of what. */
export const EXPORTED_FILES = {
  'contacts.xlsx': { subject: 'contacts', format: 'xlsx' },
  'history.xlsx': { subject: 'history', format: 'xlsx' },
  'contacts.vcf': { subject: 'contacts', format: 'vcard4' },
  'calendar.ics': { subject: 'calendar', format: 'icsEvents' },
} as const satisfies Readonly<Record<string, Pick<ExportChoice, 'subject' | 'format'>>>
export type ExportedFileName = keyof typeof EXPORTED_FILES

/** In the order in which they are written. */
export const EXPORTED_FILE_NAMES = Object.keys(EXPORTED_FILES) as ExportedFileName[]

/** What a file is made of, in the words of an export. */
export function choiceOf(name: ExportedFileName): ExportChoice {
  return { ...EXPORTED_FILES[name], table: 'interactions', hashed: false, photos: true }
}

/** Whose language and clock the folder speaks with. */
export const takeAlongMomentSchema = z.strictObject({
  language: z.custom<LanguageChoice>((value) => LANGUAGE_CHOICES.some((choice) => choice === value)),
  zone: zoneNameSchema,
  today: isoDateSchema,
})
export type TakeAlongMoment = z.infer<typeof takeAlongMomentSchema>

/** A part of the folder that is about to come: the records, the customers' pages, or one exported file. */
export const takeAlongSectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('data') }),
  z.strictObject({ kind: z.literal('pages') }),
  z.strictObject({
    kind: z.literal('file'),
    name: z.enum(EXPORTED_FILE_NAMES),
    head: exportHeadSchema,
  }),
])
export type TakeAlongSection = z.infer<typeof takeAlongSectionSchema>
