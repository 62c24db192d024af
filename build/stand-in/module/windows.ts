import { EventEmitter } from 'node:events'
import type { BrowserWindow } from './browserWindow'

/** All windows of the app and which of them has the focus. Emits 'all-closed', 'close-cancelled' and 'changed'. */
class Windows extends EventEmitter {
  readonly all = new Set<BrowserWindow>()
  focused: BrowserWindow | undefined

  add(window: BrowserWindow): void {
    this.all.add(window)
    // The app hears of a window when its constructor has returned, as in Electron.
    queueMicrotask(() => this.emit('created', window))
  }

  remove(window: BrowserWindow): void {
    if (!this.all.delete(window)) return
    if (this.focused === window) this.focused = undefined
    if (this.all.size === 0) this.emit('all-closed')
  }

  focus(window: BrowserWindow | undefined): void {
    const before = this.focused
    if (before === window) return
    this.focused = window
    if (before && !before.isDestroyed()) {
      before.webContents.focused = false
      before.emit('blur')
      before.webContents.emit('blur')
      this.emit('blurred', before)
    }
    if (window) {
      window.webContents.focused = true
      window.emit('focus')
      window.webContents.emit('focus')
      this.emit('focused', window)
    }
  }
}

export const windows = new Windows()
