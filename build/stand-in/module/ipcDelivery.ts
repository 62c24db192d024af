import type { WebFrameMain } from '../page/frames'
import type { PageTarget } from '../page/pageTarget'
import type { WorldContext } from '../page/worldContexts'
import { encodeValue } from '../structuredValues'
import type { ToMain } from '../worlds/messages'
import { ipcMain } from './ipcMain'
import { notImplemented } from './notImplemented'
import { preventable } from './preventable'
import type { WebContents } from './webContents'

type IpcMessage = Extract<ToMain, { kind: 'invoke' | 'send' }>

/** Who sent a message: the document, its page and the app's object for it. */
export interface Sender {
  readonly from: WorldContext
  readonly page: PageTarget
  readonly contents: WebContents
}

/** Hands a renderer's message to ipcMain, with the sender as Chromium (not the page) describes it. */
export function deliver(message: IpcMessage, args: readonly unknown[], sender: Sender): void {
  const { from, page, contents } = sender
  const event = ipcEvent(message.channel, sender)
  if (message.kind === 'send') {
    contents.emit('ipc-message', event, message.channel, ...args)
    ipcMain.emit(message.channel, event, ...args)
    return
  }
  const { id, channel } = message
  void ipcMain
    .answer(channel, event, args)
    .then((value) => page.worlds.post(from, { kind: 'reply', id }, encodeValue(value)))
    .catch((error: unknown) => {
      console.error(`Error occurred in handler for '${channel}':`, error)
      const reason = `Error invoking remote method '${channel}': ${String(error)}`
      void page.worlds.post(from, { kind: 'failure', id, message: reason })
    })
}

function ipcEvent(channel: string, { from, page, contents }: Sender): object {
  const frame = page.frames.get(from.frameId)
  // The origin of exactly the document that called, as Chromium gave it with the execution context.
  if (frame) frame.origin = from.origin
  return preventable({
    type: 'frame',
    sender: contents,
    frameId: frame?.routingId ?? -1,
    processId: frame?.processId ?? -1,
    frameTreeNodeId: frame?.frameTreeNodeId,
    ports: [],
    /** The frame that called; null once it shows another document, so that nobody checks the wrong one. */
    get senderFrame(): WebFrameMain | null {
      return frame && page.worlds.isAlive(from) ? frame : null
    },
    reply: (replyChannel: string, ...args: unknown[]): void => {
      void page.worlds.post(from, { kind: 'event', channel: replyChannel }, encodeValue(args))
    },
    get returnValue(): unknown {
      return undefined
    },
    set returnValue(_value: unknown) {
      throw notImplemented(`sendSync ('${channel}')`)
    },
  })
}
