import { hash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import {
  configureRequestOptionsFromUrl,
  type DownloadOptions,
  HttpExecutor,
  type RequestHeaders,
} from 'builder-util-runtime'
import { AppImageUpdater } from 'electron-updater'

/** A place for new versions, on this machine's loopback. */
export interface ReleasePlace {
  readonly url: string
  /** Paths that were asked for, with what was said beside them. */
  readonly asked: { path: string; headers: http.IncomingHttpHeaders }[]
  /** What it answers from now on: all it has, that it has nothing, or not at all. */
  answers(how: Answering): void
  close(): Promise<void>
}

type Answering = 'all' | 'nothing' | 'no word'

/** What such a place holds. */
export interface Release {
  readonly version: string
  readonly bytes: Buffer
  /** Of the bytes as announced; those that are there have another where it is told. */
  readonly sha512?: string
}

/** Serves one release as electron-builder would have published it. */
export async function openReleasePlace(release: Release): Promise<ReleasePlace> {
  const asked: ReleasePlace['asked'] = []
  const file = `Orchard-${release.version}.AppImage`
  const sha512 = release.sha512 ?? hash('sha512', release.bytes, 'base64')
  const announced = [
    `version: ${release.version}`,
    'files:',
    `  - url: ${file}`,
    `    sha512: ${sha512}`,
    `    size: ${release.bytes.length}`,
    `path: ${file}`,
    `sha512: ${sha512}`,
    "releaseDate: '2026-11-30T08:00:00.000Z'",
  ].join('\n')
  let answering: Answering = 'all'
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://place')
    asked.push({ path: pathname, headers: request.headers })
    if (answering === 'no word') return
    response.statusCode = answering === 'nothing' ? 404 : 200
    if (answering === 'nothing') return response.end()
    if (pathname.endsWith('.yml')) return response.end(announced)
    if (pathname === `/${file}`) return response.end(release.bytes)
    response.statusCode = 404
    response.end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers: (how) => {
      answering = how
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/**
 * The updater that ships, as Linux's one, whatever system the test runs on. Of Electron it is given what it asks for here: an
 * app, and requests by Node instead of Chromium's.
 */
export class LoopbackUpdater extends AppImageUpdater {
  /** What the updater wants done when the app is quit. */
  readonly whenQuit: ((exitCode: number) => void)[]

  constructor(folder: string, place: string, ownVersion: string) {
    const config = path.join(folder, 'app-update.yml')
    mkdirSync(folder, { recursive: true })
    writeFileSync(config, `provider: generic\nurl: ${place}\nupdaterCacheDirName: orchard-updater\n`)
    const whenQuit: ((exitCode: number) => void)[] = []
    super(null, {
      version: ownVersion,
      name: 'Orchard',
      isPackaged: true,
      appUpdateConfigPath: config,
      userDataPath: path.join(folder, 'userData'),
      baseCachePath: path.join(folder, 'cache'),
      whenReady: () => Promise.resolve(),
      relaunch: () => undefined,
      quit: () => undefined,
      onQuit: (handler: (exitCode: number) => void) => whenQuit.push(handler),
    })
    this.whenQuit = whenQuit
    this.forceDevUpdateConfig = true
    this.disableDifferentialDownload = true
    Object.assign(this, { httpExecutor: new NodeRequests() })
  }
}

class NodeRequests extends HttpExecutor<http.ClientRequest> {
  createRequest(
    options: http.RequestOptions & { headers?: RequestHeaders },
    callback: (response: http.IncomingMessage) => void,
  ): http.ClientRequest {
    return http.request(options, callback)
  }

  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    const wanted = configureRequestOptionsFromUrl(String(url), { headers: options.headers ?? undefined })
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination))
      this.doDownload(wanted, { destination, options, onCancel, callback, responseHandler: null }, 0)
    })
  }
}
