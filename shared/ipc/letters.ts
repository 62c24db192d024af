import * as z from 'zod'
import { languageSchema, NAME_MAX_CHARS, nameSchema } from '../records/record'
import { sha256Schema } from '../records/sha256'
import { isoDateSchema } from '../time/values'

/** More than anybody writes by hand; a longer one is a paste that went wrong. */
const MAX_LETTER_CHARS = 100_000
/** A subject may hold the longest name there is. */
const MAX_SUBJECT_CHARS = 2 * NAME_MAX_CHARS

/** A letter gives one piece; a few more leave room for what is added to it. */
const MAX_ATTACHMENTS = 10

export const letterTextSchema = z.string().max(MAX_LETTER_CHARS)
const subjectSchema = z.string().max(MAX_SUBJECT_CHARS)

/** A letter for a mail program, with what its file may be called after. */
export const letterFileSchema = z.strictObject({
  to: z.strictObject({ name: nameSchema, address: z.string().min(3).max(320) }),
  subject: subjectSchema,
  body: letterTextSchema,
  language: languageSchema,
  /** Names of the person and the company, the best first; the file's name is made from the first that gives one. */
  about: z.array(nameSchema).max(3),
  on: isoDateSchema,
  /** Files of the notebook that go with it, by the hash of their bytes and the name that the receiver sees. */
  attachments: z
    .array(
      z.strictObject({
        hash: sha256Schema,
        fileName: z.string().min(1).max(500),
        mediaType: z.string().max(200),
      }),
    )
    .max(MAX_ATTACHMENTS)
    .optional(),
})
export type LetterFile = z.infer<typeof letterFileSchema>

/** Where a letter is opened: the mail program, a WhatsApp chat or LinkedIn. Never a URL: main makes it. */
export const letterTargetSchema = z.discriminatedUnion('means', [
  z.strictObject({ means: z.literal('mailto'), address: z.string().min(3).max(320), subject: subjectSchema }),
  z.strictObject({ means: z.literal('whatsapp'), digits: z.string().regex(/^\d{7,15}$/) }),
  z.strictObject({ means: z.literal('linkedin'), path: z.string().min(1).max(400) }),
  z.strictObject({
    means: z.literal('linkedinSearch'),
    words: z
      .string()
      .min(1)
      .max(2 * NAME_MAX_CHARS),
  }),
])

/** What became of a letter that was to be saved; the name only, never the place. */
export interface SavedLetter {
  readonly fileName: string
}

/** A letter was opened elsewhere; without its text where a link could not carry it. */
export interface OpenedLetter {
  readonly carriesText: boolean
}
