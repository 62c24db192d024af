import { decodeValue, encodeValue } from '../structuredValues'
import { BINDING, RECEIVER, type ToMain, type ToRenderer, type WorldConfig } from './messages'
import { pack, unpack } from './packing'
import { WorldBridge } from './worldBridge'

declare const standInConfig: WorldConfig
/** The app's preload script, wrapped into a function: a page's CSP forbids making one from text here. */
declare const standInPreload: ((scope: PreloadScope) => void) | undefined

type Listener = (event: object, ...args: unknown[]) => void
type PreloadScope = { require: (name: string) => unknown; process: object; module: { exports: object } }

/** Ids that the page's half gives its first two functions. */
const EXPOSE = 1
const SET_OPEN = 2

const world = globalThis as unknown as Record<string | symbol, unknown>
const toMain = world[BINDING] as (payload: string) => void
// Electron's preload scripts don't see how messages travel; ours neither.
delete world[BINDING]

const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
const calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
let lastCall = 0

function post(head: ToMain, body = ''): void {
  toMain(pack(head, body))
}

let parts = ''
let lettingGo = false

/** Long messages come in parts; `more` says that another follows. */
function receive(part: string, more: boolean): void {
  parts += part
  if (more) return
  const { head, body } = unpack<ToRenderer>(parts)
  parts = ''
  if (head.kind === 'letGo') {
    lettingGo = true
    return
  }
  if (head.kind === 'event') {
    emit(head.channel, decodeValue(body) as unknown[])
    return
  }
  const call = calls.get(head.id)
  calls.delete(head.id)
  if (head.kind === 'reply') call?.resolve(decodeValue(body))
  else call?.reject(new Error(head.message))
}

function emit(channel: string, args: readonly unknown[]): void {
  const event = { sender: ipcRenderer, ports: [], senderId: 0 }
  for (const entry of [...(listeners.get(channel) ?? [])]) {
    if (entry.once) ipcRenderer.removeListener(channel, entry.listener)
    try {
      entry.listener(event, ...args)
    } catch (error) {
      reportError(error)
    }
  }
}

function add(channel: string, listener: Listener, once: boolean): typeof ipcRenderer {
  if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be of type function')
  listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
  return ipcRenderer
}

const ipcRenderer = refuseOthers('ipcRenderer', {
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const encoded = encodeValue(args)
    const id = ++lastCall
    return new Promise((resolve, reject) => {
      calls.set(id, { resolve, reject })
      post({ kind: 'invoke', id, channel: String(channel) }, encoded)
    })
  },
  send(channel: string, ...args: unknown[]): void {
    post({ kind: 'send', channel: String(channel) }, encodeValue(args))
  },
  on: (channel: string, listener: Listener) => add(channel, listener, false),
  addListener: (channel: string, listener: Listener) => add(channel, listener, false),
  once: (channel: string, listener: Listener) => add(channel, listener, true),
  off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
  removeListener(channel: string, listener: Listener): unknown {
    const kept = [...(listeners.get(channel) ?? [])]
    const place = kept.findLastIndex((entry) => entry.listener === listener)
    if (place >= 0) kept.splice(place, 1)
    listeners.set(channel, kept)
    return ipcRenderer
  },
  removeAllListeners(channel?: string): unknown {
    if (channel === undefined) listeners.clear()
    else listeners.delete(channel)
    return ipcRenderer
  },
  listenerCount: (channel: string): number => listeners.get(channel)?.length ?? 0,
})

/** Anything we don't have throws when it is reached, so that a test can't pass by an accidental undefined. */
function refuseOthers<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver): unknown {
      if (
        typeof key === 'symbol' ||
        key in target ||
        key === 'then' ||
        key === '__esModule' ||
        key === 'toJSON'
      ) {
        return Reflect.get(target, key, receiver)
      }
      throw new Error(`${name}.${key} is not implemented by the stand-in`)
    },
  })
}

function electronFor(bridge: WorldBridge): object {
  const contextBridge = refuseOthers('contextBridge', {
    exposeInMainWorld(key: string, api: unknown): void {
      bridge.call(EXPOSE, [key, api])
    },
  })
  return refuseOthers('electron', { contextBridge, ipcRenderer })
}

function runPreload(bridge: WorldBridge, config: WorldConfig): void {
  if (typeof standInPreload !== 'function') return
  const electron = electronFor(bridge)
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron
    throw new Error(`module not found: ${name}`)
  }
  const process = { ...config.process, isMainFrame: window === window.top }
  try {
    standInPreload({ require, process, module: { exports: {} } })
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    console.error(`Unable to load preload script: ${message}\n${stack}`)
    post({ kind: 'preloadFailed', message, stack })
  }
}

function meet(config: WorldConfig, take: (node: EventTarget) => void): void {
  const { token } = config
  window.addEventListener(token, (event) => take((event as MouseEvent).relatedTarget as EventTarget), {
    once: true,
  })
  window.dispatchEvent(new Event(`${token}:ask`))
}

function reportWindow(): void {
  const report = (event: 'resize' | 'focus' | 'blur') => (): void => {
    const { screenX: x, screenY: y, outerWidth: width, outerHeight: height } = window
    post({ kind: 'window', event, bounds: { x, y, width, height } })
  }
  for (const event of ['resize', 'focus', 'blur'] as const) window.addEventListener(event, report(event))
}

/** Chromium's own reload keys must not be taken for a close; long enough for the key to take effect. */
const RELOAD_MS = 1_000

function holdClose(): void {
  window.addEventListener('beforeunload', (event) => {
    if (!lettingGo) event.preventDefault()
  })
  window.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key !== 'F5' && !((ctrlKey || metaKey) && key.toLowerCase() === 'r')) return
    lettingGo = true
    setTimeout(() => {
      lettingGo = false
    }, RELOAD_MS)
  })
}

/** DevTools tells of a title only when a document loads, Electron of every change. */
function reportTitle(): void {
  let title = ''
  const report = (): void => {
    if (document.title === title) return
    title = document.title
    post({ kind: 'title', title })
  }
  report()
  new MutationObserver(report).observe(document.head, { subtree: true, childList: true, characterData: true })
}

function start(config: WorldConfig): void {
  if (window === window.top) document.addEventListener('DOMContentLoaded', reportTitle, { once: true })
  if (config.reportsWindow && window === window.top) reportWindow()
  if (config.holdsClose && window === window.top) holdClose()
  Object.defineProperty(world, Symbol.for(RECEIVER), { value: receive })
  meet(config, (node) => {
    const bridge = new WorldBridge(node, 'isolated')
    if (config.asksBeforeOpening) {
      const ask = (url: unknown, name: unknown, features: unknown): void =>
        post({ kind: 'open', url: String(url), name: String(name), features: String(features) })
      bridge.call(SET_OPEN, [ask])
    }
    if (window === window.top || config.subFrames) runPreload(bridge, config)
  })
}

start(standInConfig)
