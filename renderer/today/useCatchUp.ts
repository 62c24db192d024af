import { useEffect, useState } from 'react'
import type { CaughtUp } from '#shared/nurture/catchUp'
import { moveTouch } from '#shared/nurture/settleTouch'
import { compareDays, dayIn } from '#shared/time/calendarDay'
import { useText } from '../i18n/text'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { useNotebook } from '../store/NotebookContext'
import { settledTouchKeys } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import type { CatchUpAnswer } from '../workers/catchUpReader'

/** The preview: on its way, there, or not to be had. */
export type CatchUpState =
  | { readonly kind: 'working' }
  | { readonly kind: 'ready'; readonly answer: CatchUpAnswer }
  | { readonly kind: 'failed'; readonly code: string }

/** Where everything late would go, worked out anew whenever the number a day changes. */
export function useCatchUp(today: string, perDay: number | undefined): CatchUpState {
  const notebook = useNotebook()
  const [state, setState] = useState<CatchUpState>({ kind: 'working' })
  useEffect(() => {
    let wanted = true
    void notebook
      .questions()
      .catchUp({ today, perDay })
      .then((answer) => {
        if (!wanted) return
        setState(
          answer.ok ? { kind: 'ready', answer: answer.value } : { kind: 'failed', code: answer.error.code },
        )
      })
    return () => {
      wanted = false
    }
  }, [notebook, today, perDay])
  return state
}

/** Those that leave today; the others stay where they are, late and first. */
export function movesOf(caughtUp: readonly CaughtUp[], today: string): readonly CaughtUp[] {
  return caughtUp.filter(({ to }) => compareDays(to, today) > 0)
}

/**
 * Moves the touches in one change-set; what somebody settled since the preview stays as it was settled. Answers whether
 * it was saved.
 */
export function useSpread(): (moves: readonly CaughtUp[]) => Promise<boolean> {
  const notebook = useNotebook()
  const commit = useNamedCommit()
  const text = useText()
  return (moves) => {
    const { newId } = notebook.sources
    const count = moves.length
    return commit(
      { key: 'change.caughtUp', params: { count } },
      async (at) => {
        const db = notebook.database()
        if (db === undefined) return []
        const enrolmentIds = [...new Set(moves.map(({ touch }) => touch.enrolmentId))]
        const settled = await settledTouchKeys(db, enrolmentIds)
        const context = { at, today: dayIn(deviceZone(), at), newId }
        return moves
          .filter(({ touch }) => !settled.has(touch.key))
          .flatMap(({ touch, to }) => moveTouch(touch, to, context))
      },
      { done: text('catchUp.done', { count }) },
    )
  }
}
