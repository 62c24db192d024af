import { useMemo, useRef } from 'react'
import type { Change } from '#shared/changes/changeSet'
import type { SettleContext } from '#shared/nurture/settleTouch'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useRecordText, useText } from '../i18n/text'
import type { NotebookDatabase } from '../store/database'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import { doneChanges, enrolChanges, skipChanges, snoozeChanges, type Written } from './settle'
import { useNamedCommit } from './useNamedCommit'
import type { Work } from './work'

/** What a person does about a piece of work; each answers whether it was saved, and says by name what was done. */
export interface Settle {
  /** With `quietly` nothing is said: the queue counts what is logged itself. */
  readonly done: (work: Work, name: string, written: Written, quietly?: boolean) => Promise<boolean>
  readonly snooze: (work: Work, name: string, to: string) => Promise<boolean>
  readonly skip: (work: Work, name: string, reason: string) => Promise<boolean>
  readonly enrol: (customerId: string, name: string) => Promise<boolean>
}

export function useSettle(): Settle {
  const notebook = useNotebook()
  const text = useText()
  const recordText = useRecordText()
  const formats = useFormats()
  const commit = useNamedCommit()
  const underWay = useRef(new Set<string>())
  return useMemo(() => {
    const settle = async (
      work: { readonly key: string },
      label: { readonly key: string; readonly name: string; readonly piece?: string | undefined },
      done: string | undefined,
      build: (db: NotebookDatabase, context: SettleContext) => Promise<Change[]>,
    ): Promise<boolean> => {
      const db = notebook.database()
      // A key that is held down, or pressed again before the list has changed, means one thing.
      if (db === undefined || underWay.current.has(work.key)) return false
      underWay.current.add(work.key)
      const { newId } = notebook.sources
      const params = { name: label.name, ...(label.piece === undefined ? {} : { piece: label.piece }) }
      const saved = await commit(
        { key: label.key, params },
        (at) => build(db, { at, today: dayIn(deviceZone(), at), newId }),
        { ...(done === undefined ? {} : { done }), about: label.name },
      )
      underWay.current.delete(work.key)
      return saved
    }
    return {
      done: (work, name, written, quietly = false) =>
        settle(
          work,
          written.given === undefined
            ? { key: 'change.touchDone', name }
            : { key: 'change.pieceGiven', name, piece: written.given.title },
          quietly ? undefined : text('nurture.logged', { name }),
          (db, context) => doneChanges(db, work, written, context),
        ),
      snooze: (work, name, to) =>
        settle(
          work,
          { key: 'change.touchMoved', name },
          text('nurture.moved', { name, day: formats.weekdayDay(to) }),
          (db, context) => snoozeChanges(db, work, to, recordText('nurture.writeTo', { name }), context),
        ),
      skip: (work, name, reason) =>
        settle(work, { key: 'change.touchSkipped', name }, text('nurture.skipped', { name }), (db, context) =>
          skipChanges(db, work, reason, context),
        ),
      enrol: (customerId, name) =>
        settle(
          { key: `enrol/${customerId}` },
          { key: 'change.enrolled', name },
          text('nurture.enrolled', { name }),
          (db, context) => enrolChanges(db, customerId, context),
        ),
    }
  }, [notebook, text, recordText, formats, commit])
}
