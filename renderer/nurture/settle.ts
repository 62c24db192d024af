import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { enrol } from '#shared/nurture/enrol'
import { FAIR_WELCOME } from '#shared/nurture/plans/fairWelcome'
import {
  kindOfIntent,
  logDone,
  moveTouch,
  type SettleContext,
  skipTouch,
  type TouchRef,
} from '#shared/nurture/settleTouch'
import type { HandleKind } from '#shared/records/handle'
import type { InteractionKind } from '#shared/records/interaction'
import type { Enrolment } from '#shared/records/nurture'
import type { PromiseRecord } from '#shared/records/promise'
import { currentRecord } from '../store/currentRecord'
import type { NotebookDatabase } from '../store/database'
import { allPlans, enrolmentsOf, touchesOfEnrolment } from '../store/queries/nurture'
import { allStaff } from '../store/queries/staff'
import type { Work } from './work'

/** What was written, as far as it is to be kept. */
export interface Written {
  /** Of what was written as a letter. */
  readonly subject?: string | undefined
  readonly text?: string | undefined
  readonly carrier?: HandleKind | undefined
  readonly personId?: string | undefined
  /** The piece that was given, with its file. */
  readonly given?:
    | { readonly contentId: string; readonly title: string; readonly attachmentId?: string | undefined }
    | undefined
}

/** Done and logged. Nothing when the touch was settled meanwhile: pressing twice logs once. */
export async function doneChanges(
  db: NotebookDatabase,
  work: Work,
  written: Written,
  context: SettleContext,
): Promise<Change[]> {
  if (work.touch !== undefined && (await isSettled(db, work.touch))) return []
  const promise = await promiseOf(db, work)
  const theirs = work.kind === 'promise' && work.by === 'them'
  const { given } = written
  const me = (await allStaff(db)).find((person) => person.me === true)
  return logDone(
    {
      customerId: work.customerId,
      personId: written.personId ?? work.touch?.personId,
      // Whatever the step was for: giving a piece is giving value.
      kind: given === undefined ? kindOf(work) : 'value',
      direction: theirs ? 'in' : 'out',
      carrier: written.carrier,
      subject: theirs ? undefined : written.subject,
      text: theirs ? promise?.text : written.text,
      staffId: me?.id,
      contentId: given?.contentId,
      attachmentIds: given?.attachmentId === undefined ? undefined : [given.attachmentId],
    },
    { touch: work.touch, promise },
    context,
  )
}

/** Put off to a day: the touch moves, the promise gets the day; what has neither becomes a promise of ours. */
export async function snoozeChanges(
  db: NotebookDatabase,
  work: Work,
  to: string,
  words: string,
  context: SettleContext,
): Promise<Change[]> {
  const promise =
    work.promiseId === undefined ? undefined : await currentRecord(db, 'promises', work.promiseId)
  const moved = work.touch === undefined ? [] : moveTouch(work.touch, to, context)
  if (promise !== undefined) {
    const later = updateChange('promises', promise, { dueOn: to }, context.at)
    return later === undefined ? moved : [later, ...moved]
  }
  if (work.touch !== undefined) return moved
  const record = {
    id: context.newId(),
    customerId: work.customerId,
    by: 'us' as const,
    text: words,
    dueOn: to,
  }
  return [createChange('promises', record, context.at)]
}

/** Not done, and why: the touch is skipped, the promise withdrawn; the reason stays on the page as a note. */
export async function skipChanges(
  db: NotebookDatabase,
  work: Work,
  reason: string,
  context: SettleContext,
): Promise<Change[]> {
  const promise =
    work.promiseId === undefined ? undefined : await currentRecord(db, 'promises', work.promiseId)
  const skipped = work.touch === undefined ? [] : skipTouch(work.touch, reason, context)
  if (promise !== undefined) {
    return [deleteChange('promises', promise, context.at), ...skipped, ...note(work, reason, context)]
  }
  if (work.kind === 'fairLead' && work.touch === undefined)
    return [...(await neverThanked(db, work, reason, context)), ...note(work, reason, context)]
  return [...skipped, ...(work.kind === 'orderRhythm' ? note(work, reason, context) : [])]
}

/** Puts a customer on the welcome plan from today on. Nothing when a run of it is under way. */
export async function enrolChanges(
  db: NotebookDatabase,
  customerId: string,
  context: SettleContext,
): Promise<Change[]> {
  const [plans, enrolments] = await Promise.all([allPlans(db), enrolmentsOf(db, [customerId])])
  if (enrolments.some(isRunning)) return []
  const who = { customerId, startsOn: context.today }
  return enrol(who, FAIR_WELCOME, { at: context.at, plans, newId: context.newId })
}

export function isRunning(enrolment: Enrolment): boolean {
  return enrolment.pausedAt === undefined && enrolment.endedAt === undefined
}

function kindOf(work: Work): InteractionKind {
  if (work.touch !== undefined) return kindOfIntent(work.touch.intent)
  if (work.kind === 'orderRhythm') return 'ask'
  if (work.kind === 'gift') return 'value'
  return work.kind === 'promise' && work.by === 'us' ? 'value' : 'message'
}

/** The promise that is kept by it: its own, or the one that the plan's step is about. */
async function promiseOf(db: NotebookDatabase, work: Work): Promise<PromiseRecord | undefined> {
  if (work.promiseId !== undefined) return currentRecord(db, 'promises', work.promiseId)
  if (work.touch?.stepKey !== 'promised') return undefined
  const enrolment = await currentRecord(db, 'enrolments', work.touch.enrolmentId)
  return enrolment?.promiseId === undefined ? undefined : currentRecord(db, 'promises', enrolment.promiseId)
}

async function isSettled(db: NotebookDatabase, touch: TouchRef): Promise<boolean> {
  const touches = await touchesOfEnrolment(db, touch.enrolmentId)
  return touches.some(
    (known) =>
      known.action !== 'moved' && known.stepKey === touch.stepKey && known.occurrence === touch.occurrence,
  )
}

/** A lead without a plan that will not be answered: an ended run of the plan whose thank-you was skipped. */
async function neverThanked(
  db: NotebookDatabase,
  work: Work,
  reason: string,
  context: SettleContext,
): Promise<Change[]> {
  const who = { customerId: work.customerId, startsOn: context.today }
  const made = enrol(who, FAIR_WELCOME, { at: context.at, plans: await allPlans(db), newId: context.newId })
  const ended = made.map((change) =>
    change.table === 'enrolments' ? { ...change, after: { ...change.after, endedAt: context.at } } : change,
  )
  const enrolmentId = ended.find((change) => change.table === 'enrolments')?.id ?? ''
  const thanks = { key: '', enrolmentId, customerId: work.customerId, stepKey: 'thanks', occurrence: 0 }
  return [...ended, ...skipTouch(thanks, reason, context)]
}

function note(work: Work, reason: string, context: SettleContext): Change[] {
  const text = reason.trim()
  if (text === '' && work.kind !== 'orderRhythm') return []
  return [
    createChange(
      'interactions',
      {
        id: context.newId(),
        customerId: work.customerId,
        personIds: [],
        kind: 'note',
        direction: 'both',
        at: context.at,
        ...(text === '' ? {} : { text }),
      },
      context.at,
    ),
  ]
}
