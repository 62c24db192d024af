import * as z from 'zod'

/** Something that the system says beside the window, in the person's words. */
export const systemNoticeSchema = z.strictObject({
  title: z.string().min(1).max(200),
  body: z.string().max(500),
  /** The command that a click runs, once the window is in front. */
  command: z.string().regex(/^go\.[a-z]+$/),
})
export type SystemNotice = z.infer<typeof systemNoticeSchema>

/** Whether the system could say it. */
export interface ShownNotice {
  readonly isShown: boolean
}
