import * as z from 'zod'
import { LANGUAGE_CHOICES } from '../i18n/languages'

const words = z.string().max(2000)
const count = z.int().min(0)

/** A part of the page: its caption, and what to say where it has nothing to list or cannot list all. */
const part = { caption: words, remark: words.optional() }

/**
 * One sheet of paper for the evening, every word of it already in the reader's language. Lists are as long as the
 * sheet has room for; what is left out is counted in their remark.
 */
export const reportPageSchema = z.strictObject({
  language: z.enum(LANGUAGE_CHOICES),
  direction: z.enum(['ltr', 'rtl']),
  title: words,
  subtitle: words,
  made: words,
  figures: z.array(z.strictObject({ label: words, value: words, remark: words.optional() })).max(8),
  hours: z.strictObject({ ...part, bars: z.array(z.strictObject({ label: words, count })).max(24) }),
  grades: z.strictObject({
    ...part,
    heads: z.tuple([words, words]),
    rows: z.array(z.strictObject({ grade: words, label: words, today: count, total: count })).max(5),
  }),
  products: z.strictObject({ ...part, rows: z.array(z.strictObject({ name: words, count })).max(6) }),
  promises: z.strictObject({
    ...part,
    rows: z
      .array(z.strictObject({ due: words, text: words, who: words, state: words, late: z.boolean() }))
      .max(6),
  }),
  leads: z.strictObject({
    ...part,
    rows: z
      .array(z.strictObject({ time: words, company: words, person: words, country: words, next: words }))
      .max(13),
  }),
  notes: z.array(words).max(4),
})
export type ReportPage = z.infer<typeof reportPageSchema>
