import type { DevtoolsSession } from '../devtools'
import { toChromium } from '../origins'
import type { WebContents } from './webContents'

export type PermissionCheck = (
  webContents: WebContents | null,
  permission: string,
  requestingOrigin: string,
  details: object,
) => boolean

export type PermissionRequest = (
  webContents: WebContents,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void

/** Electron's names beside Chromium's descriptors, for each permission that DevTools can set. */
const PERMISSIONS: readonly (readonly [electron: string, descriptor: object, details: object])[] = [
  ['geolocation', { name: 'geolocation' }, {}],
  ['notifications', { name: 'notifications' }, {}],
  ['media', { name: 'camera' }, { mediaType: 'video', mediaTypes: ['video'] }],
  ['media', { name: 'microphone' }, { mediaType: 'audio', mediaTypes: ['audio'] }],
  ['midi', { name: 'midi' }, {}],
  ['midiSysex', { name: 'midi', sysex: true }, {}],
  ['clipboard-read', { name: 'clipboard-read' }, {}],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }, {}],
  ['idle-detection', { name: 'idle-detection' }, {}],
  ['local-fonts', { name: 'local-fonts' }, {}],
  ['persistent-storage', { name: 'persistent-storage' }, {}],
  ['screen-wake-lock', { name: 'screen-wake-lock' }, {}],
  ['sensors', { name: 'accelerometer' }, {}],
  ['sensors', { name: 'gyroscope' }, {}],
  ['sensors', { name: 'magnetometer' }, {}],
  ['storage-access', { name: 'storage-access' }, {}],
  ['window-management', { name: 'window-management' }, {}],
  ['background-sync', { name: 'background-sync' }, {}],
]

/** The handlers of one session and what they mean for Chromium. */
export class Permissions {
  check: PermissionCheck | null = null
  request: PermissionRequest | null = null

  /**
   * Asks the app's handlers about every permission ahead of time and tells Chromium the answers: DevTools can set
   * permissions but not be asked. Where the app says nothing, the answer is no (Electron's own default is yes).
   */
  async apply(
    browser: DevtoolsSession,
    browserContextId: string | undefined,
    webContents: WebContents,
    url: string,
  ): Promise<void> {
    const origin = new URL(toChromium(url)).origin
    if (origin === 'null') return
    const appOrigin = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(url)?.[0] ?? ''
    const context = browserContextId === undefined ? {} : { browserContextId }
    await Promise.all(
      PERMISSIONS.map(async ([name, permission, details]) => {
        const granted = await this.isGranted(webContents, name, appOrigin, url, details)
        const setting = granted ? 'granted' : 'denied'
        // Some Chromium versions don't know every name; what they don't know they don't grant.
        await browser.sendQuietly('Browser.setPermission', { permission, setting, origin, ...context })
      }),
    )
  }

  private async isGranted(
    webContents: WebContents,
    name: string,
    origin: string,
    url: string,
    details: object,
  ): Promise<boolean> {
    const { check, request } = this
    const about = { ...details, requestingUrl: url, isMainFrame: true }
    if (!check && !request) return false
    if (check && !check(webContents, name, `${origin}/`, { ...about, securityOrigin: `${origin}/` }))
      return false
    if (!request) return true
    return new Promise((resolve) => request(webContents, name, resolve, about))
  }
}
