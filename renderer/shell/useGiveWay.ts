import { type RefObject, useEffect } from 'react'
import { useLatest } from '../ui/useLatest'

/** What is written into has to be seen as a whole: the cursor may stand anywhere in it. */
const WRITTEN_INTO = 'input, textarea, select, [contenteditable]'

/**
 * Calls `giveWay` when the focus goes to something in the place that `panel` lies over, so that nobody writes or presses
 * what can't be seen. Where the panel stands beside the place this never comes.
 */
export function useGiveWay(panel: RefObject<HTMLElement | null>, giveWay: () => void): void {
  const give = useLatest(giveWay)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || panel.current === null) return
      if (target.closest('main') !== null && isUnder(panel.current, target)) give()
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [panel, give])
}

/** Whether the panel, which is as high as the place, covers any of a field, or more than half of anything else. */
function isUnder(panel: HTMLElement, target: HTMLElement): boolean {
  const over = panel.getBoundingClientRect()
  const under = target.getBoundingClientRect()
  const covered = Math.min(over.right, under.right) - Math.max(over.left, under.left)
  return covered > (target.matches(WRITTEN_INTO) ? 0 : under.width / 2)
}
