import { useCallback } from 'react'
import type { Result } from '#shared/result'
import { useLabelText } from '../i18n/names'
import { comma } from '../i18n/signs'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { keptNames } from '../store/queries/keptNames'
import { ASKS_ABOVE, nextReversal, type Reversal, redoLast, undoLast } from '../store/undo'
import { undoImport } from '../store/undoImport'
import { confirm } from '../ui/confirm'
import { showNotice } from '../ui/notice'

/** As many as fit a notice. */
const NAMES_SHOWN = 12

/** Undo and redo of the last change-set, each saying by name what it did and what it left alone. */
export function useUndo(): {
  undo: () => Promise<void>
  redo: () => Promise<void>
  /** Takes one import back, whatever was done since, and names the pages that stay. */
  undoImport: (runId: string, fileName: string) => Promise<void>
} {
  const notebook = useNotebook()
  const text = useText()
  const errorText = useErrorText()

  const labelText = useLabelText()

  const report = useCallback(
    (result: Result<Reversal>, done: 'undo.undone' | 'undo.redone') => {
      if (!result.ok) {
        showNotice({ message: errorText(result.error.code, { ...numbersAndText(result.error.params) }) })
        return
      }
      const what = labelText(result.value.label)
      showNotice({ message: text(done, { what }) })
      if (result.value.kept.length > 0) {
        showNotice({ message: text('undo.kept', { count: result.value.kept.length }), stays: true })
      }
    },
    [text, errorText, labelText],
  )

  /** Many records at once are not taken back by a slip of the hand. */
  const isWanted = useCallback(
    async (origin: 'undo' | 'redo'): Promise<boolean> => {
      const next = await nextReversal(notebook, origin)
      if (!next.ok || next.value.target.size <= ASKS_ABOVE) return true
      const what = labelText(next.value.label)
      return confirm({
        title: text(origin === 'undo' ? 'undo.ask' : 'redo.ask', { what }),
        message: text('undo.askCount', { count: next.value.target.size }),
        confirmLabel: text(origin === 'undo' ? 'undo.confirm' : 'redo.confirm'),
        cancelLabel: text('action.cancel'),
        closeLabel: text('action.close'),
      })
    },
    [notebook, text, labelText],
  )

  const takeImportBack = useCallback(
    async (runId: string, fileName: string) => {
      const what = text('change.import', { file: fileName })
      const isSure = await confirm({
        title: text('undo.ask', { what }),
        message: text('import.history.hint'),
        confirmLabel: text('undo.confirm'),
        cancelLabel: text('action.cancel'),
        closeLabel: text('action.close'),
      })
      if (!isSure) return
      const result = await undoImport(notebook, runId)
      report(result, 'undo.undone')
      const db = notebook.database()
      if (!result.ok || db === undefined) return
      const names = await keptNames(db, result.value.kept)
      if (names.length === 0) return
      const first = names.slice(0, NAMES_SHOWN).join(comma(text))
      showNotice({
        message: text('import.undo.keptNames', {
          count: names.length,
          names: names.length > NAMES_SHOWN ? `${first} …` : first,
        }),
        stays: true,
      })
    },
    [notebook, text, report],
  )

  return {
    undoImport: takeImportBack,
    undo: useCallback(async () => {
      if (await isWanted('undo')) report(await undoLast(notebook), 'undo.undone')
    }, [notebook, report, isWanted]),
    redo: useCallback(async () => {
      if (await isWanted('redo')) report(await redoLast(notebook), 'undo.redone')
    }, [notebook, report, isWanted]),
  }
}

function numbersAndText(
  params: Readonly<Record<string, string | number | boolean>> | undefined,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([key, value]) => [
      key,
      typeof value === 'boolean' ? String(value) : value,
    ]),
  )
}
