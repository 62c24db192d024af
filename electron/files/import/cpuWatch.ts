import type { Worker } from 'node:worker_threads'

/** Tells how much processor time a reading has taken so far, in milliseconds; undefined where nobody can say. */
export type CpuMeter = () => Promise<number | undefined>

/** What a thread has used, in microseconds. Newer Node has it; the types of the oldest that we support don't. */
interface MeasuredWorker extends Worker {
  readonly cpuUsage?: () => Promise<{ readonly user: number; readonly system: number }>
}

/**
 * A meter of one worker. Where Node can't tell threads apart it is the whole process's time since now: never less than
 * the worker's own, so that a limit holds all the same, and still not the time that other programs were given.
 */
export function cpuMeter(worker: Worker): CpuMeter {
  const { cpuUsage } = worker as MeasuredWorker
  if (cpuUsage === undefined) {
    const before = process.cpuUsage()
    return () => Promise.resolve(milliseconds(process.cpuUsage(before)))
  }
  // A worker that has ended can't be asked any more, and needs no limit.
  return () => cpuUsage.call(worker).then(milliseconds, () => undefined)
}

function milliseconds({ user, system }: { readonly user: number; readonly system: number }): number {
  return (user + system) / 1000
}

/** Between two looks at the meter. */
const LOOK_EVERY_MS = 250

/**
 * Calls `onOver` once when `limits.cpuMs` of processor time are used up, so that a machine with much else to do is not
 * refused, or after `limits.wallMs`, for a worker that waits for something that never comes. Returns what ends the watch.
 */
export function watchCpu(
  meter: CpuMeter,
  limits: { readonly cpuMs: number; readonly wallMs: number },
  onOver: () => void,
): () => void {
  let isWatching = true
  let isLooking = false
  const stop = () => {
    isWatching = false
    clearInterval(looks)
    clearTimeout(last)
  }
  const over = () => {
    if (!isWatching) return
    stop()
    onOver()
  }
  const look = async () => {
    // A thread deep in one native call answers late: one question at a time.
    if (isLooking) return
    isLooking = true
    const used = await meter()
    isLooking = false
    if (used !== undefined && used >= limits.cpuMs) over()
  }
  const looks = setInterval(() => void look(), Math.min(LOOK_EVERY_MS, limits.cpuMs))
  const last = setTimeout(over, limits.wallMs)
  return stop
}
