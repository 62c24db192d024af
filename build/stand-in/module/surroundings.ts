import { EventEmitter } from 'node:events'
import { say } from '../runtime'
import { emitterRefusingUnknown, refuseUnknown } from './notImplemented'
import { HEADLESS_SCREEN } from './windowState'

/** The module member `clipboard`: text in memory, so that a test neither reads nor spoils the system's. */
function createClipboard() {
  let text = ''
  return refuseUnknown('clipboard', {
    readText: (): string => text,
    writeText: (value: string): void => {
      text = value
    },
    clear: (): void => {
      text = ''
    },
  })
}

/** The module member `screen`: one display of fixed size. */
function createScreen() {
  const area = { x: 0, y: 0, ...HEADLESS_SCREEN }
  const display = {
    id: 1,
    label: 'stand-in',
    bounds: area,
    workArea: area,
    size: HEADLESS_SCREEN,
    workAreaSize: HEADLESS_SCREEN,
    scaleFactor: 1,
    rotation: 0,
  }
  class Screen extends emitterRefusingUnknown('screen') {
    getPrimaryDisplay = () => display
    getAllDisplays = () => [display]
    getDisplayMatching = () => display
    getDisplayNearestPoint = () => display
    getCursorScreenPoint = () => ({ x: 0, y: 0 })
  }
  return new Screen()
}

/** The module member `powerMonitor`: can be listened to; a test emits the events itself. */
class PowerMonitor extends emitterRefusingUnknown('powerMonitor') {
  isOnBatteryPower = (): boolean => false
  getSystemIdleTime = (): number => 0
}

/**
 * Electron's Notification: nothing of the system is shown from a test, what was asked for is printed instead. It is shown
 * at once and stays until it is closed; a test emits the click itself.
 */
class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true
  }

  readonly title: string
  readonly body: string

  constructor(options: { readonly title?: string; readonly body?: string } = {}) {
    super()
    this.title = options.title ?? ''
    this.body = options.body ?? ''
  }

  show(): void {
    say(`Notification.show ${this.title}`)
    setImmediate(() => this.emit('show'))
  }

  close(): void {
    setImmediate(() => this.emit('close'))
  }
}

/** Members of the module that stand for the system around the app. */
export const clipboard = createClipboard()
export const screen = createScreen()
export const powerMonitor = new PowerMonitor()
export const notification = refuseUnknown('Notification', Notification)
export const safeStorage = refuseUnknown('safeStorage', { isEncryptionAvailable: (): boolean => false })
