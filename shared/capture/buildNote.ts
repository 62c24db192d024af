import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Customer } from '../records/customer'
import type { InteractionKind } from '../records/interaction'
import type { IsoDate } from '../time/values'
import { promisesOfMarks, tagsWithMarks } from './markRecords'
import type { NoteMark } from './noteMark'

/** What one writes down by hand; every other kind comes from somewhere else, a letter that was logged or a file. */
export const NOTE_KINDS = [
  'note',
  'call',
  'message',
  'visit',
  'enquiry',
  'complaint',
  'news',
] as const satisfies readonly InteractionKind[]
export type NoteKind = (typeof NOTE_KINDS)[number]

/** Who spoke is a question for some kinds; an enquiry and news are theirs, and a plain note is nobody's. */
export const ASKED_WHO_SPOKE: readonly NoteKind[] = ['call', 'message', 'visit', 'complaint']

/** A quick note as it is kept. */
export interface QuickNote {
  readonly text: string
  readonly kind: NoteKind
  readonly direction: 'in' | 'out' | 'both'
  readonly marks: readonly NoteMark[]
}

export interface NoteContext {
  readonly at: number
  readonly customer: Customer
  /** When a promise without a day is due. */
  readonly defaultPromiseDay: IsoDate
  readonly newId: () => string
}

/**
 * The records of one quick note: the interaction with its words untouched, a promise for each `!` and `?`, and the
 * tags added to the customer.
 */
export function buildNote(note: QuickNote, context: NoteContext): Change[] {
  const { at, customer, newId } = context
  const interactionId = newId()
  const personIds = [
    ...new Set(
      note.marks.flatMap((mark) =>
        mark.kind === 'person' && mark.personIds.length === 1 ? mark.personIds : [],
      ),
    ),
  ]
  const promises = promisesOfMarks(note.marks, {
    at,
    customerId: customer.id,
    interactionId,
    defaultPromiseDay: context.defaultPromiseDay,
    newId,
  })
  const tagged = updateChange('customers', customer, { tags: tagsWithMarks(customer.tags, note.marks) }, at)
  return [
    createChange(
      'interactions',
      {
        id: interactionId,
        customerId: customer.id,
        personIds,
        kind: note.kind,
        direction: note.direction,
        at,
        text: note.text,
      },
      at,
    ),
    ...promises,
    ...(tagged === undefined ? [] : [tagged]),
  ]
}
