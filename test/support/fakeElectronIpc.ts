import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { APP_ORIGIN } from '#shared/identity'

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

/** What a sender looks like to the gate; `null` is a frame that is gone. */
export type FakeFrame = Readonly<{ origin: string; parent: object | null; detached: boolean }> | null

/** The top frame of our own page. */
export const OWN_FRAME: FakeFrame = { origin: APP_ORIGIN, parent: null, detached: false }

/** Stands for `ipcMain`: keeps the handlers, and lets a test call one as a frame of its choice. */
export class FakeIpcMain {
  private readonly handlers = new Map<string, Handler>()

  /** To hand to the code under test. */
  readonly ipcMain = {
    handle: (channel: string, handler: Handler) => {
      if (this.handlers.has(channel)) throw new Error(`second handler for ${channel}`)
      this.handlers.set(channel, handler)
    },
  } as unknown as IpcMain

  channels(): string[] {
    return [...this.handlers.keys()]
  }

  invoke(channel: string, args: readonly unknown[], senderFrame: FakeFrame = OWN_FRAME): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (handler === undefined) throw new Error(`no handler for ${channel}`)
    return Promise.resolve(handler({ senderFrame } as unknown as IpcMainInvokeEvent, ...args))
  }
}
