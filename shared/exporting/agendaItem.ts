import * as z from 'zod'
import { epochMsSchema, isoDateSchema } from '../time/values'

/** What makes an id of ours one that no other program gives; nothing is ever looked up under it. */
export const AGENDA_DOMAIN = 'orchard.invalid'

/** Something that lies ahead on a calendar day, at an hour where one was agreed. */
export const agendaItemSchema = z.strictObject({
  /** The same for the same thing in every export, so that a calendar that takes it again moves its entry. */
  uid: z.string().max(300),
  on: isoDateSchema,
  summary: z.string().max(25_000),
  description: z.string().max(25_000),
  /** Grows with every change that a person makes to it. */
  sequence: z.int().min(0),
  /** The agreed instant; without it the item is for the whole day. */
  startsAt: epochMsSchema.optional(),
  minutes: z.int().min(1).max(100_000).optional(),
  place: z.string().max(25_000).optional(),
  /** Leads to the customer's page in Orchard. */
  link: z.string().max(200).optional(),
})
export type AgendaItem = z.infer<typeof agendaItemSchema>
