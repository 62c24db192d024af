import path from 'node:path'

/**
 * The folder made for one notebook when a place is chosen. A folder without it is not the place: the mount point of a
 * stick that was pulled, or another stick under the same letter.
 */
export function placeFolderName(notebookId: string): string {
  return `Orchard backups ${notebookId.slice(-12)}`
}

/** Whether a folder is another one or lies in it, by their paths alone. */
export function isWithin(folder: string, outer: string): boolean {
  const way = path.relative(outer, folder)
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}
