import type { PromiseRecord } from '../../records/promise'
import { compareDays } from '../../time/calendarDay'
import type { IsoDate } from '../../time/values'

/** A promise as a letter words it. */
export interface Promised {
  readonly text: string
  readonly dueOn: IsoDate
}

/** To whom a letter of thanks goes, when and in which language. */
interface Thanked {
  readonly personId: string | undefined
  readonly today: IsoDate
  readonly language: string
}

/**
 * What a letter of thanks says was promised: whatever of ours is open and not late and was promised to this person or to
 * nobody by name, the promise that the plan is about (`own`) first, in one list of the letter's language. Its day is the
 * last of theirs, by which the sentence holds for all of them. The same words are said once. Undefined when nothing is
 * promised.
 */
export function promisedTogether(
  own: PromiseRecord | undefined,
  all: readonly PromiseRecord[],
  { personId, today, language }: Thanked,
): Promised | undefined {
  const others = all.filter(
    (promise) =>
      promise.id !== own?.id &&
      promise.by === 'us' &&
      promise.doneAt === undefined &&
      compareDays(promise.dueOn, today) >= 0 &&
      (promise.personId === undefined || promise.personId === personId),
  )
  const promised = own === undefined ? others : [own, ...others]
  const [first] = promised
  if (first === undefined) return undefined
  const texts = [...new Set(promised.map(({ text }) => text))]
  const dueOn = promised.reduce(
    (last, one) => (compareDays(one.dueOn, last) > 0 ? one.dueOn : last),
    first.dueOn,
  )
  return { text: new Intl.ListFormat(language, { type: 'conjunction' }).format(texts), dueOn }
}
