import * as z from 'zod'
import { LANGUAGE_CHOICES } from '../../i18n/languages'

const words = z.string().max(2000)
const amount = z.number().refine(Number.isFinite)

const figureSchema = z.strictObject({
  label: words,
  now: words,
  before: words,
  /** How much more or less, empty where that can't be told. */
  change: words,
  remark: words.optional(),
})

const barSchema = z.strictObject({
  label: words,
  now: amount.optional(),
  before: amount.optional(),
  nowText: words,
  beforeText: words,
})

/** A review on paper and on screen, every word of it already in the reader's language. */
export const reviewPageSchema = z.strictObject({
  kind: z.literal('review'),
  language: z.enum(LANGUAGE_CHOICES),
  direction: z.enum(['ltr', 'rtl']),
  title: words,
  subtitle: words,
  made: words,
  /** What the two columns are called: the period and the one before. */
  heads: z.strictObject({ figure: words, now: words, before: words, change: words }),
  /** The figures that stand large on top; all of them are listed below. */
  tiles: z.array(figureSchema).max(4),
  figures: z.array(figureSchema).max(40),
  charts: z.array(z.strictObject({ caption: words, bars: z.array(barSchema).max(12) })).max(4),
  tables: z
    .array(
      z.strictObject({
        caption: words,
        heads: z.array(words).min(1).max(12),
        /** The first cell names the row; the others are figures. */
        rows: z.array(z.array(words).max(12)).max(20),
        remark: words.optional(),
      }),
    )
    .max(4),
  notes: z.array(words).max(12),
})
export type ReviewPage = z.infer<typeof reviewPageSchema>
export type ReviewChart = ReviewPage['charts'][number]
