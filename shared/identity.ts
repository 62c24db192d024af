/**
 * Names frozen from the first release. IndexedDB belongs to origin and partition, the operating system's
 * settings to the app id: changing one of these later orphans every user's data.
 */
export const APP_SCHEME = 'app'
export const APP_HOST = 'orchard'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const PARTITION = 'persist:orchard'
/** In memory only: nothing in it outlives the process. */
export const PRINT_PARTITION = 'orchard-print'
export const APP_ID = 'app.orchard.notebook'
/** Folder below userData that holds journal, snapshots, drafts and attachments. */
export const NOTEBOOK_FOLDER = 'notebook'
export const BACKUP_SUFFIX = '.orchard'
/** The one global that the preload script gives to the page. */
export const BRIDGE_NAME = 'orchard'
