import { type PlainKeys, useWindowKeys } from './useWindowKeys'

/** Plain letters as keys of the dialog that calls this, wherever in it the focus is; a text field keeps its own. */
export function useDialogKeys(keys: PlainKeys): void {
  useWindowKeys(keys, belongsElsewhere)
}

function belongsElsewhere(event: KeyboardEvent, focused: HTMLElement | undefined): boolean {
  const field = focused?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select') ?? null
  return event.repeat || field !== null
}
