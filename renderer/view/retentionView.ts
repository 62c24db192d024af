import { create } from 'zustand'

/** What the review of customers at rest shows. */
interface RetentionView {
  readonly isOpen: boolean
  /** The ids of those who are ticked. */
  readonly ticked: ReadonlySet<string>
  readonly show: (isOpen: boolean) => void
  readonly tick: (ids: Iterable<string>) => void
}

const FIELD = 'toErase'

/**
 * An erasure loads the window anew. Who else was ticked is handed over in the state of the page's place in the history,
 * which lives as long as the window does and is written to no file.
 */
export function keepTicked(ids: readonly string[]): void {
  window.history.replaceState({ [FIELD]: ids }, '')
}

/** Who was ticked before the window was loaded anew, once. Empty when nobody was. */
function takeTicked(): readonly string[] {
  const found: unknown = globalThis.history?.state?.[FIELD]
  if (!Array.isArray(found)) return []
  window.history.replaceState(null, '')
  return found.filter((id) => typeof id === 'string')
}

const left = takeTicked()

export const useRetentionView = create<RetentionView>((set) => ({
  isOpen: left.length > 0,
  ticked: new Set(left),
  show: (isOpen) => set(isOpen ? { isOpen } : { isOpen, ticked: new Set() }),
  tick: (ids) => set({ ticked: new Set(ids) }),
}))
