import type { ElectronApplication } from '@playwright/test'
import { expect, load, loadedWindow, type Running, seen, test } from './fixtures'

/** Makes the first window's page refuse what the named events are about, and records them. */
async function refuse(app: ElectronApplication, ...names: string[]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, events) => {
    const { seen: record } = globalThis as unknown as { seen: { events: unknown[] } }
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    for (const name of events) {
      contents?.on(name as 'will-navigate', (event) => {
        record.events.push([name, event.url, event.isMainFrame])
        event.preventDefault()
      })
    }
  }, names)
}

/** Resolves when the main script has recorded so many events. */
async function recorded(app: ElectronApplication, count: number): Promise<unknown[]> {
  await expect.poll(async () => (await seen(app)).events.length).toBeGreaterThanOrEqual(count)
  return (await seen(app)).events
}

/** The page is still the one that was loaded first, and alive. */
async function expectUnmoved({ app, page }: Running): Promise<void> {
  expect(await page.evaluate(() => [document.title, typeof window.early])).toEqual(['Fixture', 'object'])
  const url = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  )
  expect(url).toMatch(/^app:\/\/orchard\/index\.html/)
}

test('keeps the page when a link is refused', async ({ running }) => {
  await refuse(running.app, 'will-navigate')
  await running.page.click('#away')
  expect(await recorded(running.app, 1)).toEqual([['will-navigate', 'https://example.com/', true]])
  await expectUnmoved(running)
})

test('keeps the page when its script sets the location', async ({ running }) => {
  await refuse(running.app, 'will-navigate')
  await running.page.evaluate(() => {
    location.href = '/other.html?by=script'
  })
  expect(await recorded(running.app, 1)).toEqual([
    ['will-navigate', 'app://orchard/other.html?by=script', true],
  ])
  await expectUnmoved(running)
})

test('keeps the page when a form is refused', async ({ running }) => {
  await refuse(running.app, 'will-navigate')
  await running.page.click('#submit')
  expect(await recorded(running.app, 1)).toEqual([['will-navigate', 'app://orchard/other.html', true]])
  await expectUnmoved(running)
  expect((await seen(running.app)).requests).toEqual(['GET app://orchard/index.html'])
})

test('keeps the page when it asks to be replaced by a data: address', async ({ running }) => {
  await running.page.evaluate(() => {
    location.href = 'data:text/html,<title>taken</title>'
  })
  await running.page.evaluate(() => window.fixture.echo())
  await expectUnmoved(running)
})

test('keeps the page when it asks to be replaced by a blob of its own', async ({ running }) => {
  await refuse(running.app, 'will-navigate')
  await running.page.evaluate(() => {
    const blob = new Blob(['<title>taken</title>'], { type: 'text/html' })
    location.href = URL.createObjectURL(blob)
  })
  expect(await recorded(running.app, 1)).toEqual([
    ['will-navigate', expect.stringMatching(/^blob:app:/), true],
  ])
  // The stand-in hears of a blob too late to stop each of them: then it loads the page anew.
  const shown = () => running.page.evaluate(() => [document.title, typeof window.early]).catch(() => 'moving')
  await expect.poll(shown).toEqual(['Fixture', 'object'])
})

test('keeps a frame empty when it is refused', async ({ running }) => {
  await refuse(running.app, 'will-frame-navigate')
  await running.page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('iframe'), { src: '/other.html', name: 'inner' }),
    )
  })
  expect(await recorded(running.app, 1)).toEqual([['will-frame-navigate', 'app://orchard/other.html', false]])
  await expectUnmoved(running)
  expect((await seen(running.app)).requests).toEqual(['GET app://orchard/index.html'])
})

test('stops at a redirect that is refused', async ({ running }) => {
  const { app, page } = running
  await refuse(app, 'will-redirect')
  await page.evaluate(() => {
    location.href = '/redirect-away'
  })
  expect(await recorded(app, 1)).toEqual([['will-redirect', 'app://orchard/other.html', true]])
  await expectUnmoved(running)
})

test('does not ask about what the main process or DevTools load, nor about a hash', async ({ running }) => {
  const { app, page } = running
  await refuse(app, 'will-navigate', 'will-frame-navigate')
  await page.click('#inside')
  await load(running, 'app://orchard/index.html?again')
  await page.reload()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await page.waitForEvent('load')
  expect((await seen(app)).events).toEqual([])
})

test('asks about a link that leads elsewhere in the app, and follows it when nobody objects', async ({
  running,
}) => {
  const { app, page } = running
  await app.evaluate(({ BrowserWindow }) => {
    const { seen: record } = globalThis as unknown as { seen: { events: unknown[] } }
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) =>
      record.events.push(event.url),
    )
  })
  await page.evaluate(() => {
    location.href = '/other.html'
  })
  await expect(page).toHaveTitle('Other')
  expect((await seen(app)).events).toEqual(['app://orchard/other.html'])
})

for (const [how, open] of [
  ['window.open', "window.result = window.open('/other.html', 'name', 'width=200')"],
  ['a link with a target', "document.querySelector('#blank').click()"],
  ['a link with a target and no opener', "document.querySelector('#noopener').click()"],
  [
    'a form with a target',
    "Object.assign(document.querySelector('#form'), { target: '_blank', method: 'get' }).requestSubmit()",
  ],
] as const) {
  // In an app of its own: what Chromium opens for a moment must not be taken for another test's window.
  test(`opens nothing when ${how} is denied`, async ({ alone: running }) => {
    const { app, page } = running
    await app.evaluate(({ BrowserWindow }) => {
      const { seen: record } = globalThis as unknown as { seen: { events: unknown[] } }
      BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler((details) => {
        record.events.push([details.url, details.frameName])
        return { action: 'deny' }
      })
    })
    await load(running, 'app://orchard/index.html')
    const before = (await seen(app)).requests.length
    await page.evaluate(open)
    const name = how === 'window.open' ? 'name' : expect.any(String)
    expect((await recorded(app, 1))[0]).toEqual([
      expect.stringMatching(/^app:\/\/orchard\/other\.html/),
      name,
    ])
    if (how === 'window.open') expect(await page.evaluate('window.result')).toBeNull()
    await expect.poll(() => app.windows().length).toBe(1)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect((await seen(app)).requests.length).toBe(before)
    await expectUnmoved(running)
  })
}

test('opens a window when that is allowed', async ({ launch }) => {
  const app = await launch.start()
  const page = await loadedWindow(app)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(() => ({
      action: 'allow',
      overrideBrowserWindowOptions: { webPreferences: { partition: 'persist:orchard' } },
    })),
  )
  const opened = app.waitForEvent('window')
  await page.click('#blank')
  await expect(await opened).toHaveTitle('Other')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2)
})
