import type { OrchardBridge } from '#shared/ipc/contract'

declare global {
  interface Window {
    /** What the preload script gives to the page: the only way out of it. */
    readonly orchard: OrchardBridge
  }
}
