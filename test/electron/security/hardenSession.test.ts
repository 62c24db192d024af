import { expect, test } from 'vitest'
import { hardenSession } from '../../../electron/security/hardenSession'
import { FakeSession } from '../../support/fakeElectronContents'
import { FOREIGN_URLS } from './attackUrls'

function hardened(): FakeSession {
  const session = new FakeSession()
  hardenSession(session.asSession())
  return session
}

test('requests that are not our own are cancelled', () => {
  const session = hardened()
  expect(session.isCancelled('app://orchard/index.html', 'mainFrame')).toBe(false)
  const passed = FOREIGN_URLS.filter((url) => !session.isCancelled(url, 'xhr'))
  expect(passed).toEqual([])
})

test('a permission is granted to our own page only, and asking without a request gives the same answer', () => {
  const session = hardened()
  expect(session.isGranted('clipboard-sanitized-write', 'app://orchard/index.html')).toBe(true)
  expect(session.isGranted('clipboard-sanitized-write', 'app://orchard.evil/')).toBe(false)
  expect(session.isGranted('media', 'app://orchard/index.html')).toBe(false)
  expect(session.isAllowedByCheck('persistent-storage', 'app://orchard')).toBe(true)
  expect(session.isAllowedByCheck('geolocation', 'app://orchard')).toBe(false)
})

test('no device, no download, no spelling service', () => {
  const session = hardened()
  expect(session.isDeviceAllowed()).toBe(false)
  expect(session.spellChecker).toBe(false)
  let prevented = false
  session.emit('will-download', {
    preventDefault: () => {
      prevented = true
    },
  })
  expect(prevented).toBe(true)
})
