import type { Channel, EventName } from './contract'

/** Spelled as a map so that a missing or superfluous channel does not compile. */
const channelNames: { readonly [C in Channel]: true } = {
  'app:start': true,
  'app:disk': true,
  'app:readyToClose': true,
  'preferences:save': true,
  'journal:append': true,
  'journal:read': true,
  'journal:useDatabase': true,
  'draft:save': true,
  'draft:list': true,
  'draft:remove': true,
  'attachment:put': true,
  'attachment:pickImage': true,
  'log:report': true,
}

const eventNames: { readonly [E in EventName]: true } = { 'app:closing': true, 'menu:command': true }

/** Every channel; kept free of the guards so that the preload script stays a few hundred bytes. */
export const CHANNELS = Object.keys(channelNames) as Channel[]

/** Every event that the main process may send. */
export const EVENT_NAMES = Object.keys(eventNames) as EventName[]
