import { expect, loadedWindow, test } from './fixtures'

test('prints the page to PDF', async ({ running }) => {
  const pdf = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const bytes = await contents?.printToPDF({ pageSize: 'A4', printBackground: true, margins: { top: 0.5 } })
    return bytes?.subarray(0, 5).toString('latin1')
  })
  expect(pdf).toBe('%PDF-')
})

test('captures the page as PNG, and the runner can take screenshots', async ({ running }) => {
  const { app, page } = running
  const start = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().subarray(1, 4).toString('latin1')
  })
  expect(start).toBe('PNG')
  const shot = await page.screenshot()
  // Width and height of a PNG stand at bytes 16 to 23.
  expect([shot.readUInt32BE(16), shot.readUInt32BE(20)]).toEqual(
    await page.evaluate(() => [innerWidth, innerHeight]),
  )
})

test('gives the page the size that the window is asked for', async ({ running }) => {
  const { app, page } = running
  const size = (): Promise<number[]> => page.evaluate(() => [innerWidth, innerHeight])
  const content = (): Promise<number[] | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize())
  expect(await size()).toEqual(await content())
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1200, 700))
  await expect.poll(size).toEqual([1200, 700])
  expect(await content()).toEqual([1200, 700])
})

test('zooms: fewer and larger pixels', async ({ running }) => {
  const { app, page } = running
  const before = await page.evaluate(() => innerWidth)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(before / 1.5))
})

test('carries the chosen theme to the page', async ({ launch }) => {
  const app = await launch.start()
  const page = await loadedWindow(app)
  const isDark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const choose = (source: 'dark' | 'light'): Promise<boolean> =>
    app.evaluate(({ nativeTheme }, chosen) => {
      nativeTheme.themeSource = chosen
      return nativeTheme.shouldUseDarkColors
    }, source)
  expect(await choose('dark')).toBe(true)
  await expect.poll(isDark).toBe(true)
  await page.reload()
  await expect.poll(isDark).toBe(true)
  expect(await choose('light')).toBe(false)
  await expect.poll(isDark).toBe(false)
})

test('runs code of the main process in the page and returns its value', async ({ running }) => {
  const results = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const failure = await contents
      ?.executeJavaScript("throw new Error('no')")
      .catch((error: Error) => error.message)
    return [await contents?.executeJavaScript('Promise.resolve({ a: [1] })'), String(failure)]
  })
  expect(results[0]).toEqual({ a: [1] })
  expect(results[1]).toContain('no')
})

test('tells a new title to the window', async ({ running }) => {
  const { app, page } = running
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    const told = new Promise((resolve) => window?.once('page-title-updated', (_event, text) => resolve(text)))
    Object.assign(globalThis, { told })
  })
  await page.evaluate(() => {
    document.title = 'New title'
  })
  expect(await app.evaluate(() => (globalThis as unknown as { told: Promise<string> }).told)).toBe(
    'New title',
  )
})
