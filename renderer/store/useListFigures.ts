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
 * waits for nothing. Those read before stay until newer ones come; of those who come into sight the warmth is asked for by
 * itself first, which waits for nobody's plans.
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
    const isWanted = () => wanted
    const read = async (customerIds: readonly string[], only?: 'warmth') => {
      const moment = { today, zone: deviceZone(), now: notebook.sources.now() }
      const answer = await notebook.questions().listFigures({ customerIds, ...moment, only })
      if (wanted && answer.ok) setKnown((before) => joined(before, answer.value, only !== undefined))
    }
    const unknown = ids.filter((id) => !known.has(id))
    if (unknown.length > 0)
      askInTurn(notebook, 'listWarmth', { isWanted, ask: () => read(unknown, 'warmth') })
    askInTurn(notebook, 'listFigures', { isWanted, ask: () => read(ids) })
    return () => {
      wanted = false
    }
  }, [notebook, phase, appliedSeq, ids.join(), isResting, today])
  return (id) => known.get(id)
}

/** The figures known before with newer ones. Those without what is next never replace any. */
function joined(
  before: ReadonlyMap<string, ListFigure>,
  newer: ReadonlyMap<string, ListFigure>,
  areParts: boolean,
): ReadonlyMap<string, ListFigure> {
  const kept = [...before].slice(-KEPT_FIGURES)
  return areParts ? new Map([...newer, ...kept]) : new Map([...kept, ...newer])
}
