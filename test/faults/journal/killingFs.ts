import type { FsFile, FsPort } from '../../../electron/files/fsPort'

/**
 * When the process dies: before its n-th call of the port, inside its n-th write after some bytes, or at its n-th call
 * after it was armed, which is cut in the middle where it is a write.
 */
export type KillPlan =
  | { readonly when: 'never' }
  | { readonly when: 'beforeCall'; readonly n: number }
  | { readonly when: 'insideWrite'; readonly n: number; readonly part: number }
  | { readonly when: 'armed'; readonly n: number; readonly part: number }

/** A port that kills its own process with SIGKILL at one exact place, and counts what it has done. */
interface KillingFs {
  readonly fs: FsPort
  readonly counts: { calls: number; writes: number }
  /** From here on the calls of a plan `armed` are counted. */
  readonly arm: () => void
}

/** Wraps a port with a plan. */
export function killingFs(inner: FsPort, plan: KillPlan): KillingFs {
  const counts = { calls: 0, writes: 0 }
  let armed: number | undefined

  async function call<T>(action: () => Promise<T>, isWrite = false): Promise<T> {
    counts.calls++
    if (armed !== undefined) armed++
    if (plan.when === 'beforeCall' && counts.calls === plan.n) die()
    if (!isWrite && isTime()) die()
    return await action()
  }

  function isTime(): boolean {
    return plan.when === 'armed' && armed === plan.n
  }

  function wrap(file: FsFile): FsFile {
    return {
      read: (target, position) => call(() => file.read(target, position)),
      write: (bytes, position) =>
        call(async () => {
          counts.writes++
          const isHere = plan.when === 'insideWrite' ? counts.writes === plan.n : isTime()
          if (isHere && (plan.when === 'insideWrite' || plan.when === 'armed')) {
            await file.write(bytes.subarray(0, Math.floor(bytes.length * plan.part)), position)
            die()
          }
          return await file.write(bytes, position)
        }, true),
      sync: () => call(() => file.sync()),
      dataSync: () => call(() => file.dataSync()),
      truncate: (sizeBytes) => call(() => file.truncate(sizeBytes)),
      sizeBytes: () => call(() => file.sizeBytes()),
      close: () => call(() => file.close()),
    }
  }

  const fs: FsPort = {
    open: (path, mode) => call(async () => wrap(await inner.open(path, mode))),
    rename: (from, to) => call(() => inner.rename(from, to)),
    unlink: (path) => call(() => inner.unlink(path)),
    list: (folder) => call(() => inner.list(folder)),
    makeFolder: (folder) => call(() => inner.makeFolder(folder)),
    removeFolder: (folder) => call(() => inner.removeFolder(folder)),
    stat: (path) => call(() => inner.stat(path)),
    syncFolder: (folder) => call(() => inner.syncFolder(folder)),
    freeBytes: (path) => call(() => inner.freeBytes(path)),
  }
  const arm = () => {
    armed ??= 0
  }
  return { fs, counts, arm }
}

/** Nothing of this process runs after this line: no handlers, no flushing. */
function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}
