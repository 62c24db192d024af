import { useLayoutEffect, useState } from 'react'

/**
 * The palette's field has the focus only a moment after the palette was asked for. Letters that come before go into its
 * query and not into the page below: `begin` when it opens, `end` when it closes.
 */
export function useTypedAhead(append: (letter: string) => void): { begin: () => void; end: () => void } {
  const [isAhead, setAhead] = useState(false)
  useLayoutEffect(() => {
    if (!isAhead) return
    const take = (event: KeyboardEvent) => {
      if (document.activeElement?.closest('[role="dialog"]')) return setAhead(false)
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      event.preventDefault()
      event.stopImmediatePropagation()
      append(event.key)
    }
    window.addEventListener('keydown', take, { capture: true })
    return () => window.removeEventListener('keydown', take, { capture: true })
  }, [isAhead, append])
  return { begin: () => setAhead(true), end: () => setAhead(false) }
}
