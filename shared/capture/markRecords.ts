import { createChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { IsoDate } from '../time/values'
import type { NoteMark } from './noteMark'

/** What the promises of a note belong to. */
export interface MarkOwner {
  readonly at: number
  readonly customerId: string
  readonly personId?: string | undefined
  readonly interactionId: string
  /** When a promise without a day is due. */
  readonly defaultPromiseDay: IsoDate
  readonly newId: () => string
}

/** A promise for each `!` and `?` of a note. */
export function promisesOfMarks(marks: readonly NoteMark[], owner: MarkOwner): Change[] {
  const { at, customerId, personId, interactionId } = owner
  return marks.flatMap((mark) =>
    mark.kind !== 'promise'
      ? []
      : createChange(
          'promises',
          {
            id: owner.newId(),
            customerId,
            by: mark.by,
            text: mark.text,
            dueOn: mark.dueOn ?? owner.defaultPromiseDay,
            interactionId,
            ...(personId === undefined ? {} : { personId }),
          },
          at,
        ),
  )
}

/** The tags that a customer has after a note: the known ones first, each once. */
export function tagsWithMarks(known: readonly string[], marks: readonly NoteMark[]): string[] {
  return [...new Set([...known, ...marks.flatMap((mark) => (mark.kind === 'tag' ? [mark.tag] : []))])]
}
