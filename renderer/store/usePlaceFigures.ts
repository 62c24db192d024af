import { useEffect, useState } from 'react'
import type { OrchardError } from '#shared/result'
import type { PlaceAnswer, PlaceRequest } from '../workers/placeReader'
import { useNotebook, useNotebookState } from './NotebookContext'
import { deviceZone } from './TodayContext'

/** What a view asks for; in which zone we live is the device's. */
export type PlaceAsked = Omit<PlaceRequest, 'zone'>

/** The figures as they were last worked out, or why they could not be. */
export interface PlaceFiguresState {
  readonly answer: PlaceAnswer | undefined
  readonly fault: OrchardError | undefined
  /** Whether newer ones are on their way. */
  readonly waiting: boolean
}

/** Figures of channels and touchpoints; the last ones stay while others are on their way. */
export function usePlaceFigures(asked: PlaceAsked): PlaceFiguresState {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [state, setState] = useState<PlaceFiguresState>({
    answer: undefined,
    fault: undefined,
    waiting: true,
  })
  const { model, view } = asked
  const { from, to } = asked.period
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the notebook is a reason to ask again
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'repairing') return
    let wanted = true
    setState((now) => ({ ...now, waiting: true }))
    void notebook
      .questions()
      .placeFigures({ period: { from, to }, model, view, zone: deviceZone() })
      .then((read) => {
        if (!wanted) return
        if (read.ok) setState({ answer: read.value, fault: undefined, waiting: false })
        else setState((now) => ({ ...now, fault: read.error, waiting: false }))
      })
    return () => {
      wanted = false
    }
  }, [notebook, phase, appliedSeq, from, to, model, view])
  return state
}
