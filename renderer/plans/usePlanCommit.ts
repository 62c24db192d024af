import { useCallback } from 'react'
import type { Change, ChangeLabel } from '#shared/changes/changeSet'
import { useUndo } from '../commands/useUndo'
import { useErrorText, useText } from '../i18n/text'
import type { BulkWatch } from '../store/bulkCommit'
import { useNotebook } from '../store/NotebookContext'
import { showNotice } from '../ui/notice'

/** From so many changes on a change-set is journalled in chunks. */
const CHUNKED_FROM = 200

/** Saves what was decided about plans as one change-set however many people it reaches, and offers to take it back. */
export function usePlanCommit() {
  const notebook = useNotebook()
  const text = useText()
  const errorText = useErrorText()
  const { undo } = useUndo()
  return useCallback(
    async (
      label: ChangeLabel,
      build: (at: number) => readonly Change[],
      done: string,
      watch: BulkWatch & { readonly size?: number } = {},
    ): Promise<boolean> => {
      const { size = 1, ...rest } = watch
      async function* source(at: number): AsyncGenerator<readonly Change[]> {
        yield build(at)
      }
      const saved =
        size > CHUNKED_FROM
          ? await notebook.commitInChunks({ label }, source, rest)
          : await notebook.commit({ label }, build)
      if (!saved.ok) {
        showNotice({ bad: true, message: text('edit.notSaved', { reason: errorText(saved.error.code) }) })
        return false
      }
      if (saved.value !== undefined)
        showNotice({ message: done, action: { label: text('action.undo'), run: () => void undo() } })
      return true
    },
    [notebook, text, errorText, undo],
  )
}
