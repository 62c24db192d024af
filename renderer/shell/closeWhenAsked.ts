import type { OrchardBridge } from '#shared/ipc/contract'
import type { Notebook } from '../store/notebook'

/** When the person closes the window: lets what is under way reach journal and index, then says so. */
export function closeWhenAsked(bridge: OrchardBridge, notebook: Notebook): void {
  bridge.on('app:closing', () => {
    void notebook.settled().then(() => bridge.call['app:readyToClose']())
  })
}
