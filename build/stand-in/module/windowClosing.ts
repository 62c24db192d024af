import type { PageTarget } from '../page/pageTarget'
import type { BrowserWindow } from './browserWindow'
import { preventable } from './preventable'
import { windows } from './windows'

/** How long a page may think in beforeunload before the window is closed without it. */
const UNLOAD_MS = 3_000

const closing = new WeakSet<BrowserWindow>()

/** The way of a close: the window's listeners may prevent it, then the page's beforeunload may. */
export async function closeWindow(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed() || closing.has(window)) return
  const event = preventable({})
  closing.add(window)
  window.emit('close', event)
  if (event.defaultPrevented) return cancel(window)
  try {
    const page = await window.webContents.whenOpened()
    if (!(await unload(window, page))) return cancel(window)
  } catch {
    // No page ever came, or it is gone already.
  }
  window.markClosed()
}

/**
 * Reacts to what happens to the page from outside: the user closes it, it asks not to be left, it crashes.
 *
 * Chromium closes a window without asking us. In a window that a person uses, our half of the page therefore objects to
 * being left; Chromium's question about that is the moment to go the app's own way, with a 'close' that can be prevented.
 * Chromium only asks once the person has clicked or typed in the page.
 */
export function followTarget(window: BrowserWindow, page: PageTarget): void {
  const answer = (accept: boolean): Promise<void> =>
    page.session.sendQuietly('Page.handleJavaScriptDialog', { accept })
  page.session.on('Page.javascriptDialogOpening', ({ type }: { type: string }) => {
    if (type !== 'beforeunload') return
    if (window.webContents.holdsClose && !closing.has(window)) {
      if (page.initiators.isLeaving(page.frames.mainId)) return void answer(true)
      return void answer(false).then(() => closeWindow(window))
    }
    const event = preventable({})
    window.webContents.emit('will-prevent-unload', event)
    void answer(event.defaultPrevented)
    if (!event.defaultPrevented) page.emit('stays')
  })
  page.session.on('detached', () => {
    if (window.isDestroyed()) return
    // The user has closed Chromium's window: too late to prevent, but the app must hear of it.
    if (!closing.has(window)) {
      closing.add(window)
      window.emit('close', preventable({}))
    }
    window.markClosed()
  })
}

function cancel(window: BrowserWindow): void {
  closing.delete(window)
  windows.emit('close-cancelled')
}

/** True when the page has gone, false when its beforeunload wants to stay. */
async function unload(window: BrowserWindow, page: PageTarget): Promise<boolean> {
  const gone = new Promise<boolean>((resolve) => {
    page.session.once('detached', () => resolve(true))
    page.once('stays', () => resolve(false))
  })
  const force = (): void => {
    void page.session.connection.browser.sendQuietly('Target.closeTarget', { targetId: page.targetId })
  }
  if (window.webContents.crashed) force()
  else void page.letGo().then(() => page.session.sendQuietly('Page.close'))
  const timer = setTimeout(force, UNLOAD_MS)
  const result = await gone
  clearTimeout(timer)
  return result
}
