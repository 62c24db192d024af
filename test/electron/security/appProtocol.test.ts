import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Protocol } from 'electron'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAppResponder, registerAppScheme } from '../../../electron/protocol/appProtocol'
import { listRendererFiles } from '../../../electron/protocol/rendererFiles'
import { SECURITY_HEADERS } from '../../../electron/security/csp'
import { FOREIGN_URLS } from './attackUrls'

const HASH = 'ab'.repeat(32)
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
let folder: string
let respond: (request: Request) => Promise<Response>

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-protocol-'))
  const built = path.join(folder, 'renderer')
  mkdirSync(path.join(built, 'assets'), { recursive: true })
  writeFileSync(path.join(built, 'index.html'), 'the page')
  writeFileSync(path.join(built, 'assets/a.js'), 'the script')
  writeFileSync(path.join(folder, 'secret.txt'), 'the secret')
  symlinkSync(path.join(folder, 'secret.txt'), path.join(built, 'link.txt'))
  respond = createAppResponder(listRendererFiles(built), async (hash) => (hash === HASH ? PNG : undefined))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A request as Chromium may hand it over: not every URL that it knows can be made into a `Request` here. */
async function ask(url: string, method = 'GET'): Promise<{ status: number; body: string; headers: Headers }> {
  const response = await respond({ url, method } as Request)
  return { status: response.status, body: await response.text(), headers: response.headers }
}

test('the scheme is standard and secure and has no privilege beyond', () => {
  const registered: unknown[] = []
  registerAppScheme({
    registerSchemesAsPrivileged: (schemes: unknown) => registered.push(schemes),
  } as unknown as Protocol)
  expect(registered).toEqual([
    [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }],
  ])
})

test.each([
  ['app://orchard/', 'the page', 'text/html; charset=utf-8'],
  ['app://orchard/index.html?x=1#y', 'the page', 'text/html; charset=utf-8'],
  ['app://orchard/assets/a.js', 'the script', 'text/javascript; charset=utf-8'],
])('%s gives %j as %s', async (url, body, type) => {
  const answer = await ask(url)
  expect([answer.status, answer.body, answer.headers.get('content-type')]).toEqual([200, body, type])
})

test('an attachment is served by its hash as what its bytes are, never as something that runs or that the browser keeps', async () => {
  const answer = await ask(`app://orchard/attachment/${HASH}`)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  const bytes = createAppResponder(new Map(), async () =>
    new TextEncoder().encode('<script>alert(1)</script>'),
  )
  const script = await bytes({ url: `app://orchard/attachment/${HASH}`, method: 'GET' } as Request)
  expect(script.headers.get('content-type')).toBe('application/octet-stream')
})

test.each([
  'app://orchard/secret.txt',
  'app://orchard/link.txt',
  'app://orchard/assets',
  'app://orchard/assets/',
  'app://orchard//index.html',
  'app://orchard/INDEX.HTML',
  'app://orchard/..%2fsecret.txt',
  'app://orchard/..%5csecret.txt',
  'app://orchard/..\\secret.txt',
  'app://orchard/%2e%2e/secret.txt',
  'app://orchard/assets/..%2f..%2fsecret.txt',
  'app://orchard/index.html%00',
  'app://orchard/index.html%00.js',
  'app://orchard/__proto__',
  'app://orchard/constructor',
  'app://orchard/favicon.ico',
  'app://orchard/attachment/',
  `app://orchard/attachment/${HASH}/`,
  `app://orchard/attachment/${HASH.toUpperCase()}`,
  `app://orchard/attachment/${HASH}%00`,
  `app://orchard/attachment/../attachment/x`,
  `app://orchard/attachment/${'cd'.repeat(32)}`,
  ...FOREIGN_URLS,
])('%j gives nothing', async (url) => {
  const answer = await ask(url)
  expect([answer.status, answer.body]).toEqual([404, ''])
})

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get'])('%s gives nothing', async (method) => {
  expect((await ask('app://orchard/index.html', method)).status).toBe(404)
})

const pieces = fc.constantFrom(
  ...[
    '..',
    '.',
    '/',
    '//',
    '\\',
    '%2f',
    '%5c',
    '%2e%2e',
    '%00',
    '\u0000',
    '?',
    '#',
    ';',
    ':80',
    '@',
    '%',
    '%zz',
    '\u202e',
  ],
  ...[
    'index.html',
    'assets',
    'a.js',
    'link.txt',
    'secret.txt',
    'attachment',
    HASH,
    'etc/passwd',
    'C:',
    'app://orchard/',
  ],
)
const hosts = fc.constantFrom(
  'app://orchard/',
  'app://orchard',
  'app://orchard.evil/',
  'app://other/',
  'app:',
  'http://orchard/',
  'file:///',
)

test('whatever is asked for, only listed files and known attachments come back, always under the policy', async () => {
  const served = new Set(['the page', 'the script', new TextDecoder().decode(PNG)])
  await fc.assert(
    fc.asyncProperty(
      hosts,
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 6 }),
      async (host, path) => {
        const answer = await ask(host + path.join(''))
        if (answer.status === 200) expect(served).toContain(answer.body)
        else expect([answer.status, answer.body]).toEqual([404, ''])
        for (const [name, value] of Object.entries(SECURITY_HEADERS))
          expect(answer.headers.get(name)).toBe(value)
      },
    ),
    { numRuns: 5000 },
  )
})
