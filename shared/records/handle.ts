import * as z from 'zod'

/** The ways to reach a person. All are equals: an email address is not required of anybody. */
export const HANDLE_KINDS = [
  'email',
  'phone',
  'whatsapp',
  'wechat',
  'line',
  'zalo',
  'linkedin',
  'telegram',
  'skype',
  'qq',
  'web',
  'other',
] as const
export const handleKindSchema = z.enum(HANDLE_KINDS)
export type HandleKind = z.infer<typeof handleKindSchema>

/** One address of a person or company: how it is compared, and how it was written down. */
export const handleSchema = z.strictObject({
  kind: handleKindSchema,
  /** Normalised: E.164 for phones where the country is sure, lower-cased domain for email. */
  value: z.string().min(1).max(1000),
  /** Exactly as typed, pasted or imported. */
  entered: z.string().max(1000),
  /** "work", "home", or whatever the source called it. */
  label: z.string().max(200).optional(),
  preferred: z.boolean().optional(),
})
export type Handle = z.infer<typeof handleSchema>
