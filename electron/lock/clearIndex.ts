/** As much of Electron's session as this takes. */
interface ClearableSession {
  clearStorageData(options: { storages: ['indexdb'] }): Promise<void>
}

/**
 * Makes Chromium close the store of the index and delete its files, where a page of this process has had it open: the
 * notebook was written anew, so that everything in it will be built again. The one place where stored data are cleared.
 */
export function clearIndex(session: ClearableSession): Promise<void> {
  return session.clearStorageData({ storages: ['indexdb'] })
}
