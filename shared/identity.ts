/**
 * Names frozen from the first release. IndexedDB belongs to origin and partition, the operating system's
 * settings to the app id: changing one of these later orphans every user's data.
 */
export const APP_SCHEME = 'app'
/** Links from other programs: `orchard://customer/<id>`. Never an origin, since no page is served under it. */
export const LINK_SCHEME = 'orchard'
export const APP_HOST = 'orchard'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const PARTITION = 'persist:orchard'
/** In memory only: nothing in it outlives the process. */
export const PRINT_PARTITION = 'orchard-print'
export const APP_ID = 'app.orchard.notebook'
/** Folder below userData that holds journal, snapshots, drafts and attachments. */
export const NOTEBOOK_FOLDER = 'notebook'
/** Folder below userData for copies that a viewer was handed; empty but while one may be looking. */
export const SHOWN_FOLDER = 'shown'
/** Below userData: files while they are dragged out of the window. */
export const DRAGGED_FOLDER = 'dragged'
export const BACKUP_SUFFIX = '.orchard'
/** The one global that the preload script gives to the page. */
export const BRIDGE_NAME = 'orchard'
