import type { Channel, EventName } from './contract'

/** Spelled as a map so that a missing or superfluous channel does not compile. */
const channelNames: { readonly [C in Channel]: true } = {
  'app:start': true,
  'app:disk': true,
  'app:readyToClose': true,
  'preferences:save': true,
  'journal:append': true,
  'boot:save': true,
  'journal:verify': true,
  'journal:read': true,
  'journal:skipTo': true,
  'journal:useDatabase': true,
  'draft:save': true,
  'draft:list': true,
  'draft:remove': true,
  'attachment:put': true,
  'attachment:pickImage': true,
  'attachment:pickReceipt': true,
  'attachment:open': true,
  'backup:begin': true,
  'backup:write': true,
  'backup:finish': true,
  'backup:abandon': true,
  'backup:list': true,
  'backup:check': true,
  'backup:read': true,
  'backup:restore': true,
  'backup:openFile': true,
  'backup:openSealed': true,
  'backup:saveCopy': true,
  'letter:saveEml': true,
  'letter:open': true,
  'import:pick': true,
  'import:offer': true,
  'import:paste': true,
  'import:offerChunk': true,
  'import:unpack': true,
  'import:read': true,
  'import:saveRejected': true,
  'import:records': true,
  'import:cancel': true,
  'import:begin': true,
  'import:chunk': true,
  'import:commit': true,
  'import:abandon': true,
  'report:place': true,
  'report:save': true,
  'report:saveWorkbook': true,
  'export:begin': true,
  'export:write': true,
  'export:finish': true,
  'export:cancel': true,
  'folder:begin': true,
  'folder:open': true,
  'folder:write': true,
  'folder:finish': true,
  'folder:cancel': true,
  'folder:readBack': true,
  'log:report': true,
}

const eventNames: { readonly [E in EventName]: true } = {
  'app:closing': true,
  'menu:command': true,
  'import:progress': true,
}

/** Every channel; kept free of the guards so that the preload script stays a few hundred bytes. */
export const CHANNELS = Object.keys(channelNames) as Channel[]

/** Every event that the main process may send. */
export const EVENT_NAMES = Object.keys(eventNames) as EventName[]
