import { setTimeout as delay } from 'node:timers/promises'
import type { ElectronApplication } from '@playwright/test'
import { processesOf } from '../processes'

const LOOK_MS = 50

/**
 * Ends an app that was started on a user-data folder as a kill would: whoever closes it waits for the backup of what has
 * changed, which of a large notebook takes minutes and is a case of its own. What was saved is on the disk. Where the
 * system does not tell its processes, it is closed.
 */
export async function endAtOnce(app: ElectronApplication, userData: string): Promise<void> {
  if (processesOf(userData) === undefined) return app.close()
  for (;;) {
    const running = processesOf(userData) ?? []
    if (running.length === 0) return
    for (const pid of running) endProcess(Number(pid))
    await delay(LOOK_MS)
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
