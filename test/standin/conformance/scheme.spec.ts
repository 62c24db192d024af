import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, load, loadedWindow, seen, test } from './fixtures'

test('serves the app from its own scheme in a secure context', async ({ running }) => {
  const { app, page } = running
  expect((await seen(app)).requests).toEqual(['GET app://orchard/index.html'])
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle, document.title])).toEqual([
    true,
    'object',
    'Fixture',
  ])
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
  ).toBe('app://orchard/index.html')
})

test('gives handlers method, headers and body, and pages status and body', async ({ running }) => {
  const result = await running.page.evaluate(async () => {
    const missing = await fetch('/nothing.txt')
    const echoed = await fetch('/echo', { method: 'POST', body: new Uint8Array([1, 2, 3]) })
    const headers = (await (await fetch('/headers', { headers: { 'x-mine': 'yes' } })).json()) as Record<
      string,
      string
    >
    return {
      missing: [missing.status, await missing.text()],
      echoed: [...new Uint8Array(await echoed.arrayBuffer())],
      header: headers['x-mine'],
      broken: await fetch('/broken').catch((error: Error) => error.name),
    }
  })
  expect(result).toEqual({
    missing: [404, 'not found'],
    echoed: [1, 2, 3],
    header: 'yes',
    broken: 'TypeError',
  })
})

test('streams: the first piece arrives while the handler still holds the second', async ({ running }) => {
  const { app, page } = running
  const first = await page.evaluate(async () => {
    const reader = (await fetch('/stream')).body?.getReader()
    Object.assign(window, { reader })
    return new TextDecoder().decode((await reader?.read())?.value)
  })
  expect(first).toBe('first')
  await app.evaluate(() => (globalThis as unknown as { finishStream: () => void }).finishStream())
  const rest = await page.evaluate(async () => {
    const { reader } = window as unknown as { reader: ReadableStreamDefaultReader<Uint8Array> }
    return new TextDecoder().decode((await reader.read()).value)
  })
  expect(rest).toBe('second')
})

test('honours the Content-Security-Policy of a response', async ({ running }) => {
  const violations = await running.page.evaluate(async () => {
    const seenHere: string[] = []
    const reported = new Promise<void>((done) =>
      document.addEventListener('securitypolicyviolation', (event) => {
        seenHere.push(event.effectiveDirective)
        if (seenHere.length === 2) done()
      }),
    )
    const image = document.createElement('img')
    image.src = 'https://example.com/x.png'
    document.body.append(image)
    await fetch('https://example.com/').catch(() => undefined)
    await reported
    return seenHere.sort()
  })
  expect(violations).toEqual(['connect-src', 'img-src'])
})

/** Writes one row; resolves with the page's origin once the row is in. */
function writeRow(page: Page): Promise<string> {
  return page.evaluate(() => {
    return new Promise<string>((resolve, reject) => {
      const opening = indexedDB.open('notebook', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const write = opening.result.transaction('rows', 'readwrite')
        write.objectStore('rows').put('kept', 'key')
        write.oncomplete = () => resolve(location.origin)
      }
    })
  })
}

/** The origin and the row; 'no database' when there is none. */
function readRow(page: Page): Promise<[string, unknown]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('notebook')) return [location.origin, 'no database']
    return new Promise<[string, unknown]>((resolve, reject) => {
      const opening = indexedDB.open('notebook')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const read = opening.result.transaction('rows').objectStore('rows').get('key')
        read.onsuccess = () => resolve([location.origin, read.result])
      }
    })
  })
}

test('keeps origin and IndexedDB over a restart', async ({ launch }) => {
  const first = await launch.start()
  const origin = await writeRow(await loadedWindow(first))
  await first.close()
  const second = await launch.start()
  expect(await readRow(await loadedWindow(second))).toEqual([origin, 'kept'])
})

test('has nothing left when the folder of the partition was removed between two runs', async ({ launch }) => {
  const first = await launch.start()
  const origin = await writeRow(await loadedWindow(first))
  const path = join(launch.userData, 'Partitions', 'orchard')
  expect(
    await first.evaluate(({ session }) => session.fromPartition('persist:orchard').getStoragePath()),
  ).toBe(path)
  await first.close()
  rmSync(path, { recursive: true })
  const second = await launch.start()
  expect(await readRow(await loadedWindow(second))).toEqual([origin, 'no database'])
})

test('keeps a partition in memory apart from the one on disk', async ({ running }) => {
  const { app, page } = running
  await writeRow(page)
  const names = await app.evaluate(async ({ session }) => {
    const state = globalThis as unknown as {
      answer: (request: Request) => Promise<Response>
      openWindow: (options: object) => Electron.BrowserWindow
    }
    session.fromPartition('in-memory').protocol.handle('app', state.answer)
    const window = state.openWindow({ webPreferences: { partition: 'in-memory' } })
    await window.loadURL('app://orchard/index.html')
    return window.webContents.executeJavaScript(
      'indexedDB.databases().then((all) => all.map(({ name }) => name))',
    )
  })
  expect(names).toEqual([])
})

test('follows a redirect of the handler to the app itself', async ({ running }) => {
  const { app, page } = running
  await load(running, 'app://orchard/redirect-away')
  await expect(page).toHaveTitle('Other')
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
  ).toBe('app://orchard/other.html')
})

test('rejects loadURL when the handler fails', async ({ running }) => {
  const message = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]
      ?.loadURL('app://orchard/broken')
      .then(
        () => 'loaded',
        (error: Error) => error.message,
      ),
  )
  expect(message).toMatch(/^ERR_\w+ \(-\d+\) loading 'app:\/\/orchard\/broken'$/)
})
