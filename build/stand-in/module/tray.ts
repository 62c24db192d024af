import { EventEmitter } from 'node:events'
import { say } from '../runtime'
import type { Menu } from './menu'
import type { NativeImage } from './nativeImage'
import { refuseUnknown } from './notImplemented'

/**
 * Electron's Tray: nothing of the system is shown from a test, what was asked for is kept and printed instead. A test
 * emits the click itself.
 */
class TrayIcon extends EventEmitter {
  private destroyed = false

  constructor(image: NativeImage | string) {
    super()
    if (typeof image !== 'string' && image.isEmpty()) throw new Error('Failed to load image')
    say('Tray')
  }

  setToolTip(words: string): void {
    this.whileThere()
    say(`Tray.setToolTip ${words}`)
  }

  setContextMenu(_menu: Menu | null): void {
    this.whileThere()
  }

  setImage(_image: NativeImage | string): void {
    this.whileThere()
  }

  destroy(): void {
    this.destroyed = true
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  private whileThere(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
  }
}

/** The module member `Tray`. */
export const tray = refuseUnknown('Tray', TrayIcon)
