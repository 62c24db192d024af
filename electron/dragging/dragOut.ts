import path from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { emptyFolder } from '../files/emptyFolder'
import type { FsPort } from '../files/fsPort'
import type { SavedFiles } from '../savedFiles/savedFiles'

/** Files on their way out under the pointer. The window names none by a path, and none that this run has not written. */
export interface DragOut {
  /** A place in our own folder for a file that is only made to be dragged. Throws when there can be no such folder. */
  place(fileName: string): Promise<string>
  /** Hands a file to the pointer, whose button is down. Errors: `drag.gone`, `drag.notStarted`. */
  start(file: string): Promise<Result<null>>
  /** Hands over the file that was saved last under this name. Errors: `drag.gone` for any other, `drag.notStarted`. */
  startSaved(fileName: string): Promise<Result<null>>
  /** Takes away what was made to be dragged; a file that another program holds on to goes at the next start. */
  clear(): Promise<void>
}

/** Makes what drags files; `startDrag` is the system's, and throws what it can't take. */
export function createDragOut(parts: {
  readonly fs: FsPort
  readonly folder: string
  readonly saved: Pick<SavedFiles, 'find'>
  readonly startDrag: (file: string) => void
}): DragOut {
  const { fs, folder, saved, startDrag } = parts

  const start = async (file: string): Promise<Result<null>> => {
    // What somebody has moved or thrown away meanwhile would be dragged as nothing.
    const found = await fs.stat(file).catch(() => null)
    if (found?.kind !== 'file') return err('drag.gone')
    try {
      startDrag(file)
      return ok(null)
    } catch {
      return err('drag.notStarted')
    }
  }

  return {
    place: async (fileName) => {
      await fs.makeFolder(folder)
      return path.join(folder, fileName)
    },
    start,
    startSaved: async (fileName) => {
      const file = saved.find(fileName)
      return file === undefined ? err('drag.gone') : start(file)
    },
    clear: () => emptyFolder(fs, folder),
  }
}
