import path from 'node:path'
import { BrowserWindow, type Rectangle, screen } from 'electron'
import { APP_ORIGIN } from '#shared/identity'
import type { Preferences } from '#shared/preferences'
import { printWebPreferences, secureWebPreferences } from './security/webPreferences'

const DEFAULT_SIZE = { width: 1280, height: 800 }
/** A laptop at a booth: nothing may be cut off at this size. */
const MINIMUM_SIZE = { minWidth: 960, minHeight: 600 }
/** The paper and night colours of the window's own theme, so that nothing flashes white before it paints. */
const BACKGROUND = { light: '#fbf9f4', dark: '#191815' }

/** A sheet of A4 at 96 dots an inch. */
const A4_PIXELS = { width: 794, height: 1123 }

export interface WindowOptions {
  readonly preloadFolder: string
  readonly isPackaged: boolean
  readonly dark: boolean
  readonly remembered: Preferences['window']
}

/** Makes the one window, where it last was as far as that place still exists, hidden until it can paint. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { remembered } = options
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(remembered === undefined ? {} : rememberedBounds(remembered)),
    ...MINIMUM_SIZE,
    show: false,
    title: 'Orchard',
    backgroundColor: options.dark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: secureWebPreferences(path.join(options.preloadFolder, 'preload.cjs'), options.isPackaged),
  })
  if (remembered?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  return window
}

/** Loads our page; resolves when it has been loaded. */
export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${APP_ORIGIN}/index.html`)
}

/**
 * Prints a page of our own origin to PDF, from a hidden window that shows nothing else and is gone afterwards. The
 * load event waits for the fonts that the page's text needs. Rejects when the page can't be loaded or printed.
 */
export async function printPage(path: string): Promise<Uint8Array> {
  const window = new BrowserWindow({ ...A4_PIXELS, show: false, webPreferences: printWebPreferences() })
  try {
    await window.loadURL(`${APP_ORIGIN}${path}`)
    const none = { top: 0, bottom: 0, left: 0, right: 0 }
    const printed = await window.webContents.printToPDF({
      pageSize: 'A4',
      margins: none,
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
    })
    return new Uint8Array(printed)
  } finally {
    window.destroy()
  }
}

/** What to remember of a window when it closes. */
export function windowState(window: BrowserWindow): NonNullable<Preferences['window']> {
  return { ...window.getBounds(), maximized: window.isMaximized() }
}

function rememberedBounds(remembered: NonNullable<Preferences['window']>): Partial<Rectangle> {
  const size = { width: remembered.width, height: remembered.height }
  const { x, y } = remembered
  if (x === undefined || y === undefined) return size
  const visible = screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, { x, y, ...size }))
  return visible ? { x, y, ...size } : size
}

/** A screen that was unplugged must not keep the window out of sight: a corner of 100 px has to show. */
function overlaps(area: Rectangle, bounds: Rectangle): boolean {
  const MARGIN = 100
  return (
    bounds.x < area.x + area.width - MARGIN &&
    bounds.x + bounds.width > area.x + MARGIN &&
    bounds.y < area.y + area.height - MARGIN &&
    bounds.y + bounds.height > area.y + MARGIN
  )
}
