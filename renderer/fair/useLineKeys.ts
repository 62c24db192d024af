import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The key of each line, by the physical key that goes to it with Alt. */
const LINE_KEYS: Readonly<Record<string, string>> = {
  Digit0: '0',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [`Digit${digit}`, String(digit)])),
}

/**
 * Alt with a line's key goes to that line, Ctrl+Enter saves: wherever the cursor is, since a card that was pasted
 * beside the form leaves it there. A line that only offers something (`data-line-takes`) is accepted by its key at
 * once, and declined by the same key. An open dialog keeps its keys.
 */
export function useLineKeys(form: RefObject<HTMLFormElement | null>, save: () => void): void {
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  // Before the screen is drawn: what can be seen answers its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (document.querySelector('[role="dialog"]') !== null) return
      const mod = event.ctrlKey || event.metaKey
      const line = event.altKey && !mod ? LINE_KEYS[event.code] : undefined
      if (line !== undefined) goToLine(form.current, line)
      else if (event.key === 'Enter' && mod) latest.current()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [form])
}

function goToLine(form: HTMLFormElement | null, line: string): void {
  const target = focusLine(form, line)
  if (target?.dataset.lineTakes !== undefined) target.click()
}

/** Puts the cursor into the line with this key. */
export function focusLine(form: HTMLFormElement | null, line: string): HTMLElement | undefined {
  const row = form?.querySelector(`[data-line="${CSS.escape(line)}"]`)
  const target = row?.querySelector('[data-line-focus]') ?? row?.querySelector('input')
  if (!(target instanceof HTMLElement)) return undefined
  target.focus()
  return target
}
