import { LONGEST_CLOSING_MS } from '#shared/ipc/closing'
import type { OrchardBridge } from '#shared/ipc/contract'
import type { Backups } from '../backup/backups'
import type { BootKeeper } from '../store/bootKeeper'
import type { Notebook } from '../store/notebook'

/**
 * When the person closes the window: lets what is under way reach journal and index, takes a backup of what has
 * changed since the last one, if there is time for it, and keeps what the next start paints first, then says so. A backup
 * that fails stops nobody from leaving.
 */
export function closeWhenAsked(parts: {
  readonly bridge: OrchardBridge
  readonly notebook: Notebook
  readonly backups: Backups
  readonly boot: BootKeeper
}): void {
  const { bridge, notebook, backups, boot } = parts
  bridge.on('app:closing', () => void finish())

  async function finish(): Promise<void> {
    backups.hurry(LONGEST_CLOSING_MS)
    await notebook.settled()
    await boot.keep()
    await backups.takeIfChanged('quit').catch(() => undefined)
    await bridge.call['app:readyToClose']()
  }
}
