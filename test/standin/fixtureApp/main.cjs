const { app, BrowserWindow, ipcMain, protocol, session } = require('electron')
const { readFile } = require('node:fs/promises')
const { join } = require('node:path')

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

// So that a test can tell what is kept from what nobody has collected yet.
app.commandLine.appendSwitch('js-flags', '--expose-gc')

/** What tests read through electronApp.evaluate. */
const seen = { events: [], requests: [], senders: [], secondInstances: [], opened: [] }
globalThis.seen = seen

const CSP =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; " +
  "connect-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'"

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json' }

async function answer(request) {
  const url = new URL(request.url)
  seen.requests.push(`${request.method} ${request.url}`)
  if (url.pathname === '/redirect-away')
    return new Response(null, { status: 302, headers: { location: 'app://orchard/other.html' } })
  if (url.pathname === '/echo') return new Response(await request.arrayBuffer())
  if (url.pathname === '/headers') return Response.json(Object.fromEntries(request.headers))
  if (url.pathname === '/broken') throw new Error('broken on purpose')
  if (url.pathname === '/stream') return streamed()
  try {
    const body = await readFile(join(__dirname, 'pages', url.pathname))
    const type = TYPES[url.pathname.split('.').at(-1)] ?? 'application/octet-stream'
    const headers = { 'content-type': `${type}; charset=utf-8` }
    if (url.searchParams.get('csp') !== 'none') headers['content-security-policy'] = CSP
    return new Response(body, { headers })
  } catch {
    return new Response('not found', { status: 404 })
  }
}

globalThis.answer = answer

/** Two pieces; the second leaves only when the test says so, so that a reader proves that it did not wait for it. */
function streamed() {
  const encoder = new TextEncoder()
  return new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(encoder.encode('first'))
        globalThis.finishStream = () => {
          controller.enqueue(encoder.encode('second'))
          controller.close()
        }
      },
    }),
  )
}

function describeSender(event) {
  const frame = event.senderFrame
  const described = frame && {
    origin: frame.origin,
    url: frame.url,
    isMain: frame.parent === null,
    isTop: frame.top === event.sender.mainFrame,
    detached: frame.detached,
  }
  seen.senders.push(described)
  return described
}

ipcMain.handle('echo', (_event, ...args) => args)
ipcMain.handle('sender', describeSender)
ipcMain.handle('fail', () => {
  throw new TypeError('it went wrong')
})
ipcMain.handle('unclonable', () => ({ run() {} }))
ipcMain.on('note', (event, ...args) => seen.events.push(['note', ...args, event.senderFrame?.origin]))

for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed', 'render-process-gone']) {
  app.on(name, () => seen.events.push(name))
}
app.on(
  'quit',
  () =>
    process.env.FIXTURE_LOG &&
    require('node:fs').writeFileSync(process.env.FIXTURE_LOG, JSON.stringify(seen.events)),
)
app.on('window-all-closed', () => app.quit())
app.on('second-instance', (_event, argv, cwd, data) => {
  seen.secondInstances.push({ argv, cwd, data })
})

function openWindow(options = {}) {
  const { webPreferences, ...rest } = options
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    ...rest,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      partition: 'persist:orchard',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      ...webPreferences,
    },
  })
  return window
}
globalThis.openWindow = openWindow

if (process.argv.includes('--single') && !app.requestSingleInstanceLock({ from: process.argv.at(-1) }))
  app.quit()
else {
  app.whenReady().then(() => {
    const ours = session.fromPartition('persist:orchard')
    ours.protocol.handle('app', answer)
    ours.webRequest.onBeforeRequest((details, callback) => {
      const foreign = !details.url.startsWith('app://') && !details.url.startsWith('devtools://')
      if (foreign) seen.events.push(['refused', details.url, details.resourceType])
      callback({ cancel: foreign })
    })
    ours.setPermissionCheckHandler((_contents, permission) => permission === 'persistent-storage')
    ours.setPermissionRequestHandler((_contents, permission, callback) =>
      callback(permission === 'persistent-storage'),
    )
    openWindow().loadURL('app://orchard/index.html')
  })
}
