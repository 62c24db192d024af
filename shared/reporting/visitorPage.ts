import * as z from 'zod'
import { LANGUAGE_CHOICES } from '../i18n/languages'

const words = z.string().max(2000)

const visitorSchema = z.strictObject({
  customerId: words,
  company: words,
  person: words,
  /** City and country, stage, grade and when they were met last. */
  about: words,
  /** What was said last, with its day; empty where nobody wrote anything down. */
  lastWords: words,
  promises: z.array(z.strictObject({ text: words, due: words, late: z.boolean() })).max(10),
  /** Of the newest picture of their meetings. */
  photo: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export type Visitor = z.infer<typeof visitorSchema>

/** Who came to the earlier editions of a fair, on paper and on screen, every word in the reader's language. */
export const visitorPageSchema = z.strictObject({
  kind: z.literal('visitors'),
  language: z.enum(LANGUAGE_CHOICES),
  direction: z.enum(['ltr', 'rtl']),
  title: words,
  subtitle: words,
  made: words,
  groups: z.array(z.strictObject({ caption: words, visitors: z.array(visitorSchema).max(2000) })).max(300),
  notes: z.array(words).max(4),
})
export type VisitorPage = z.infer<typeof visitorPageSchema>
