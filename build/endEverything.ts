import { setTimeout as delay } from 'node:timers/promises'
import { processesOf } from './processes'

/** How long to leave killed processes before looking again. */
const POLL_MS = 20

/**
 * Kills everything that runs on a user-data folder: main process, browser, all of its children. Resolves when nothing is
 * left of them: a process that was killed takes a moment to go, and holds its locks until then. Answers false where the
 * system does not tell, with nothing killed.
 */
export async function endEverything(userData: string): Promise<boolean> {
  for (;;) {
    const left = processesOf(userData)
    if (left === undefined) return false
    if (left.length === 0) return true
    for (const pid of left) endProcess(pid)
    await delay(POLL_MS)
  }
}

/** Kills one process without warning, unless it has gone already, with its parent. */
export function endProcess(pid: string): void {
  try {
    process.kill(Number(pid), 'SIGKILL')
  } catch {
    // Gone already.
  }
}
