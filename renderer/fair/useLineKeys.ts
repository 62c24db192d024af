import { type RefObject, useEffect, useRef } from 'react'

/** The key of each line, by the physical key that goes to it with Alt. */
const LINE_KEYS: Readonly<Record<string, string>> = {
  Digit0: '0',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [`Digit${digit}`, String(digit)])),
}

/**
 * Alt with a line's key goes to that line, Ctrl+Enter saves: wherever the cursor is, since a card that was pasted
 * beside the form leaves it there. An open dialog keeps its keys.
 */
export function useLineKeys(form: RefObject<HTMLFormElement | null>, save: () => void): void {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (document.querySelector('[role="dialog"]') !== null) return
      const mod = event.ctrlKey || event.metaKey
      const line = event.altKey && !mod ? LINE_KEYS[event.code] : undefined
      if (line !== undefined) focusLine(form.current, line)
      else if (event.key === 'Enter' && mod) latest.current()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [form])
}

/** Puts the cursor into the line with this key. */
export function focusLine(form: HTMLFormElement | null, line: string): void {
  const row = form?.querySelector(`[data-line="${CSS.escape(line)}"]`)
  const target = row?.querySelector('[data-line-focus]') ?? row?.querySelector('input')
  if (target instanceof HTMLElement) target.focus()
}
