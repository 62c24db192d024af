import { useState } from 'react'
import type { ReportKind, SavedReport } from '#shared/ipc/report'
import { fairReport } from '#shared/reporting/fairReport'
import { err, type Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'
import { fairReportRecords } from '../store/queries/fairReport'

/** Saving under way, and what became of the last one; a result of `null` means that no folder was chosen. */
export interface ReportSaving {
  readonly busy: boolean
  readonly result: Result<SavedReport | null> | undefined
  readonly save: (kinds: readonly ReportKind[], elsewhere?: boolean) => Promise<void>
}

/** Builds the report from what the notebook holds at this moment and has it written to files. */
export function useSaveReport(fairId: string): ReportSaving {
  const notebook = useNotebook()
  const bridge = useBridge()
  const { language } = usePreferences()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result<SavedReport | null>>()

  const build = async (kinds: readonly ReportKind[], elsewhere: boolean) => {
    // What was just captured belongs in the report.
    await notebook.settled()
    const db = notebook.database()
    const records = db === undefined ? undefined : await fairReportRecords(db, fairId)
    if (records === undefined) return err('undo.notReady')
    const zone = records.fair.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    const now = notebook.sources.now()
    const countries = [...new Set(records.customers.flatMap(({ country }) => country ?? []))]
    const found = await notebook.questions().calendarsOf(countries, dayIn(zone, now))
    // Without the worker the report is still a report: weekends alone count then.
    const calendars = found.ok ? found.value : undefined
    const report = fairReport({ ...records, calendars, language, zone, now })
    return bridge.call['report:save'](report, kinds, elsewhere)
  }

  const save = async (kinds: readonly ReportKind[], elsewhere = false) => {
    setBusy(true)
    setResult(undefined)
    try {
      setResult(await build(kinds, elsewhere))
    } catch {
      setResult(err('report.notBuilt'))
    } finally {
      setBusy(false)
    }
  }
  return { busy, result, save }
}
