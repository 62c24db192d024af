import { useLayoutEffect, useRef } from 'react'
import { isDialogOpen } from './isDialogOpen'

/** What each physical key does (`KeyD`, `ArrowDown`, `Enter`), without any modifier. */
export type PlainKeys = Readonly<Record<string, (() => void) | undefined>>

/** A key that was pressed before what answers it could be drawn; see `useKeyAhead`. */
export interface KeyAhead {
  /** Gives the key once; undefined when none was pressed. */
  readonly take: () => string | undefined
}

/**
 * Plain letters as keys of a page. They belong to a text field, a menu or a dialog as soon as one has the focus, and
 * to a button as far as the button itself needs them. A key that `ahead` has kept is answered at once.
 */
export function usePlainKeys(keys: PlainKeys, ahead?: KeyAhead): void {
  const current = useRef(keys)
  current.current = keys
  // Before the screen is drawn: what can be seen answers its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      // A dialog that has just been opened has its keys at once, before the focus has reached it.
      if (isDialogOpen()) return
      const target = event.target instanceof HTMLElement ? event.target : undefined
      if (target?.closest('input, textarea, select, [contenteditable], [role="menu"]')) return
      if (
        (event.key === 'Enter' || event.key === ' ') &&
        target?.closest('button, a') !== null &&
        target !== undefined
      )
        return
      const run = current.current[event.code]
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    const pressed = ahead?.take()
    if (pressed !== undefined) current.current[pressed]?.()
    return () => window.removeEventListener('keydown', onKey)
  }, [ahead])
}
