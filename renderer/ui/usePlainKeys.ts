import { isDialogOpen } from './isDialogOpen'
import { type KeyAhead, type PlainKeys, useWindowKeys } from './useWindowKeys'

/**
 * Plain letters as keys of a page. They belong to a text field, a menu or a dialog as soon as one has the focus, and
 * to a button as far as the button itself needs them. A key that `ahead` has kept is answered at once.
 */
export function usePlainKeys(keys: PlainKeys, ahead?: KeyAhead): void {
  useWindowKeys(keys, belongsElsewhere, ahead)
}

function belongsElsewhere(event: KeyboardEvent, focused: HTMLElement | undefined): boolean {
  // A dialog that has just been opened has its keys at once, before the focus has reached it.
  if (isDialogOpen()) return true
  if (focused === undefined) return false
  if (focused.closest('input, textarea, select, [contenteditable], [role="menu"]') !== null) return true
  const isPress = event.key === 'Enter' || event.key === ' '
  return isPress && focused.closest('button, a') !== null
}
