import { contextBridge, ipcRenderer } from 'electron'
import { BRIDGE_NAME } from '#shared/identity'
import { CHANNELS, EVENT_NAMES } from '#shared/ipc/channels'
import type { Channel, EventName, Events, OrchardBridge } from '#shared/ipc/contract'

// The list of channels is closed: the page can call these functions and nothing else, and never sees
// `ipcRenderer` or an event object.
const call = Object.fromEntries(
  CHANNELS.map((channel: Channel) => [channel, (...args: unknown[]) => ipcRenderer.invoke(channel, ...args)]),
) as unknown as OrchardBridge['call']

const events = new Set<string>(EVENT_NAMES)

const bridge: OrchardBridge = {
  call,
  on: <E extends EventName>(name: E, listener: (value: Events[E]) => void) => {
    if (!events.has(name)) throw new Error('unknown event')
    const forward = (_event: unknown, value: unknown) => listener(value as Events[E])
    ipcRenderer.on(name, forward)
    return () => {
      ipcRenderer.removeListener(name, forward)
    }
  },
}

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge)
