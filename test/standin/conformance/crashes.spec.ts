import { once } from 'node:events'
import { expect, isStandIn, loadedWindow, processesOf, seen, test } from './fixtures'

/** Process ids of the renderers that belong to a run. */
function renderersOf(userData: string): number[] {
  const lines = processesOf(userData).filter((line) => line.includes('--type=renderer'))
  return lines.map((line) => Number.parseInt(line, 10))
}

test('tells of a killed renderer, keeps the window and can reload it', async ({ launch }) => {
  const app = await launch.start()
  await loadedWindow(app)
  await app.evaluate(({ BrowserWindow }) => {
    const { seen: record } = globalThis as unknown as { seen: { events: unknown[] } }
    BrowserWindow.getAllWindows()[0]?.webContents.on('render-process-gone', (_event, { reason }) =>
      record.events.push(['gone', reason]),
    )
  })
  // Chromium gives renderers no user data folder in their arguments everywhere; their parents have it.
  const main = app.process().pid
  const renderers = renderersOf(launch.userData)
  expect(renderers.length, `renderers of ${main}`).toBeGreaterThan(0)
  for (const pid of renderers) process.kill(pid, 'SIGKILL')
  await expect.poll(async () => (await seen(app)).events).toContainEqual(['gone', 'killed'])
  expect((await seen(app)).events).toContain('render-process-gone')
  const revived = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()))
    contents?.reload()
    await loaded
    return contents?.executeJavaScript('fixture.sender().then((sender) => [sender.url, fixture.add(1, 2)])')
  })
  expect(revived).toEqual(['app://orchard/index.html', 3])
})

test('takes everything with it when the main process is killed', async ({ launch }) => {
  const app = await launch.start()
  await loadedWindow(app)
  expect(processesOf(launch.userData).length).toBeGreaterThan(1)
  app.process().kill('SIGKILL')
  await expect.poll(() => processesOf(launch.userData)).toEqual([])
})

test('starts again on the same data right after it was killed', async ({ launch }) => {
  const first = await launch.start()
  await loadedWindow(first)
  first.process().kill('SIGKILL')
  const second = await launch.start()
  const page = await loadedWindow(second)
  expect(await page.evaluate(() => window.fixture.add(2, 2))).toBe(4)
})

test('dies with its Chromium, which in Electron is the same process', async ({ launch }) => {
  test.skip(!isStandIn, 'in Electron there is no second process to kill')
  const app = await launch.start()
  await loadedWindow(app)
  const main = app.process()
  const browser = processesOf(launch.userData).find(
    (line) => line.includes('--remote-debugging-pipe') && !line.includes('--type='),
  )
  const exit = once(main, 'exit')
  process.kill(Number.parseInt(browser ?? '', 10), 'SIGKILL')
  const [, signal] = (await exit) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
})
