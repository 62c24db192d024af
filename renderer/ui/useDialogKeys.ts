import { type KeyAhead, type PlainKeys, useWindowKeys } from './useWindowKeys'

/**
 * Plain letters as keys of the dialog that calls this, wherever in it the focus is; a text field keeps its own. A key
 * that `ahead` has kept is answered at once.
 */
export function useDialogKeys(keys: PlainKeys, ahead?: KeyAhead): void {
  useWindowKeys(keys, belongsElsewhere, ahead)
}

function belongsElsewhere(event: KeyboardEvent, focused: HTMLElement | undefined): boolean {
  const field = focused?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select') ?? null
  return event.repeat || field !== null
}
