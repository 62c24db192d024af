import type { IpcMain } from 'electron'
import { CHANNELS } from '#shared/ipc/channels'
import type { ArgsOf, Call, Channel } from '#shared/ipc/contract'
import { guards } from '#shared/ipc/guards'
import { err, type Result } from '#shared/result'
import { log } from '../log'
import { isTrustedSender } from './sender'

/** One function a channel; leaving one out is a compile error. */
export type Handlers = { readonly [C in Channel]: Call<C> }
type LockChannel = Extract<Channel, `lock:${string}`>
/** What can be answered while no notebook is open. */
export type LockHandlers = Pick<Handlers, LockChannel | 'app:readyToClose' | 'log:report'>
type UpdateChannel = Extract<Channel, `update:${string}`>
/** What belongs to the program and to no notebook. */
export type UpdateHandlers = Pick<Handlers, UpdateChannel>
/** All that takes an open notebook. */
export type NotebookHandlers = Omit<Handlers, LockChannel | UpdateChannel>

/**
 * Registers every channel behind the same gate: sender, then arguments, then the function. The window always
 * gets a `Result`; a refusal or a fault arrives as a code, never as a stack or a path. `handlersNow` is asked at each
 * call: what it leaves out is refused as `lock.locked`, since no notebook is open.
 */
export function registerHandlers(ipcMain: IpcMain, handlersNow: () => Partial<Handlers>): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isTrustedSender(event)) return err('ipc.refusedSender')
      return answer(channel, handlersNow(), args)
    })
  }
}

async function answer<C extends Channel>(
  channel: C,
  handlers: Partial<Handlers>,
  args: readonly unknown[],
): Promise<Result<unknown>> {
  const guarded = guards[channel].safeParse(args)
  if (!guarded.success) return err('ipc.refusedArguments', { channel })
  try {
    const run = handlers[channel] as ((...given: ArgsOf<C>) => Promise<Result<unknown>>) | undefined
    if (run === undefined) return err('lock.locked')
    return await run(...(guarded.data as ArgsOf<C>))
  } catch (fault) {
    // The name tells a programmer where to look; the message might quote what the person typed.
    log.error('ipc.fault', { channel, name: fault instanceof Error ? fault.name : 'unknown' })
    return err('ipc.fault', { channel })
  }
}
