import { expect, test } from 'vitest'
import { createAppResponder } from '../../../electron/protocol/appProtocol'
import { createHeldPages } from '../../../electron/reports/heldPages'
import { printWebPreferences } from '../../../electron/security/webPreferences'

test('the window that pages are printed in has no bridge, runs no script and keeps nothing', () => {
  expect(printWebPreferences()).toEqual({
    partition: 'orchard-print',
    javascript: false,
    images: false,
    webgl: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  })
})

test('a page being printed is served with a policy that allows our own style, fonts and pictures alone, and only while it is held', async () => {
  const pages = createHeldPages()
  const respond = createAppResponder(new Map(), async () => undefined, pages.read)
  const { path, release } = pages.hold('<html></html>')
  const served = await respond(new Request(`app://orchard${path}`))
  expect([served.status, await served.text(), served.headers.get('Content-Security-Policy')]).toEqual([
    200,
    '<html></html>',
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ])
  release()
  expect((await respond(new Request(`app://orchard${path}`))).status).toBe(404)
})
