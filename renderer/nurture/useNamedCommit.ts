import { useCallback } from 'react'
import type { Change, ChangeLabel } from '#shared/changes/changeSet'
import { heardFrom, pauseChanges } from '#shared/nurture/pauseChanges'
import type { Pause } from '#shared/nurture/pausing'
import { useLabelText } from '../i18n/names'
import { useErrorText, useText } from '../i18n/text'
import type { NotebookDatabase } from '../store/database'
import { useNotebook } from '../store/NotebookContext'
import type { BuildChanges } from '../store/notebook'
import { allPlans, enrolmentsOf } from '../store/queries/nurture'
import { nextReversal, undoLast } from '../store/undo'
import { showNotice } from '../ui/notice'

/** How a notice says that a plan was paused or has ended. */
function haltedKey({ reason, ends }: Pause) {
  if (reason === 'goal') return 'nurture.goalReached'
  if (ends === true) return 'nurture.ended'
  if (reason === 'stage') return 'nurture.pausedByStage'
  return reason === 'order' ? 'nurture.pausedByOrder' : 'nurture.pausedByReply'
}

/** Saves an intent with what it means for running plans, and offers to take it back by its name. */
export type NamedCommit = (
  label: ChangeLabel,
  build: BuildChanges,
  say?: { readonly done?: string; readonly about?: string },
) => Promise<boolean>

/**
 * The commit of everything that may be a reply or an order: running plans of that customer pause in the same
 * change-set, and a notice says so with a way back. With `done` the notice says what was done in any case.
 */
export function useNamedCommit(): NamedCommit {
  const notebook = useNotebook()
  const text = useText()
  const labelText = useLabelText()
  const errorText = useErrorText()
  return useCallback(
    async (label, build, say = {}) => {
      const id = notebook.sources.newId()
      let paused: readonly Pause[] = []
      const saved = await notebook.commit({ id, label }, async (at) => {
        const changes = await build(at)
        const pausing = await pausesFor(notebook.database(), changes, at)
        paused = pausing.paused
        return [...changes, ...pausing.changes]
      })
      if (!saved.ok) {
        showNotice({ bad: true, message: text('edit.notSaved', { reason: errorText(saved.error.code) }) })
        return false
      }
      const [first] = paused
      const name = say.about ?? String(label.params?.name ?? '')
      const message = first === undefined ? say.done : text(haltedKey(first), { name })
      if (message !== undefined && saved.value !== undefined)
        showNotice({ message, action: { label: text('action.undo'), run: () => void takeBack() } })
      return true

      async function takeBack(): Promise<void> {
        // The notice may have stood there while something else was done: that must not be undone instead.
        const next = await nextReversal(notebook, 'undo')
        const isLast = next.ok && next.value.target.id === id
        const undone = isLast ? await undoLast(notebook) : next
        const what = labelText(label)
        if (isLast && undone.ok) showNotice({ message: text('undo.undone', { what }) })
        else showNotice({ message: text('nurture.undoLater') })
      }
    },
    [notebook, text, errorText, labelText],
  )
}

/** The pauses that go with some changes, given what the index knows now. */
export async function pausesFor(
  db: NotebookDatabase | undefined,
  changes: readonly Change[],
  at: number,
): Promise<ReturnType<typeof pauseChanges>> {
  const customerIds = heardFrom(changes)
  if (db === undefined || customerIds.length === 0) return { changes: [], paused: [] }
  return pauseChanges(changes, await enrolmentsOf(db, customerIds), at, await allPlans(db))
}
