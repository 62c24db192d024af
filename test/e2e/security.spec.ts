import { expect, ready, test } from './app'

test('the page has the bridge and nothing of Node or Electron', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  const globals = await page.evaluate(() => ({
    bridge: Object.keys(window.orchard).sort(),
    frozen: Object.isFrozen(window.orchard),
    require: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
    ipcRenderer: typeof (globalThis as Record<string, unknown>).ipcRenderer,
  }))
  expect(globals).toEqual({
    bridge: ['call', 'on'],
    frozen: true,
    require: 'undefined',
    process: 'undefined',
    ipcRenderer: 'undefined',
  })
})

test('a second start brings the first window forward and leaves the notebook alone', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await app.evaluate(({ app: electronApp }) => {
    electronApp.once('second-instance', () => {
      ;(globalThis as Record<string, unknown>).secondInstance = true
    })
  })
  const second = await startAgain(userData)
  expect(second).toBe(0)
  const noticed = await app.evaluate(() => (globalThis as Record<string, unknown>).secondInstance)
  expect(noticed).toBe(true)
  expect(app.windows()).toHaveLength(1)
})

test.describe('attacks', () => {
  test.use({ watched: false })

  test('nothing goes out to the network, whatever the page tries', async ({ launch }) => {
    const { page } = await launch()
    await ready(page)
    const outcome = await page.evaluate(async () => {
      const attempt = (promise: Promise<unknown>) => promise.then(() => 'went out').catch(() => 'stopped')
      const image = new Promise((resolve, reject) => {
        const element = new Image()
        element.onload = resolve
        element.onerror = reject
        element.src = 'https://example.invalid/pixel.png'
      })
      return {
        fetch: await attempt(fetch('https://example.invalid/')),
        loopback: await attempt(fetch('http://127.0.0.1:9/')),
        image: await attempt(image),
      }
    })
    expect(outcome).toEqual({ fetch: 'stopped', loopback: 'stopped', image: 'stopped' })
  })

  test('the window goes nowhere and opens nothing', async ({ launch }) => {
    const { app, page } = await launch()
    await ready(page)
    const before = page.url()
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.invalid/?next=app://orchard'
      document.body.append(link)
      link.click()
      link.remove()
      window.open('https://example.invalid/')
    })
    expect(page.url()).toBe(before)
    expect(app.windows()).toHaveLength(1)
  })
})

/** Starts the app once more on the same folder; gives its exit code. */
async function startAgain(userData: string): Promise<number | null> {
  const { spawn } = await import('node:child_process')
  const { ROOT } = await import('../../build/project')
  const { runtimePath } = await import('../../build/launchApp')
  const child = spawn(runtimePath(), [ROOT, `--user-data-dir=${userData}`], {
    cwd: ROOT,
    env: { ...process.env, ORCHARD_HEADLESS: '1' },
    stdio: 'ignore',
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}
