import { preventable } from './preventable'
import { windows } from './windows'

/** What quitting needs from the app: its events, and the end of everything. */
export interface QuitHost {
  emit(name: string, ...args: unknown[]): boolean
  listenerCount(name: string): number
  /** Stops Chromium in order, then ends the process. */
  end(exitCode: number): void
}

/**
 * Electron's order: before-quit, then every window is asked to close, then will-quit, then quit. Each step may be
 * prevented. As in Electron, window-all-closed is for windows that close by themselves: a quit does not emit it.
 */
export class Quitting {
  private quitting = false
  private ended = false

  constructor(private readonly host: QuitHost) {
    windows.on('all-closed', () => this.allClosed())
    windows.on('close-cancelled', () => {
      this.quitting = false
    })
  }

  quit(): void {
    if (this.quitting || this.ended) return
    const event = preventable({})
    this.host.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.quitting = true
    if (windows.all.size === 0) this.shutDown()
    for (const window of [...windows.all]) {
      if (this.quitting) window.close()
    }
  }

  /** Ends without asking anybody; only 'quit' is told. */
  exit(exitCode: number): void {
    if (this.ended) return
    this.ended = true
    for (const window of [...windows.all]) window.destroy()
    this.finish(exitCode)
  }

  private allClosed(): void {
    if (this.ended) return
    if (this.quitting) this.shutDown()
    else if (this.host.listenerCount('window-all-closed') === 0) this.quit()
    else this.host.emit('window-all-closed')
  }

  private shutDown(): void {
    const event = preventable({})
    this.host.emit('will-quit', event)
    this.quitting = false
    if (event.defaultPrevented) return
    this.ended = true
    this.finish(0)
  }

  private finish(exitCode: number): void {
    this.host.emit('quit', preventable({}), exitCode)
    this.host.end(exitCode)
  }
}
