import { useCallback } from 'react'
import type { Result } from '#shared/result'
import { useLabelText } from '../i18n/names'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { ASKS_ABOVE, nextReversal, type Reversal, redoLast, undoLast } from '../store/undo'
import { confirm } from '../ui/confirm'
import { showNotice } from '../ui/notice'

/** Undo and redo of the last change-set, each saying by name what it did and what it left alone. */
export function useUndo(): { undo: () => Promise<void>; redo: () => Promise<void> } {
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

  return {
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
