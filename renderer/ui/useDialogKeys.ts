import { useEffect, useRef } from 'react'
import type { PlainKeys } from './usePlainKeys'

/** Plain letters as keys of the dialog that calls this, wherever in it the focus is; a text field keeps its own. */
export function useDialogKeys(keys: PlainKeys): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const target = event.target instanceof HTMLElement ? event.target : undefined
      if (target?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select')) return
      const run = current.current[event.code]
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
