import { emitterRefusingUnknown } from './notImplemented'

export type InvokeHandler = (event: object, ...args: unknown[]) => unknown

/** Electron's ipcMain: listeners for messages, at most one handler per invoked channel. */
export class IpcMain extends emitterRefusingUnknown('ipcMain') {
  private readonly handlers = new Map<string, InvokeHandler>()

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    }
    this.handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  /** Runs the channel's handler; rejects with Electron's words when there is none. */
  async answer(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  }
}

/** The one ipcMain of the process. */
export const ipcMain = new IpcMain()
