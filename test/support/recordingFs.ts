import type { FsPort } from '../../electron/files/fsPort'

/** A port that notes each path at which something was written, renamed, made or removed. */
export function recordingFs(inner: FsPort): { readonly fs: FsPort; readonly touched: string[] } {
  const touched: string[] = []
  const fs: FsPort = {
    open: async (path, mode) => {
      const file = await inner.open(path, mode)
      if (mode === 'createNew') touched.push(path)
      return {
        read: (target, position) => file.read(target, position),
        write: (bytes, position) => {
          touched.push(path)
          return file.write(bytes, position)
        },
        sync: () => file.sync(),
        dataSync: () => file.dataSync(),
        truncate: (sizeBytes) => {
          touched.push(path)
          return file.truncate(sizeBytes)
        },
        sizeBytes: () => file.sizeBytes(),
        close: () => file.close(),
      }
    },
    rename: async (from, to) => {
      await inner.rename(from, to)
      touched.push(from, to)
    },
    unlink: async (path) => {
      await inner.unlink(path)
      touched.push(path)
    },
    makeFolder: async (folder) => {
      await inner.makeFolder(folder)
      touched.push(folder)
    },
    removeFolder: async (folder) => {
      await inner.removeFolder(folder)
      touched.push(folder)
    },
    list: (folder) => inner.list(folder),
    stat: (path) => inner.stat(path),
    syncFolder: (folder) => inner.syncFolder(folder),
    freeBytes: (path) => inner.freeBytes(path),
  }
  return { fs, touched }
}
