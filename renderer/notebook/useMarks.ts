import type { MouseEvent } from 'react'
import { toggled } from '../ui/toggled'
import { useView } from '../view/viewState'

/** The marked rows of the list and how they come to be so. */
interface Marks {
  readonly has: (id: string) => boolean
  /** Marks a row, or no longer. */
  readonly toggle: (id: string) => void
  /** Marks rows beside those that are. */
  readonly add: (ids: readonly string[]) => void
  /** A click with a modifier marks instead of opening: one row, or all from the open one on. Tells whether it did. */
  readonly onClick: (event: MouseEvent, id: string) => boolean
  /** What is meant by one of them: all that are marked where it is among them, else it alone. */
  readonly meantBy: (id: string) => readonly string[]
}

/** Marking rows, so that several can be exported, put on a plan or dragged out at once. */
export function useMarks(ids: readonly string[] | undefined, chosenId: string | undefined): Marks {
  const markedIds = useView((view) => view.markedIds)
  const mark = useView((view) => view.mark)
  const marked = new Set(markedIds)

  const toggle = (id: string) => mark(toggled(markedIds, id))
  const add = (more: readonly string[]) => mark([...new Set([...markedIds, ...more])])

  return {
    has: (id) => marked.has(id),
    toggle,
    add,
    onClick: (event, id) => {
      if (event.ctrlKey || event.metaKey) toggle(id)
      else if (event.shiftKey) add(between(ids ?? [], chosenId ?? id, id))
      else return false
      return true
    },
    meantBy: (id) => (marked.has(id) ? markedIds : [id]),
  }
}

/** The rows from one to another, both with them, whichever stands first. */
function between(ids: readonly string[], from: string, to: string): readonly string[] {
  const [one, other] = [ids.indexOf(from), ids.indexOf(to)]
  return one < 0 ? [to] : ids.slice(Math.min(one, other), Math.max(one, other) + 1)
}
