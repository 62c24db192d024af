/**
 * Tries, within the page, every way to reach an outside server that we know of; resolves when those that end have
 * ended. Runs in the window, so it names nothing from outside of itself. Returns the ways that got an answer.
 */
export async function tryEveryWayOut(origin: string): Promise<string[]> {
  const arrived: string[] = []
  const trials: Promise<unknown>[] = []
  const http = (way: string) => `${origin}/${way}`
  const note = (way: string, trial: () => Promise<unknown>) => {
    const attempt = Promise.resolve().then(trial)
    trials.push(
      attempt.then(
        () => arrived.push(way),
        () => undefined,
      ),
    )
  }
  /** Puts an element into the page; its load or error event ends the trial. */
  const load = (way: string, tag: string, properties: Readonly<Record<string, unknown>>) =>
    note(
      way,
      () =>
        new Promise((resolve, reject) => {
          const element = Object.assign(document.createElement(tag), properties)
          element.addEventListener('load', resolve)
          element.addEventListener('error', reject)
          document.body.append(element)
        }),
    )
  /** Puts an element into the page that tells nobody how it went. */
  const place = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.body.append(element)
    return element
  }
  const importingWorker = `importScripts('${http('worker.js')}'); postMessage('out')`
  const fetchingWorker = `fetch('${http('worker-fetch')}').then(() => postMessage('out'), () => postMessage('stopped'))`
  const blobUrl = (text: string, type: string) => URL.createObjectURL(new Blob([text], { type }))

  note('fetch', () => fetch(http('fetch')))
  note('fetch-opaque', () => fetch(http('fetch-opaque'), { mode: 'no-cors' }))
  note('fetch-keepalive', () =>
    fetch(http('keepalive'), { method: 'POST', keepalive: true, mode: 'no-cors' }),
  )
  note(
    'xhr',
    () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        request.onload = resolve
        request.onerror = reject
        request.open('GET', http('xhr'))
        request.send()
      }),
  )
  note(
    'websocket',
    () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(origin.replace('http:', 'ws:'))
        socket.onopen = resolve
        socket.onerror = reject
        socket.onclose = reject
      }),
  )
  note(
    'events',
    () =>
      new Promise((resolve, reject) => {
        const events = new EventSource(http('events'))
        events.onopen = resolve
        events.onerror = (event) => {
          events.close()
          reject(event)
        }
      }),
  )
  note('module', () => import(/* @vite-ignore */ http('module.js')))
  for (const [way, text] of [
    ['worker-importScripts', importingWorker],
    ['worker-fetch', fetchingWorker],
  ] as const)
    note(
      way,
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(blobUrl(text, 'text/javascript'))
          worker.onmessage = ({ data }) => (data === 'out' ? resolve(data) : reject(data))
          worker.onerror = reject
        }),
    )
  load('img', 'img', { src: http('img.png') })
  load('script', 'script', { src: http('script.js') })
  load('stylesheet', 'link', { rel: 'stylesheet', href: http('style.css') })
  place('style', {}).textContent = [
    `@import url('${http('import.css')}');`,
    `body { background-image: url('${http('background.png')}'); }`,
    `@font-face { font-family: outside; src: url('${http('font.woff2')}'); }`,
  ].join('\n')
  place('p', { style: 'font-family: outside' }).textContent = 'outside'
  for (const rel of [
    'prefetch',
    'preload',
    'modulepreload',
    'preconnect',
    'dns-prefetch',
    'icon',
    'manifest',
  ])
    place('link', { rel, as: 'script', href: http(rel) })
  place('iframe', { src: http('iframe') })
  place('iframe', { src: 'about:blank', name: 'target' })
  place('object', { data: http('object') })
  place('embed', { src: http('embed') })
  place('video', { src: http('video.mp4'), preload: 'auto' })
  place('audio', { src: http('audio.mp3'), preload: 'auto' })
  place('a', { href: http('link-in-frame'), target: 'target' }).click()
  place('a', { href: '#here', ping: http('ping') }).click()
  place('a', { href: http('download'), download: 'outside' }).click()
  const form = place('form', { action: http('form'), method: 'post', target: 'target' }) as HTMLFormElement
  form.submit()
  navigator.sendBeacon(http('beacon'), 'outside')
  await Promise.all(trials)
  return arrived
}
