/** Name that Electron gives the isolated world of preload scripts; contexts of other names are never listened to. */
export const ISOLATED_WORLD = 'Electron Isolated Context'

/** Binding through which the isolated world, and only it, reaches the main process. */
export const BINDING = '__standInToMain'

/** Registered symbol under which the isolated world takes messages of the main process. */
export const RECEIVER = 'stand-in.receive'

/** What a document's scripts are told when they are injected. */
export interface WorldConfig {
  /** Secret of one window: lets the two worlds find each other before any script of the page runs. */
  readonly token: string
  /** Preload scripts run in the main frame only, unless the window asked for sub-frames too. */
  readonly subFrames: boolean
  /** True once the app has set a window-open handler: window.open then goes to it instead of to Chromium. */
  readonly asksBeforeOpening: boolean
  /** A visible window tells when it is moved, resized or focused: DevTools has no events for these. */
  readonly reportsWindow: boolean
  /** A window that a person may close holds on, so that the app is asked first; see windowClosing.ts. */
  readonly holdsClose: boolean
  readonly process: Readonly<Record<string, unknown>>
}

/** Place and size of a window on the screen, frame included, in device-independent pixels. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Heads of messages to the main process. Bodies, where there are any, are arguments written by encodeValue. */
export type ToMain =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string }
  | { readonly kind: 'send'; readonly channel: string }
  | { readonly kind: 'preloadFailed'; readonly message: string; readonly stack: string }
  | { readonly kind: 'open'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'window'; readonly event: 'resize' | 'focus' | 'blur'; readonly bounds: Bounds }

/** Heads of messages to a document. Bodies are values written by encodeValue. */
export type ToRenderer =
  | { readonly kind: 'reply'; readonly id: number }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string }
  | { readonly kind: 'letGo' }
