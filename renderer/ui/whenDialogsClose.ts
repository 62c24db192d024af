import { isDialogOpen } from './isDialogOpen'

/** Resolves when no dialog is open, at once where none is. */
export function whenDialogsClose(): Promise<void> {
  if (!isDialogOpen()) return Promise.resolve()
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (isDialogOpen()) return
      watch.disconnect()
      resolve()
    })
    watch.observe(document.body, { childList: true, subtree: true })
  })
}
