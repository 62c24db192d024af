import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { ChangeLabel } from '#shared/changes/changeSet'
import { isMessageKey } from '#shared/i18n/translator'
import type { Result } from '#shared/result'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { type Reversal, redoLast, undoLast } from '../store/undo'

/** Undo and redo of the last change-set, each saying by name what it did and what it left alone. */
export function useUndo(): { undo: () => Promise<void>; redo: () => Promise<void> } {
  const notebook = useNotebook()
  const text = useText()
  const errorText = useErrorText()

  const report = useCallback(
    (result: Result<Reversal>, done: 'undo.undone' | 'undo.redone') => {
      if (!result.ok) {
        notifications.show({
          message: errorText(result.error.code, { ...numbersAndText(result.error.params) }),
        })
        return
      }
      const what = labelText(result.value.label)
      notifications.show({ message: text(done, { what }) })
      if (result.value.kept.length > 0) {
        notifications.show({
          message: text('undo.kept', { count: result.value.kept.length }),
          autoClose: false,
        })
      }

      function labelText(label: ChangeLabel): string {
        return isMessageKey(label.key) ? text(label.key, label.params) : label.key
      }
    },
    [text, errorText],
  )

  return {
    undo: useCallback(async () => report(await undoLast(notebook), 'undo.undone'), [notebook, report]),
    redo: useCallback(async () => report(await redoLast(notebook), 'undo.redone'), [notebook, report]),
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
