import type { OrchardBridge } from '#shared/ipc/contract'
import type { Backups } from '../backup/backups'
import type { Notebook } from '../store/notebook'

/**
 * When the person closes the window: lets what is under way reach journal and index, takes a backup of what has
 * changed since the last one, then says so. A backup that fails stops nobody from leaving.
 */
export function closeWhenAsked(bridge: OrchardBridge, notebook: Notebook, backups: Backups): void {
  bridge.on('app:closing', () => void finish())

  async function finish(): Promise<void> {
    await notebook.settled()
    await backups.takeIfChanged('quit').catch(() => undefined)
    await bridge.call['app:readyToClose']()
  }
}
