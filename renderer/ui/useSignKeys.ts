import { useLayoutEffect, useRef } from 'react'
import { isDialogOpen } from './isDialogOpen'

/**
 * Signs as keys of a page, by what they print: where `+` lies, and whether it needs Shift, differs between layouts. They
 * belong to a field or a dialog as soon as one has the focus.
 */
export function useSignKeys(keys: Readonly<Record<string, () => void>>): void {
  const current = useRef(keys)
  current.current = keys
  // Before the screen is drawn: what can be seen answers its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      const isField =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable], [role="menu"]') !== null
      const run = current.current[event.key]
      if (isDialogOpen() || isField || run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
