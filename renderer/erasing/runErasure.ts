import type { ErasureReport, ErasureRequest } from '#shared/erasing/request'
import type { OrchardBridge } from '#shared/ipc/contract'
import { err, type Result } from '#shared/result'
import type { Backups } from '../backup/backups'
import type { Notebook } from '../store/notebook'

/** What is saved between the backup and the erasure is backed up as well, this often. */
const TRIES = 3

/**
 * Erases somebody: takes a backup of the notebook exactly as it is, from which the main process makes all that is left.
 * When it answers with success the window holds what is no longer true and must be loaded anew. From then on drafts are
 * refused, so those that only the window has are kept before: the erasure finds the ones about the erased on the disk,
 * and loading anew loses none of the others. Errors: `backup.*`, `erasure.*` (`erasure.draftsNotKept` where the disk
 * refuses a draft), `journal.*`; but for `erasure.unfinished`, nothing was changed then.
 */
export async function runErasure(
  calls: Pick<OrchardBridge['call'], 'erasure:run'>,
  notebook: Pick<Notebook, 'settled'>,
  backups: Pick<Backups, 'take'>,
  keepDrafts: () => Promise<boolean>,
  request: ErasureRequest,
): Promise<Result<ErasureReport>> {
  if (!(await keepDrafts())) return err('erasure.draftsNotKept')
  for (let attempt = 1; ; attempt += 1) {
    await notebook.settled()
    const taken = await backups.take('manual')
    if (!taken.ok) return taken
    const erased = await calls['erasure:run'](request).catch(() => err('ipc.fault'))
    const isBehind =
      !erased.ok && (erased.error.code === 'erasure.changed' || erased.error.code === 'erasure.noBackup')
    if (!isBehind || attempt === TRIES) return erased
  }
}
