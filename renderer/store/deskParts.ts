import type { OrchardBridge } from '#shared/ipc/contract'
import type { Result } from '#shared/result'
import type { Notebook } from './notebook'
import type { ImportParts } from './runImport'

/** What the desk needs: the main process's reader, the notebook, and the backup that goes before a write. */
export interface DeskParts extends Omit<ImportParts, 'calls'> {
  readonly calls: OrchardBridge['call']
  readonly notebook: Notebook
  readonly backup: () => Promise<Result<unknown>>
}
