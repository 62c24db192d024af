import { useEffect, useState } from 'react'
import { dayIn } from '#shared/time/calendarDay'
import type { ListFigure } from '../workers/listFigures'
import { askInTurn } from './askInTurn'
import { useNotebook, useNotebookState } from './NotebookContext'
import { deviceZone } from './TodayContext'
import { useNow } from './useNow'

export type { ListFigure } from '../workers/listFigures'

/** Figures remembered beyond those in sight. */
const KEPT_FIGURES = 400

/**
 * How warm the customers in sight are and what is next for each; asked for while the list rests, so that scrolling
 * waits for nothing. Those read before stay until newer ones come.
 */
export function useListFigures(
  ids: readonly string[],
  isResting: boolean,
): (id: string) => ListFigure | undefined {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [known, setKnown] = useState<ReadonlyMap<string, ListFigure>>(new Map())
  const today = dayIn(deviceZone(), useNow())
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the notebook is a reason to ask again
  useEffect(() => {
    if (!isResting || ids.length === 0 || (phase !== 'ready' && phase !== 'repairing')) return
    let wanted = true
    const ask = async () => {
      const moment = { today, zone: deviceZone(), now: notebook.sources.now() }
      const read = await notebook.questions().listFigures({ customerIds: ids, ...moment })
      if (wanted && read.ok)
        setKnown((before) => new Map([...[...before].slice(-KEPT_FIGURES), ...read.value]))
    }
    askInTurn(notebook, 'listFigures', { isWanted: () => wanted, ask })
    return () => {
      wanted = false
    }
  }, [notebook, phase, appliedSeq, ids.join(), isResting, today])
  return (id) => known.get(id)
}
