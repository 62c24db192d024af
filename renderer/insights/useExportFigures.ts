import { useState } from 'react'
import type { PanelName } from '#shared/insights/panels'
import type { SavedReport } from '#shared/ipc/report'
import { insightsWorkbook, type NamedPanel } from '#shared/reporting/insightsWorkbook'
import { err, type Result } from '#shared/result'
import { useBridge } from '../shell/BridgeContext'
import { useInsightCalls } from '../store/InsightCallsContext'
import { useCellWords } from './cellWords'
import { useInsights } from './InsightContext'

/** Saving the figures of a part of the place, and what became of the last time. */
export interface FigureExport {
  readonly busy: boolean
  readonly result: Result<SavedReport | null> | undefined
  readonly save: () => Promise<void>
}

/** Asks for every figure once more, so that all of them are of one moment, and has them written as a spreadsheet. */
export function useExportFigures(title: string, names: readonly PanelName[]): FigureExport {
  const calls = useInsightCalls()
  const bridge = useBridge()
  const { words } = useCellWords()
  const { request } = useInsights()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result<SavedReport | null>>()

  const build = async () => {
    const panels: NamedPanel[] = []
    let base = ''
    for (const name of names) {
      const answer = await calls.insightPanel(request, name)
      if (!answer.ok) return answer
      if (answer.value.progress !== undefined) return err('insights.stillCounting')
      base = answer.value.base
      panels.push({ name, panel: answer.value.value })
    }
    return bridge.call['report:saveWorkbook'](title, insightsWorkbook(panels, base, request, words))
  }

  const save = async () => {
    setBusy(true)
    setResult(undefined)
    try {
      setResult(await build())
    } catch {
      setResult(err('report.notBuilt'))
    } finally {
      setBusy(false)
    }
  }
  return { busy, result, save }
}
