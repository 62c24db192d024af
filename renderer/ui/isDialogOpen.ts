/** Whether a dialog is open: what lies under it rests until it is answered. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null
}
