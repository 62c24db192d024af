import path from 'node:path'
import { type FsPort, fsFailure } from '../files/fsPort'
import { openSlotPair } from '../files/slotPair'
import { log } from '../log'

/** The folder that reports go to, remembered on this device. It never leaves the main process. */
export interface ReportFolder {
  /** Undefined until one was chosen, and while the chosen one is not there (a stick that was pulled). */
  current(): Promise<string | undefined>
  /** Remembers a folder for next time. A disk that refuses costs one more question, nothing else. */
  remember(folder: string): Promise<void>
}

/** Opens what is remembered in `userData`. */
export async function openReportFolder(fs: FsPort, userData: string): Promise<ReportFolder> {
  const pair = await openSlotPair(fs, [
    path.join(userData, 'report-folder.a'),
    path.join(userData, 'report-folder.b'),
  ])
  const kept = pair.current()
  let folder = kept === undefined ? undefined : new TextDecoder().decode(kept.content)
  return {
    current: async () => {
      if (folder === undefined || !path.isAbsolute(folder)) return undefined
      const found = await fs.stat(folder).catch(() => null)
      return found?.kind === 'folder' ? folder : undefined
    },
    remember: async (chosen) => {
      folder = chosen
      try {
        await pair.write(new TextEncoder().encode(chosen))
      } catch (error) {
        log.warn(fsFailure('reportFolder', error).error.code)
      }
    },
  }
}
