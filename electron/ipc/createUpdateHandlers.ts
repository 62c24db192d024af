import { ok } from '#shared/result'
import type { Updates } from '../updates/updates'
import type { UpdateHandlers } from './handle'

/** The channels of new versions; each step on the way is told by `update:changed`. */
export function createUpdateHandlers(updates: Updates): UpdateHandlers {
  return {
    'update:state': async () => ok(updates.state()),
    'update:look': async () => ok(await updates.look()),
    'update:fetch': async () => ok(await updates.fetch()),
  }
}
