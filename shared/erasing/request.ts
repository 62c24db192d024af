import * as z from 'zod'
import { erasureSchema } from '../records/erasure'
import { nameSchema, recordIdSchema } from '../records/record'

/** Who is to be erased: a page with all on it, or one person of a page. */
export const erasureSubjectSchema = z.strictObject({
  kind: z.enum(['customer', 'person']),
  id: recordIdSchema,
})
export type ErasureSubject = z.infer<typeof erasureSubjectSchema>

/** Why somebody is erased. */
export const ERASURE_REASONS = erasureSchema.shape.reason.options

/** An erasure as the person has decided on it. */
export const erasureRequestSchema = z.strictObject({
  subject: erasureSubjectSchema,
  reason: z.enum(ERASURE_REASONS),
  /** Leaves an unnamed page with days, kinds and amounts, so that the figures stay what they were. Of pages only. */
  keepsFigures: z.boolean(),
  /** Blanks the names and addresses of the erased wherever other pages write them. */
  alsoElsewhere: z.boolean(),
  /** What the unnamed page is called, in the person's language. */
  shellName: nameSchema.min(1).max(200),
  /** Id of the record that says that somebody was erased. */
  erasureId: recordIdSchema,
})
export type ErasureRequest = z.infer<typeof erasureRequestSchema>

/** What an erasure has come to. Numbers only: it may be shown and kept. */
export interface ErasureReport {
  readonly at: number
  /** Records that are gone, by table. */
  readonly removed: Readonly<Record<string, number>>
  /** Records that stay without anything that says whose they were, by table. */
  readonly blanked: Readonly<Record<string, number>>
  /** Entries of the history that are gone or were shortened. */
  readonly history: number
  /** Records of others in which a name or an address was blanked. */
  readonly redacted: number
  readonly attachments: number
  readonly drafts: number
  /** Backups that were written anew without them, the one that the notebook now begins with included. */
  readonly backupsCleaned: number
  /** Backups that could not be read, and so not be cleaned: they were removed. */
  readonly backupsRemoved: number
  /** Files of the journal that were removed. */
  readonly segments: number
}

/** Where an erasure is: it reads every backup, more than once where need be, then writes each anew. In lines. */
export interface ErasureProgress {
  readonly stage: 'reading' | 'writing'
  readonly done: number
  readonly total: number
}
