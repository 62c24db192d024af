import { type RefObject, useEffect } from 'react'

/**
 * Where the focus is in a list whose one stop for Tab is the chosen row, the row that is chosen next takes it over.
 * `chosen` names it; the row bears `aria-current`.
 */
export function useFocusFollows(
  list: RefObject<HTMLElement | null>,
  chosen: string | number | undefined,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what moves the focus
  useEffect(() => {
    if (list.current?.contains(document.activeElement))
      list.current.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true })
  }, [list, chosen])
}
