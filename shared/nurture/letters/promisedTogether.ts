import type { PromiseRecord } from '../../records/promise'
import { compareDays } from '../../time/calendarDay'
import type { IsoDate } from '../../time/values'

/** A promise as a letter words it. */
export interface Promised {
  readonly text: string
  readonly dueOn: IsoDate
}

/**
 * What a letter of thanks says was promised: `own`, and whatever else of ours is open and not late, in one list of the
 * letter's language. Its day is the last of theirs, by which the sentence holds for all of them. Two talks may have
 * promised the same thing; it is said once.
 */
export function promisedTogether(
  own: PromiseRecord,
  all: readonly PromiseRecord[],
  today: IsoDate,
  language: string,
): Promised {
  const others = all.filter(
    ({ id, by, doneAt, dueOn }) =>
      id !== own.id && by === 'us' && doneAt === undefined && compareDays(dueOn, today) >= 0,
  )
  const promised = [own, ...others]
  const texts = [...new Set(promised.map(({ text }) => text))]
  const dueOn = promised
    .map((one) => one.dueOn)
    .reduce((last, day) => (compareDays(day, last) > 0 ? day : last))
  return { text: new Intl.ListFormat(language, { type: 'conjunction' }).format(texts), dueOn }
}
