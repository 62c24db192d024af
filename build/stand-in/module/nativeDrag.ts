import type { NativeImage } from './nativeImage'

/** What an app gives to `webContents.startDrag`. */
export interface DragItem {
  readonly file?: string
  /** Instead of `file`. */
  readonly files?: readonly string[]
  readonly icon?: NativeImage | string
}

/**
 * The files that a drag would carry. There is no pointer of the system here: what was asked for is printed, and a test
 * puts its own member in place of `startDrag`. What Electron refuses is refused here.
 */
export function draggedFiles({ file, files, icon }: DragItem): readonly string[] {
  if (icon === undefined) throw new Error("'icon' parameter is required")
  const carried = files ?? (file === undefined ? [] : [file])
  if (carried.length === 0) throw new Error("Must specify either 'file' or 'files' option")
  return carried
}
