import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect, load, type Running, seen } from './fixtures'

/** A server of somebody else on this machine: it must never hear anything. */
const test = base.extend<{ stranger: { url: string; heard: string[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern
  stranger: async ({}, use) => {
    const heard: string[] = []
    const server = createServer((request, response) => {
      heard.push(request.url ?? '')
      response.setHeader('access-control-allow-origin', '*')
      response.end('hello')
    })
    server.on('upgrade', (request, socket) => {
      heard.push(`upgrade ${request.url}`)
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard })
    server.closeAllConnections()
    server.close()
  },
})

/** Loads the page without a policy of its own: what stops its requests must be the session. */
function withoutPolicy(running: Running): Promise<void> {
  return load(running, 'app://orchard/index.html?csp=none')
}

test('cancels requests of a page and tells the handler their kind', async ({ running, stranger }) => {
  await withoutPolicy(running)
  const { app, page } = running
  const results = await page.evaluate(async (url) => {
    const image = new Image()
    const failed = new Promise<string>((done) => {
      image.onerror = () => done('no image')
      image.onload = () => done('image')
    })
    image.src = `${url}/image.png`
    return [await fetch(`${url}/fetch`).catch((error: Error) => error.name), await failed]
  }, stranger.url)
  expect(results).toEqual(['TypeError', 'no image'])
  const { events } = await seen(app)
  expect(events).toContainEqual(['refused', `${stranger.url}/fetch`, 'xhr'])
  expect(events).toContainEqual(['refused', `${stranger.url}/image.png`, 'image'])
  expect(stranger.heard).toEqual([])
})

test('cancels requests of a worker', async ({ running, stranger }) => {
  await withoutPolicy(running)
  const { app, page } = running
  const answer = await page.evaluate((url) => {
    const worker = new Worker('/worker.js?csp=none')
    return new Promise<string>((done) => {
      worker.onmessage = ({ data }: MessageEvent<string>) => done(data)
      worker.postMessage(`${url}/from-worker`)
    })
  }, stranger.url)
  expect(answer).toContain('TypeError')
  const { events } = await seen(app)
  expect(events).toContainEqual(['refused', `${stranger.url}/from-worker`, 'xhr'])
  expect(stranger.heard).toEqual([])
})

test('lets a worker reach the app itself', async ({ running }) => {
  await withoutPolicy(running)
  const answer = await running.page.evaluate(() => {
    const worker = new Worker('/worker.js?csp=none')
    return new Promise<string>((done) => {
      worker.onmessage = ({ data }: MessageEvent<string>) => done(data)
      worker.postMessage('/other.html')
    })
  })
  expect(answer).toBe('status 200')
})

test('lets no websocket, beacon or foreign frame out', async ({ running, stranger }) => {
  await withoutPolicy(running)
  const { page } = running
  const socket = await page.evaluate((url) => {
    navigator.sendBeacon(`${url}/beacon`, 'x')
    const frame = document.createElement('iframe')
    frame.src = `${url}/frame`
    document.body.append(frame)
    const webSocket = new WebSocket(`${url.replace('http', 'ws')}/socket`)
    return new Promise<string>((done) => {
      webSocket.onopen = () => done('open')
      webSocket.onerror = () => done('error')
    })
  }, stranger.url)
  expect(socket).toBe('error')
  // The answer to a later request proves that the earlier ones have been dealt with.
  await page.evaluate((url) => fetch(`${url}/last`).catch(() => undefined), stranger.url)
  expect(stranger.heard).toEqual([])
})

test('lets out what the handler lets out, and nothing before', async ({ alone: running, stranger }) => {
  await withoutPolicy(running)
  const { app, page } = running
  const read = (): Promise<string> =>
    page.evaluate(
      (url) =>
        fetch(`${url}/allowed`).then(
          (response) => response.text(),
          () => 'refused',
        ),
      stranger.url,
    )
  expect(await read()).toBe('refused')
  await app.evaluate(({ session }) =>
    session.fromPartition('persist:orchard').webRequest.onBeforeRequest((_details, callback) => callback({})),
  )
  expect(await read()).toBe('hello')
  expect(stranger.heard).toEqual(['/allowed'])
})

test('redirects a request as the handler says', async ({ alone: running }) => {
  await withoutPolicy(running)
  const { app, page } = running
  await app.evaluate(({ session }) =>
    session
      .fromPartition('persist:orchard')
      .webRequest.onBeforeRequest((details, callback) =>
        callback(details.url.endsWith('/headers') ? { redirectURL: 'app://orchard/other.html' } : {}),
      ),
  )
  const text = await page.evaluate(async () => (await fetch('/headers')).text())
  expect(text).toContain('<title>Other</title>')
})

test('lets a handler rewrite the headers of the app itself', async ({ alone: running }) => {
  await withoutPolicy(running)
  const { app, page } = running
  await app.evaluate(({ session }) =>
    session
      .fromPartition('persist:orchard')
      .webRequest.onHeadersReceived((details, callback) =>
        callback({ responseHeaders: { ...details.responseHeaders, 'x-added': ['yes'] } }),
      ),
  )
  expect(await page.evaluate(async () => (await fetch('/other.html')).headers.get('x-added'))).toBe('yes')
})
