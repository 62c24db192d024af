import { say } from '../runtime'
import { refuseUnknown } from './notImplemented'

/** The module member `shell`. Nothing of the system is opened from a test: what was asked for is printed instead. */
export const shell = refuseUnknown('shell', {
  async openExternal(url: string): Promise<void> {
    say(`shell.openExternal ${url}`)
  },
  async openPath(path: string): Promise<string> {
    say(`shell.openPath ${path}`)
    return ''
  },
  showItemInFolder: (path: string): void => say(`shell.showItemInFolder ${path}`),
  beep: (): void => say('shell.beep'),
})
