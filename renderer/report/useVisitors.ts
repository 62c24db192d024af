import { useState } from 'react'
import type { ReportKind, SavedReport } from '#shared/ipc/report'
import { type VisitorGrouping, visitorPack, visitorPage } from '#shared/reporting/visitorPack'
import type { VisitorPage } from '#shared/reporting/visitorPage'
import { reportWords } from '#shared/reporting/words'
import { err, type Result } from '#shared/result'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook, useRead } from '../store/NotebookContext'
import { visitorRecords } from '../store/queries/visitors'

/** Who came before, as the notebook has it now, and the way to paper. */
export interface VisitorsShown {
  /** Undefined while it is read, and for a fair that is gone; `isRead` tells these apart. */
  readonly page: VisitorPage | undefined
  readonly isRead: boolean
  readonly busy: boolean
  readonly result: Result<SavedReport | null> | undefined
  readonly save: (kinds: readonly ReportKind[]) => Promise<void>
}

/** The visitor pack of a fair, drawn and printed from the same words. */
export function useVisitors(fairId: string, grouping: VisitorGrouping): VisitorsShown {
  const notebook = useNotebook()
  const bridge = useBridge()
  const { language } = usePreferences()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result<SavedReport | null>>()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const read = useRead(
    async (db) => {
      const records = await visitorRecords(db, fairId)
      if (records === undefined) return {}
      const now = notebook.sources.now()
      return { page: visitorPage({ ...records, grouping, language, zone, now }, reportWords(language)) }
    },
    [fairId, grouping, language, zone],
  )

  const build = async (kinds: readonly ReportKind[]) => {
    await notebook.settled()
    const db = notebook.database()
    const records = db === undefined ? undefined : await visitorRecords(db, fairId)
    if (records === undefined) return err('undo.notReady')
    const pack = visitorPack({ ...records, grouping, language, zone, now: notebook.sources.now() })
    return bridge.call['report:save'](pack, kinds, false)
  }

  const save = async (kinds: readonly ReportKind[]) => {
    if (busy) return
    setBusy(true)
    setResult(undefined)
    setResult(await build(kinds).catch(() => err('report.notBuilt')))
    setBusy(false)
  }
  return { page: read?.page, isRead: read !== undefined, busy, result, save }
}
