import { expect, test } from 'vitest'
import { hardenAllContents } from '../../../electron/security/hardenContents'
import { fakeAppWithContents } from '../../support/fakeElectronContents'
import { FOREIGN_URLS } from './attackUrls'

function hardened() {
  const { app, contents, create } = fakeAppWithContents()
  hardenAllContents(app)
  create()
  return contents
}

const OWN_PAGES = [
  'app://orchard/',
  'app://orchard',
  'app://orchard/index.html',
  'app://orchard/index.html#fair',
]
const OTHER_OWN_FILES = [
  'app://orchard/assets/a.js',
  'app://orchard/attachment/aa',
  'app://orchard//index.html',
]

test.each(['will-navigate', 'will-frame-navigate'])(
  '%s: the start page may be reloaded, nothing else is gone to',
  (event) => {
    const contents = hardened()
    expect(OWN_PAGES.filter((url) => contents.isStopped(event, url))).toEqual([])
    expect([...FOREIGN_URLS, ...OTHER_OWN_FILES].filter((url) => !contents.isStopped(event, url))).toEqual([])
  },
)

test('every redirection is stopped, to our own page, too', () => {
  const contents = hardened()
  expect([...FOREIGN_URLS, ...OWN_PAGES].filter((url) => !contents.isStopped('will-redirect', url))).toEqual(
    [],
  )
})

test('no window is opened and no webview attached', () => {
  const contents = hardened()
  for (const url of [...FOREIGN_URLS, ...OWN_PAGES]) expect(contents.open(url)).toEqual({ action: 'deny' })
  expect(contents.isStopped('will-attach-webview', '')).toBe(true)
})
