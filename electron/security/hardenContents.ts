import type { App, WebContents } from 'electron'
import { isOwnUrl } from './requests'

/** Applies the navigation rules to every web contents that ever comes into being. */
export function hardenAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** A window shows our one page for its whole life: it goes nowhere else and opens nothing. */
function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isStartPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isStartPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Reloading is the only navigation there is. */
function isStartPage(url: string): boolean {
  if (!isOwnUrl(url)) return false
  const { pathname } = new URL(url)
  return pathname === '/' || pathname === '/index.html' || pathname === ''
}
