import path from 'node:path'
import type { AppUpdater, CancellationToken } from 'electron-updater'
import type { FsPort } from '../files/fsPort'

/** What looks and fetches. */
export interface UpdateEngine {
  /** The version that is newer than this one; undefined where none is. */
  look(): Promise<string | undefined>
  /** Fetches it, telling percents, 0 to 100, on the way. */
  fetch(onPercent: (percent: number) => void): Promise<void>
  /** Hears of what was fetched and refused later: macOS looks at the signature when we have long been told that all is here. */
  onRefused(listener: (error: Error) => void): void
}

/** What electron-builder writes beside the app when a build is given a place for new versions. */
const FEED = 'app-update.yml'
/** The updater would send a number of this copy's own; all of ours send this one. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
/** After so long without a word the place counts as out of reach: Electron's requests have no limit of their own. */
const SILENCE_MS = 60_000

/** What tells whether this copy can look for new versions and replace itself. */
export interface InstalledCopy {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  /** Electron's folder beside the app. */
  readonly resourcesPath: string
  /** `PORTABLE_EXECUTABLE_FILE` of the environment: the Windows copy that runs without being installed. */
  readonly portableFile: string | undefined
  /** `APPIMAGE` of the environment: the one kind for Linux that may replace itself without being asked for a password. */
  readonly appImage: string | undefined
}

/**
 * What loads the updater, where this copy was built with a place to look for new versions (ARCHITECTURE.md, "Updates") and
 * can replace itself; undefined elsewhere.
 */
export async function findUpdateEngine(
  fs: FsPort,
  { isPackaged, platform, resourcesPath, portableFile, appImage }: InstalledCopy,
): Promise<(() => Promise<UpdateEngine>) | undefined> {
  if (!isPackaged || portableFile !== undefined) return undefined
  if (platform === 'linux' && appImage === undefined) return undefined
  // A start never fails for this: what can't be looked at counts as not there.
  const feed = await fs.stat(path.join(resourcesPath, FEED)).catch(() => null)
  if (feed === null) return undefined
  return async () => {
    // Behind the first look, which most copies never take: nothing of it is read at a start.
    const { autoUpdater, CancellationToken } = await import('electron-updater')
    // The announced hash comes from the same place as the file: only an encrypted way makes it worth something.
    autoUpdater.netSession.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: !url.startsWith('https://') }),
    )
    return setUp(autoUpdater, () => new CancellationToken())
  }
}

/** Sets an updater up to do nothing by itself, to say nothing of who asks, and to write no log of its own. */
export function setUp(
  updater: AppUpdater,
  newToken: () => CancellationToken,
  silenceMs = SILENCE_MS,
): UpdateEngine {
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = true
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  updater.logger = null
  updater.requestHeaders = { 'x-user-staging-id': NOBODY, 'accept-language': 'en' }
  return {
    look: async () => {
      const found = await heard(silenceMs, () => updater.checkForUpdates())
      return found?.isUpdateAvailable === true ? found.updateInfo.version : undefined
    },
    fetch: async (onPercent) => {
      const token = newToken()
      await heard(silenceMs, (stillThere) => {
        updater.on('download-progress', ({ percent }) => {
          stillThere()
          onPercent(percent)
        })
        return updater.downloadUpdate(token)
      }).finally(() => {
        updater.removeAllListeners('download-progress')
        // What was given up is not fetched on behind our back; one that has ended takes no notice.
        token.cancel()
      })
    },
    onRefused: (listener) => {
      updater.on('error', listener)
    },
  }
}

/** What `ask` comes to, or a failure once nothing was heard of it for so long. */
async function heard<T>(silenceMs: number, ask: (stillThere: () => void) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      const wait = () => {
        clearTimeout(timer)
        timer = setTimeout(
          () => reject(Object.assign(new Error('no word'), { code: 'ETIMEDOUT' })),
          silenceMs,
        )
      }
      wait()
      ask(wait).then(resolve, reject)
    })
  } finally {
    clearTimeout(timer)
  }
}
