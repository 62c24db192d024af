import { useEffect, useState } from 'react'
import type { Change } from '#shared/changes/changeSet'
import { MAIL_MERGE_AS, mailMergeHead } from '#shared/exporting/mailMerge'
import { err, type OrchardError } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'
import { logRun } from '../store/runExport'
import { deviceZone } from '../store/TodayContext'
import { writeRows } from '../store/writeRows'
import { gatherMailMerge, type MailMerge } from './gatherMailMerge'
import { useLetterDrafts } from './LetterDrafts'
import { doneChanges } from './settle'
import { useNamedCommit } from './useNamedCommit'
import type { Work } from './work'

/** How far a mail merge has come. */
export type MergeStage =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly merge: MailMerge; readonly fault?: string }
  /** The sheet is there; nothing has been logged as sent. */
  | { readonly kind: 'saved'; readonly merge: MailMerge; readonly file: string; readonly notLogged?: string }

/** A sheet for a word processor, and the one word afterwards that its letters were sent. */
export interface Merging {
  readonly stage: MergeStage
  readonly save: () => Promise<void>
  /** Logs every letter of the saved sheet in one change; answers whether it was saved. */
  readonly logSent: () => Promise<boolean>
}

/** Reads the letters of some works once, so that what is logged is what was in the sheet. */
export function useMailMerge(works: readonly Work[]): Merging {
  const notebook = useNotebook()
  const { call } = useBridge()
  const { of, forget } = useLetterDrafts()
  const commit = useNamedCommit()
  const text = useText()
  const errorText = useErrorText()
  const [stage, setStage] = useState<MergeStage>({ kind: 'reading' })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft that changes meanwhile belongs to another look
  useEffect(() => {
    let wanted = true
    const db = notebook.database()
    if (db === undefined) return
    setStage({ kind: 'reading' })
    const today = dayIn(deviceZone(), notebook.sources.now())
    void gatherMailMerge(db, works, of, today).then((merge) => {
      if (wanted) setStage({ kind: 'ready', merge })
    })
    return () => {
      wanted = false
    }
  }, [notebook, works])

  const save = async () => {
    if (stage.kind !== 'ready' || stage.merge.letters.length === 0) return
    const { merge } = stage
    const rows = merge.letters.map(({ row }) => row)
    const today = dayIn(deviceZone(), notebook.sources.now())
    const title = `Orchard ${text('mailMerge.fileName')} ${today}`
    const file = await writeRows(call, mailMergeHead(), title, rows).catch(() => err('ipc.fault'))
    if (!file.ok) return setStage({ kind: 'ready', merge, fault: errorText(file.error.code) })
    if (file.value === undefined) return setStage({ kind: 'ready', merge })
    const counts = { rows: rows.length, withEmail: rows.length, withPhone: 0, photos: 0 }
    const logged = await logRun(
      notebook,
      { ...MAIL_MERGE_AS, scope: 'listed' },
      { ...counts, leftOut: merge.leftOut.length },
    )
    setStage({ kind: 'saved', merge, file: file.value.fileName, ...faultOf(logged) })
  }

  const faultOf = (logged: { readonly ok: true } | { readonly ok: false; readonly error: OrchardError }) =>
    logged.ok ? {} : { notLogged: errorText(logged.error.code) }

  const logSent = async () => {
    if (stage.kind !== 'saved') return false
    const { letters } = stage.merge
    const { newId } = notebook.sources
    const count = letters.length
    const saved = await commit(
      { key: 'change.lettersMerged', params: { count } },
      async (at) => {
        const db = notebook.database()
        if (db === undefined) return []
        const context = { at, today: dayIn(deviceZone(), at), newId }
        const changes = new Map<string, Change>()
        // A promise that two letters keep is kept once.
        for (const { work, written } of letters)
          for (const change of await doneChanges(db, work, written, context))
            if (!changes.has(change.id)) changes.set(change.id, change)
        return [...changes.values()]
      },
      { done: text('mailMerge.logged', { count }) },
    )
    if (saved) for (const { work } of letters) forget(work.key)
    return saved
  }
  return { stage, save, logSent }
}
