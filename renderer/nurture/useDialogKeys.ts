import { useEffect, useRef } from 'react'

/**
 * Plain letters as keys of a dialog, by physical key (`KeyE`). A text field or a menu with the focus keeps them. The
 * page below has keys of its own, which rest while a dialog is open.
 */
export function useDialogKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return
      const run = latest.current[event.code]
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
