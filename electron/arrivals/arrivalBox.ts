import type { Arrival } from '#shared/ipc/arrivals'
import type { OfferedFile } from '#shared/ipc/importing'
import { log } from '../log'
import type { OpenedWith } from './openedWith'

/** Holds what was opened from outside until the window asks for it, which may be long after a start. */
export interface ArrivalBox {
  /** Takes something in and calls `onWaiting` where there is anything for the window. */
  put(opened: OpenedWith): void
  /** Gives everything and forgets it; files are offered to the import by `offer`. */
  take(offer: (paths: readonly string[]) => Promise<readonly OfferedFile[]>): Promise<readonly Arrival[]>
  /** The backup that was opened last, once. */
  takeBackup(): string | undefined
}

/** Beyond this many a start is a mistake; the import takes no more either. */
const MOST_FILES = 50

/** Makes the box. A link of no known shape is refused with a line in the log that does not repeat it. */
export function createArrivalBox(onWaiting: () => void): ArrivalBox {
  let links: OpenedWith['links'] = []
  let files: readonly string[] = []
  let backup: string | undefined
  let isBackupNews = false
  return {
    put(opened) {
      if (opened.refused > 0) log.warn('link.refused', { count: opened.refused })
      // Of several links only the last one could be seen anyway.
      links = [...links, ...opened.links].slice(-1)
      files = [...files, ...opened.files].slice(0, MOST_FILES)
      if (opened.backups.length > 0) {
        backup = opened.backups.at(-1)
        isBackupNews = true
      }
      if (opened.links.length + opened.files.length + opened.backups.length > 0) onWaiting()
    },
    async take(offer) {
      const arrivals: Arrival[] = [...links]
      const paths = files
      links = []
      files = []
      const hasBackup = isBackupNews
      isBackupNews = false
      if (paths.length > 0) arrivals.push({ kind: 'files', files: await offer(paths) })
      if (hasBackup) arrivals.push({ kind: 'backup' })
      return arrivals
    },
    takeBackup() {
      const given = backup
      backup = undefined
      return given
    },
  }
}
