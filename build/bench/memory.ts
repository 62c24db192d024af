import { processesOf, readOf } from '../processes'

/** How often the processes are asked. */
const EVERY_MS = 250

/** Follows the memory of an app from the moment it is made. */
export interface MemoryWatch {
  /** Ends it; the largest sum that was seen, in megabytes, undefined where the system doesn't tell. */
  readonly stop: () => number | undefined
}

/**
 * Follows the memory of all processes that were started on a user-data folder, shared pages counted once (proportional
 * set size). Linux alone tells this; elsewhere nothing is measured.
 */
export function watchMemory(userData: string): MemoryWatch {
  let peak: number | undefined
  const look = () => {
    const now = memoryOf(userData)
    if (now !== undefined) peak = Math.max(peak ?? 0, now)
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return peak
    },
  }
}

/** Megabytes of all processes that were started on a user-data folder, undefined where the system doesn't tell. */
export function memoryOf(userData: string): number | undefined {
  const kilobytes = processesOf(userData)?.map((pid) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(readOf(pid, 'smaps_rollup'))?.[1] ?? 0),
  )
  return kilobytes === undefined ? undefined : kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** As people read it. */
export function inMegabytes(amount: number | undefined): string {
  return amount === undefined ? 'unknown' : `${Math.round(amount)} MB`
}
