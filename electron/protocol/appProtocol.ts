import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { Protocol } from 'electron'
import { APP_SCHEME } from '#shared/identity'
import { PRINTED_PAGE_POLICY, SECURITY_HEADERS } from '../security/csp'
import { isOwnUrl } from '../security/requests'
import { mediaTypeOf } from './mediaTypes'

/** Finds the bytes of an attachment by its hash; `undefined` when there is no such file. */
export type AttachmentReader = (hash: string) => Promise<Uint8Array | undefined>

/** The document held under a path while it is being printed; `undefined` when there is none. */
export type HeldPageReader = (path: string) => string | undefined

/** Must run before the app is ready: makes the scheme a secure standard origin, with IndexedDB and workers. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Answers `app://orchard/...`: files of the built window, by lookup in a closed list and never by joining paths,
 * attachments by hash, and pages being printed. Everything else is 404.
 */
export function createAppResponder(
  files: ReadonlyMap<string, string>,
  readAttachment: AttachmentReader,
  readHeldPage: HeldPageReader = () => undefined,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' || !isOwnUrl(request.url)) return notFound()
    const { pathname } = new URL(request.url)
    const attachment = /^\/attachment\/([0-9a-f]{64})$/.exec(pathname)
    if (attachment?.[1] !== undefined) return attachmentResponse(await readAttachment(attachment[1]))
    const page = readHeldPage(pathname)
    if (page !== undefined) return pageResponse(page)
    const file = files.get(pathname === '/' ? '/index.html' : pathname)
    return file === undefined ? notFound() : fileResponse(file)
  }
}

function fileResponse(file: string): Response {
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream
  return new Response(body, {
    headers: { ...SECURITY_HEADERS, 'Content-Type': mediaTypeOf(path.extname(file)) },
  })
}

function attachmentResponse(bytes: Uint8Array | undefined): Response {
  if (bytes === undefined) return notFound()
  // Never a type that could run: what a customer's file claims to be is the record's business, not the route's.
  const type = imageTypeOf(bytes) ?? 'application/octet-stream'
  // The browser would keep a copy in its own cache on the disk: in the open, and after an erasure too.
  const headers = { ...SECURITY_HEADERS, 'Content-Type': type, 'Cache-Control': 'no-store' }
  return new Response(Uint8Array.from(bytes), { headers })
}

function pageResponse(page: string): Response {
  return new Response(page, {
    headers: {
      ...SECURITY_HEADERS,
      'Content-Security-Policy': PRINTED_PAGE_POLICY,
      'Content-Type': mediaTypeOf('.html'),
      'Cache-Control': 'no-store',
    },
  })
}

function notFound(): Response {
  return new Response('', { status: 404, headers: { ...SECURITY_HEADERS } })
}

/** The raster image types that a card photo may have, told by their first bytes. SVG is text that can run. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const startsWith = (...signature: number[]) => signature.every((value, index) => bytes[index] === value)
  if (startsWith(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (startsWith(0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  if (startsWith(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45) return 'image/webp'
  return undefined
}
