import type { Patch } from '../changes/buildChange'
import type { Interaction } from '../records/interaction'
import type { PromiseRecord } from '../records/promise'
import { err, ok, type Result } from '../result'
import { isoDateSchema } from '../time/values'

/** A talk as it is being rewritten. */
export interface TalkForm extends Pick<Interaction, 'kind' | 'direction'> {
  readonly text: string
}

/** A promise as it is being rewritten; the day as a date field gives it. */
export type PromiseForm = Pick<PromiseRecord, 'text' | 'dueOn'>

/**
 * What rewriting a talk changes: its words to the letter, or none where only blanks are left. Who was there, when, and
 * the promises and tags that its marks once made stay as they are.
 */
export function talkPatch({ text, kind, direction }: TalkForm): Patch<'interactions'> {
  return { text: text.trim() === '' ? undefined : text, kind, direction }
}

/** What rewriting a promise changes. Codes: `promise.textMissing`, `promise.dayMissing`. */
export function promisePatch(form: PromiseForm): Result<Patch<'promises'>> {
  const text = form.text.trim()
  if (text === '') return err('promise.textMissing')
  if (!isoDateSchema.safeParse(form.dueOn).success) return err('promise.dayMissing')
  return ok({ text, dueOn: form.dueOn })
}
