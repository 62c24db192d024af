import type { DevtoolsSession } from '../devtools'
import { runtime } from '../runtime'
import type { Bounds } from '../worlds/messages'

export type { Bounds } from '../worlds/messages'

/** How a window stands on the screen. */
export type Stance = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

/** Size of the screen that a headless Chromium pretends to have. */
export const HEADLESS_SCREEN = { width: 1920, height: 1080 }

/** Electron's size when the app names none. */
const DEFAULT_SIZE = { width: 800, height: 600 }

/** Size, place and stance of one window: remembered here, passed on to Chromium. */
export class WindowState {
  bounds: Bounds
  stance: Stance = 'normal'
  zoom = 1
  private zoomed = false

  constructor(options: Partial<Bounds>) {
    const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = options
    const x = options.x ?? Math.max(0, Math.round((HEADLESS_SCREEN.width - width) / 2))
    const y = options.y ?? Math.max(0, Math.round((HEADLESS_SCREEN.height - height) / 2))
    this.bounds = { x, y, width, height }
  }

  /** Where and how large the window is now, in whatever stance. */
  current(): Bounds {
    const full = this.stance === 'maximized' || this.stance === 'fullscreen'
    return full && runtime.headless ? { x: 0, y: 0, ...HEADLESS_SCREEN } : this.bounds
  }

  /** Brings Chromium in line. Headless, the page area is exactly the window's size: there is no frame around it. */
  async apply(session: DevtoolsSession): Promise<void> {
    const { width, height } = this.current()
    if (runtime.headless) {
      // A zoomed page has fewer and larger pixels, which is what Electron's zoom does too.
      await session.sendQuietly('Emulation.setDeviceMetricsOverride', {
        width: Math.round(width / this.zoom),
        height: Math.round(height / this.zoom),
        deviceScaleFactor: this.zoom === 1 ? 0 : this.zoom,
        screenWidth: HEADLESS_SCREEN.width,
        screenHeight: HEADLESS_SCREEN.height,
        mobile: false,
      })
      return
    }
    await this.moveWindow(session)
    await this.zoomVisible(session)
  }

  /**
   * A visible page keeps the frame it has and is laid out smaller, then drawn larger. It follows later changes of the
   * frame only when they come from the app.
   */
  private async zoomVisible(session: DevtoolsSession): Promise<void> {
    if (this.zoomed) await session.sendQuietly('Emulation.clearDeviceMetricsOverride')
    this.zoomed = this.zoom !== 1
    if (!this.zoomed) return
    const { cssLayoutViewport } = await session.send<Metrics>('Page.getLayoutMetrics')
    await session.sendQuietly('Emulation.setDeviceMetricsOverride', {
      width: Math.round(cssLayoutViewport.clientWidth / this.zoom),
      height: Math.round(cssLayoutViewport.clientHeight / this.zoom),
      deviceScaleFactor: 0,
      scale: this.zoom,
      mobile: false,
    })
  }

  private async moveWindow(session: DevtoolsSession): Promise<void> {
    const { windowId } = await session.send<{ windowId: number }>('Browser.getWindowForTarget')
    const move = (bounds: object): Promise<void> =>
      session.sendQuietly('Browser.setWindowBounds', { windowId, bounds })
    // Chromium refuses a size together with any stance but the normal one, and a change between two others.
    await move({ windowState: 'normal' })
    const { x, y, width, height } = this.bounds
    if (this.stance === 'normal') await move({ left: x, top: y, width, height })
    else await move({ windowState: this.stance })
  }
}

interface Metrics {
  readonly cssLayoutViewport: { readonly clientWidth: number; readonly clientHeight: number }
}
