import { useLayoutEffect, useRef } from 'react'

/** What each physical key does (`KeyD`, `ArrowDown`, `Enter`), without any modifier. */
export type PlainKeys = Readonly<Record<string, (() => void) | undefined>>

/** A key that was pressed before what answers it could be drawn; see `useKeyAhead`. */
export interface KeyAhead {
  /** Gives the key once; undefined when none was pressed. */
  readonly take: () => string | undefined
}

/**
 * Answers keys without a modifier, wherever in the window the focus is, unless `belongsElsewhere` says that a field, a
 * button or a dialog needs this one. It is asked with the element that has the focus. A key that `ahead` has kept is
 * answered at once.
 */
export function useWindowKeys(
  keys: PlainKeys,
  belongsElsewhere: (event: KeyboardEvent, focused: HTMLElement | undefined) => boolean,
  ahead?: KeyAhead,
): void {
  const current = useRef({ keys, belongsElsewhere })
  current.current = { keys, belongsElsewhere }
  // Before the screen is drawn: what can be seen answers its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const focused = event.target instanceof HTMLElement ? event.target : undefined
      if (current.current.belongsElsewhere(event, focused)) return
      const run = current.current.keys[event.code]
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    const pressed = ahead?.take()
    if (pressed !== undefined) current.current.keys[pressed]?.()
    return () => window.removeEventListener('keydown', onKey)
  }, [ahead])
}
