import { expect, loadedWindow, test } from './fixtures'

const MAIN = { origin: 'app://orchard', isMain: true, isTop: true, detached: false }

test('names the main frame and its origin, whatever the page does to its address', async ({ running }) => {
  const { page } = running
  expect(await page.evaluate(() => window.fixture.sender())).toEqual({
    ...MAIN,
    url: 'app://orchard/index.html',
  })
  const moved = await page.evaluate(() => {
    history.pushState(null, '', '/elsewhere?a=1#b')
    return window.fixture.sender()
  })
  expect(moved).toEqual({ ...MAIN, url: 'app://orchard/elsewhere?a=1#b' })
})

test('tells sub-frames from the main frame and sandboxed documents from ours', async ({ launch }) => {
  const app = await launch.start()
  await loadedWindow(app)
  const opened = app.waitForEvent('window')
  await app.evaluate(() => {
    const { openWindow } = globalThis as unknown as {
      openWindow: (options: object) => { loadURL(url: string): void }
    }
    openWindow({ webPreferences: { nodeIntegrationInSubFrames: true } }).loadURL(
      'app://orchard/index.html?csp=none',
    )
  })
  const page = await opened
  await page.waitForFunction(() => document.readyState === 'complete')
  await page.evaluate(async () => {
    const add = (name: string, attributes: Record<string, string>): Promise<unknown> => {
      const frame = document.createElement('iframe')
      for (const [key, value] of Object.entries({ name, ...attributes })) frame.setAttribute(key, value)
      const loaded = new Promise((done) => frame.addEventListener('load', done))
      document.body.append(frame)
      return loaded
    }
    await add('own', { src: '/other.html' })
    await add('blank', { src: 'about:blank' })
    await add('sandboxed', { sandbox: 'allow-scripts', srcdoc: '<p>alone</p>' })
  })
  const senderIn = (name: string): Promise<unknown> =>
    page.frame({ name })?.evaluate(() => window.fixture.sender()) ?? Promise.resolve('no such frame')
  const sub = { isMain: false, isTop: true, detached: false }
  expect(await senderIn('own')).toEqual({ ...sub, origin: 'app://orchard', url: 'app://orchard/other.html' })
  expect(await senderIn('blank')).toEqual({ ...sub, origin: 'app://orchard', url: 'about:blank' })
  expect(await senderIn('sandboxed')).toEqual({ ...sub, origin: 'null', url: 'about:srcdoc' })
})

test('has no frame to show once the calling document is gone', async ({ alone: running }) => {
  const { app, page } = running
  await app.evaluate(({ ipcMain }) => {
    const state = globalThis as unknown as { late: Promise<unknown>; goOn: () => void }
    ipcMain.removeHandler('sender')
    const wait = new Promise<void>((resolve) => {
      state.goOn = resolve
    })
    state.late = new Promise((resolve) => {
      ipcMain.handle('sender', async (event) => {
        const before = event.senderFrame?.url
        await wait
        const frame = event.senderFrame
        resolve({ before, after: frame === null || frame.detached ? 'gone' : frame.url })
      })
    })
  })
  await page.evaluate(() => {
    void window.fixture.sender()
    return window.fixture.echo()
  })
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://orchard/other.html'),
  )
  const late = await app.evaluate(() => {
    const state = globalThis as unknown as { late: Promise<unknown>; goOn: () => void }
    state.goOn()
    return state.late
  })
  expect(late).toEqual({ before: 'app://orchard/index.html', after: 'gone' })
})
