import { expect, test } from 'vitest'
import { isAllowedRequest, isOwnUrl } from '../../../electron/security/requests'
import { FOREIGN_URLS } from './attackUrls'

const TYPES = [
  'mainFrame',
  'subFrame',
  'script',
  'image',
  'xhr',
  'webSocket',
  'font',
  'media',
  'ping',
  'other',
]

test.each([
  'app://orchard/',
  'app://orchard',
  'app://orchard/index.html',
  'app://orchard/index.html?x=1#y',
  'APP://orchard/assets/a.js',
  'app://orchard/../../etc/passwd',
])('%s is ours', (url) => {
  expect(isOwnUrl(url)).toBe(true)
})

test.each(FOREIGN_URLS)('%j is not ours', (url) => {
  expect(isOwnUrl(url)).toBe(false)
})

test.each(FOREIGN_URLS.filter((url) => !url.startsWith('data:image/')))(
  'no request goes out to %j',
  (url) => {
    expect(TYPES.filter((type) => isAllowedRequest(url, type))).toEqual([])
  },
)

test('our own files and blobs pass, whatever asks for them', () => {
  for (const url of ['app://orchard/index.html', 'blob:app://orchard/9115d58c-bcda-ff47']) {
    expect(TYPES.filter((type) => !isAllowedRequest(url, type))).toEqual([])
  }
})

test('inline data pass as pictures only', () => {
  const allowed = (url: string) => TYPES.filter((type) => isAllowedRequest(url, type))
  expect(allowed('data:image/png;base64,iVBORw0KGgo=')).toEqual(['image'])
  expect(allowed('data:image/svg+xml,<svg/>')).toEqual(['image'])
  expect(allowed('data:text/html,<p>')).toEqual([])
  expect(allowed('data:,')).toEqual([])
  expect(allowed('data:text/html,data:image/png')).toEqual([])
})
