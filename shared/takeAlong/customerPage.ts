import * as z from 'zod'
import { sha256Schema } from '../records/sha256'

/** Something on a page: when or what it is about, and the text, in several lines where the person wrote several. */
const pageLineSchema = z.strictObject({
  lead: z.string().max(11_000).optional(),
  text: z.string().max(25_000),
})
export type PageLine = z.infer<typeof pageLineSchema>

const pageSectionSchema = z.strictObject({
  title: z.string().max(200),
  lines: z.array(pageLineSchema).max(200_000),
})
export type PageSection = z.infer<typeof pageSectionSchema>

/** A customer's page as text, independent of the form in which it is written: Markdown, or what the reader shows. */
export const customerPageSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().max(11_000),
  /** Country, city, stage and grade in one line. */
  detail: z.string().max(25_000),
  /** What the page is found by in the reader, beside its name. */
  search: z.string().max(200_000),
  sections: z.array(pageSectionSchema).max(20),
  /** Attachments of the customer by their hash, each with what it is. */
  files: z.array(z.strictObject({ hash: sha256Schema, label: z.string().max(1_000) })),
})
export type CustomerPage = z.infer<typeof customerPageSchema>

/** Pages as they come from the window. */
export const customerPagesSchema = z.array(customerPageSchema).max(1_000)
