import type { ElectronApplication } from '@playwright/test'
import { endEverything } from '../endEverything'

/**
 * Ends an app that was started on a user-data folder as a kill would: whoever closes it waits for the backup of what has
 * changed, which of a large notebook takes minutes and is a case of its own. What was saved is on the disk. Where the
 * system does not tell its processes, it is closed.
 */
export async function endAtOnce(app: ElectronApplication, userData: string): Promise<void> {
  if (!(await endEverything(userData))) await app.close()
}
