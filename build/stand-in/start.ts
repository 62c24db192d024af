import { writeSync } from 'node:fs'
import { type Chromium, startChromium } from './chromium'
import { ForeignTraffic } from './foreignTraffic'
import type { App } from './module/app'
import type { BrowserWindow } from './module/browserWindow'
import type { NativeTheme } from './module/nativeTheme'
import { chromiumFolder, dropRemovedPartition } from './module/partitionFolder'
import { answerPopup, pageCrashed, watchOpenings } from './module/popups'
import { preventable } from './module/preventable'
import { handlerOf } from './module/session'
import { startWindowPages } from './module/windowPages'
import { windows } from './module/windows'
import { runtime } from './runtime'
import { startServer } from './server'

let chromium: Chromium | undefined
let starting: Promise<void> | undefined

/** Starts the loopback server and Chromium, then makes the app ready. Rejects when Chromium can't be had. */
export function start(app: App, nativeTheme: NativeTheme): Promise<void> {
  starting = run(app, nativeTheme)
  return starting
}

/** Ends Chromium in order, whether it runs, is still starting or was never asked for. */
export async function stop(): Promise<void> {
  await starting?.catch(() => undefined)
  await chromium?.stop()
}

async function run(app: App, nativeTheme: NativeTheme): Promise<void> {
  const foreign = new ForeignTraffic()
  const serverPort = await startServer(answerScheme, foreign)
  const sessionData = app.getPath('sessionData')
  dropRemovedPartition(sessionData)
  chromium = await startChromium(
    {
      profileFolder: chromiumFolder(sessionData),
      serverPort,
      headless: runtime.headless,
      remoteDebuggingPort: runtime.launch.remoteDebuggingPort,
      language: app.getLocale(),
      appended: app.commandLineParts.appended,
    },
    dieWithChromium,
  )
  runtime.connection = chromium.connection
  runtime.openAppWindow = chromium.openAppWindow
  relayWindows(app, nativeTheme)
  const listener = { popup: answerPopup, crashed: pageCrashed }
  await startWindowPages(listener, foreign)
  app.becomeReady()
}

/** In Electron the main process is Chromium's browser process: when that dies, nobody is left to be told. */
function dieWithChromium(): void {
  writeSync(process.stderr.fd, '[stand-in] Chromium is gone, and the main process with it\n')
  process.kill(process.pid, 'SIGKILL')
}

async function answerScheme(request: Request): Promise<Response | undefined> {
  const scheme = request.url.slice(0, request.url.indexOf(':'))
  const found = handlerOf(scheme)
  if (!found) return undefined
  const { session, handler } = found
  const response = await handler(request)
  const responseHeaders: Record<string, string[]> = {}
  response.headers.forEach((value, name) => {
    responseHeaders[name] = [value]
  })
  const answer = await session.webRequestParts.headersReceived.ask({
    id: 0,
    url: request.url,
    method: request.method,
    resourceType: 'other',
    referrer: request.headers.get('referer') ?? '',
    timestamp: Date.now(),
    statusCode: response.status,
    responseHeaders,
  })
  if (answer.cancel === true) return undefined
  if (answer.responseHeaders === undefined) return response
  const headers = Object.entries(answer.responseHeaders).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  )
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

function relayWindows(app: App, nativeTheme: NativeTheme): void {
  windows.on('created', (window: BrowserWindow) => {
    const { webContents } = window
    watchOpenings(webContents)
    void nativeTheme.follow(webContents)
    webContents.on('render-process-gone', (_event: object, details: object) =>
      app.emit('render-process-gone', preventable({}), webContents, details),
    )
    app.emit('web-contents-created', preventable({}), webContents)
    app.emit('browser-window-created', preventable({}), window)
  })
  windows.on('focused', (window: BrowserWindow) => app.emit('browser-window-focus', preventable({}), window))
  windows.on('blurred', (window: BrowserWindow) => app.emit('browser-window-blur', preventable({}), window))
}
