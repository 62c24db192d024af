import { beforeEach, expect, test, vi } from 'vitest'
import { CHANNELS, EVENT_NAMES } from '#shared/ipc/channels'
import type { OrchardBridge } from '#shared/ipc/contract'

const electron = vi.hoisted(() => {
  const listeners: { name: string; listener: (...args: unknown[]) => void }[] = []
  const exposed: Record<string, unknown> = {}
  return {
    listeners,
    exposed,
    invoke: vi.fn(async (...args: unknown[]) => args),
    on: (name: string, listener: (...args: unknown[]) => void) => listeners.push({ name, listener }),
    removeListener: (name: string, listener: unknown) => {
      const index = listeners.findIndex((entry) => entry.name === name && entry.listener === listener)
      if (index >= 0) listeners.splice(index, 1)
    },
  }
})

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, bridge: unknown) => {
      electron.exposed[name] = bridge
    },
  },
  ipcRenderer: electron,
}))

await import('../../../electron/preload')
const bridge = electron.exposed.orchard as OrchardBridge

beforeEach(() => {
  electron.listeners.length = 0
  electron.invoke.mockClear()
})

test('the page gets one object with one function a channel and a way to listen, and nothing else', () => {
  expect(Object.keys(electron.exposed)).toEqual(['orchard'])
  expect(Object.keys(bridge).sort()).toEqual(['call', 'on'])
  expect(Object.keys(bridge.call).sort()).toEqual([...CHANNELS].sort())
  for (const call of Object.values(bridge.call)) expect(call).toBeTypeOf('function')
})

test('a call goes to its own channel with its arguments', async () => {
  await bridge.call['draft:save']('lead-1', 'text')
  expect(electron.invoke.mock.calls).toEqual([['draft:save', 'lead-1', 'text']])
})

test('a listener gets the value and never the event object', () => {
  const heard: unknown[][] = []
  bridge.on('menu:command', (...args) => heard.push(args))
  electron.listeners[0]?.listener({ sender: 'the way to everything' }, 'lead.new', 'more')
  expect(heard).toEqual([['lead.new']])
})

test('a listener that has gone hears nothing', () => {
  const stop = bridge.on('app:closing', () => undefined)
  stop()
  expect(electron.listeners).toEqual([])
})

test('only the listed events can be listened to', () => {
  expect(EVENT_NAMES.length).toBeGreaterThan(0)
  for (const name of ['app:start', 'ELECTRON_BROWSER_REQUIRE', '', '__proto__']) {
    expect(() => bridge.on(name as 'app:closing', () => undefined)).toThrow('unknown event')
  }
  expect(electron.listeners).toEqual([])
})
