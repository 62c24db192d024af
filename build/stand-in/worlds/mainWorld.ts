import type { WorldConfig } from './messages'
import { WorldBridge } from './worldBridge'

declare const standInConfig: WorldConfig

type Exposed = Readonly<Record<string, unknown>>

/**
 * The half of contextBridge that lives in the page's own world. It offers the isolated world one detached node and
 * keeps nothing that the page could reach: what the page gets is what `exposeInMainWorld` was given.
 */
function start({ token, asksBeforeOpening }: WorldConfig): void {
  const node = document.createElement('div')
  const bridge = new WorldBridge(node, 'page')
  bridge.register((key: unknown, value: unknown) => expose(String(key), value))
  let open: ((...args: unknown[]) => unknown) | undefined
  bridge.register((ask: unknown) => {
    open = ask as (...args: unknown[]) => unknown
  })
  if (asksBeforeOpening) replaceOpen((...args) => open?.(...args))
  const offer = (): boolean => window.dispatchEvent(new MouseEvent(token, { relatedTarget: node }))
  // Whichever of the two scripts runs second completes the meeting.
  window.addEventListener(`${token}:ask`, offer, { once: true })
  offer()
}

function expose(key: string, value: unknown): void {
  if (Object.hasOwn(window, key)) {
    throw new Error(`Cannot bind an API on top of an existing property on the window object`)
  }
  const frozen = deepFreeze(value as Exposed)
  Object.defineProperty(window, key, {
    value: frozen,
    writable: false,
    configurable: false,
    enumerable: true,
  })
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const item of Object.values(value)) deepFreeze(item)
  return Object.freeze(value)
}

/** Electron answers null for a denied window.open; Chromium alone would hand out a window that is closed a moment later. */
function replaceOpen(ask: (...args: unknown[]) => unknown): void {
  const open = (url?: unknown, name?: unknown, features?: unknown): null => {
    const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
    ask(new URL(text(url) || 'about:blank', document.baseURI).href, text(name), text(features))
    return null
  }
  Object.defineProperty(window, 'open', { value: open, writable: true, configurable: true, enumerable: true })
}

start(standInConfig)
