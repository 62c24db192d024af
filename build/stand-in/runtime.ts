import type { DevtoolsConnection } from './devtools'
import type { LaunchArguments } from './launchArguments'

/** What the parts of the stand-in know of each other; filled by the launcher, then by the start of Chromium. */
export interface Runtime {
  /** Path that stands for Electron's binary: process.argv[0] and app.getPath('exe'). */
  executable: string
  launch: LaunchArguments
  /** Folder of the app, its name and version as its package.json gives them. */
  appPath: string
  appName: string
  appVersion: string
  /** No window is shown: there is no display, or ORCHARD_HEADLESS=1 asks for it. */
  headless: boolean
  /** Set once Chromium answers; the app is ready then. */
  connection: DevtoolsConnection | undefined
  /** Opens a visible window at a URL by Chromium's command line; undefined while Chromium is not there. */
  openAppWindow: ((url: string) => void) | undefined
}

/** The one app of this process. */
export const runtime: Runtime = {
  executable: '',
  launch: {
    inspectPort: undefined,
    remoteDebuggingPort: undefined,
    preloads: [],
    appPath: undefined,
    switches: new Map(),
  },
  appPath: '',
  appName: 'Electron',
  appVersion: '0.0.0',
  headless: true,
  connection: undefined,
  openAppWindow: undefined,
}

/** The connection to Chromium, for code that only runs after the app is ready. */
export function connection(): DevtoolsConnection {
  if (!runtime.connection) throw new Error('Chromium is not running yet: wait for app.whenReady()')
  return runtime.connection
}

/** One line to stderr, marked so that nobody takes it for the app's or Electron's own words. */
export function say(text: string): void {
  process.stderr.write(`[stand-in] ${text}\n`)
}
