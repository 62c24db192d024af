import path from 'node:path'
import type { AppUpdater } from 'electron-updater'
import type { FsPort } from '../files/fsPort'

/** As much of the updater as we use. */
export type UpdateEngine = Pick<AppUpdater, 'checkForUpdates' | 'downloadUpdate' | 'on'>

/** What electron-builder writes beside the app when a build is given a place for new versions. */
const FEED = 'app-update.yml'
/** The updater would give each copy a number of its own and send it along; all of ours send this one. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** What tells whether this copy can look for new versions. */
export interface InstalledCopy {
  readonly isPackaged: boolean
  /** Electron's folder beside the app. */
  readonly resourcesPath: string
  /** `PORTABLE_EXECUTABLE_FILE` of the environment: the Windows copy that runs without being installed. */
  readonly portableFile: string | undefined
}

/**
 * What loads the updater, where this copy was built with a place to look for new versions (ARCHITECTURE.md, "Updates");
 * undefined elsewhere, and for a copy that was never installed, which nothing can replace.
 */
export async function findUpdateEngine(
  fs: FsPort,
  { isPackaged, resourcesPath, portableFile }: InstalledCopy,
): Promise<(() => Promise<UpdateEngine>) | undefined> {
  if (!isPackaged || portableFile !== undefined) return undefined
  // A start never fails for this: what can't be looked at counts as not there.
  const feed = await fs.stat(path.join(resourcesPath, FEED)).catch(() => null)
  if (feed === null) return undefined
  return async () => {
    // Behind the first look, which most copies never take: nothing of it is read at a start.
    const { autoUpdater } = await import('electron-updater')
    return setUp(autoUpdater)
  }
}

/** Sets an updater up to do nothing by itself, to say nothing of who asks, and to write no log of its own. */
export function setUp(updater: AppUpdater): UpdateEngine {
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = true
  updater.autoRunAppAfterInstall = false
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  updater.logger = null
  updater.requestHeaders = { 'x-user-staging-id': NOBODY }
  return updater
}
