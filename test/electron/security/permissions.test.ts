import { expect, test } from 'vitest'
import { isGrantedPermission } from '../../../electron/security/permissions'

/** Every permission that Electron's types name, and some that only Chromium does. */
const ANSWERS: Readonly<Record<string, boolean>> = {
  'clipboard-sanitized-write': true,
  'persistent-storage': true,
  accessibilityEvents: false,
  'background-fetch': false,
  'background-sync': false,
  camera: false,
  'clipboard-read': false,
  'deprecated-sync-clipboard-read': false,
  'display-capture': false,
  fileSystem: false,
  fullscreen: false,
  geolocation: false,
  hid: false,
  'idle-detection': false,
  keyboardLock: false,
  'local-fonts': false,
  'local-network-access': false,
  media: false,
  mediaKeySystem: false,
  microphone: false,
  midi: false,
  midiSysex: false,
  notifications: false,
  openExternal: false,
  'payment-handler': false,
  pointerLock: false,
  'screen-wake-lock': false,
  serial: false,
  'speaker-selection': false,
  'storage-access': false,
  'top-level-storage-access': false,
  unknown: false,
  usb: false,
  'window-management': false,
  '': false,
  __proto__x: false,
  constructor: false,
}

test.each(Object.entries(ANSWERS))('permission %s: %s', (permission, granted) => {
  expect(isGrantedPermission(permission)).toBe(granted)
})
