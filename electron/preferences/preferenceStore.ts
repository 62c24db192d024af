import path from 'node:path'
import { DEFAULT_PREFERENCES, type Preferences, preferencesSchema } from '#shared/preferences'
import { ok, type Result } from '#shared/result'
import { type FsPort, fsFailure } from '../files/fsPort'
import { openSlotPair } from '../files/slotPair'
import { log } from '../log'

/** What belongs to this device, readable before any window exists. */
export interface PreferenceStore {
  get(): Preferences
  /** Merges and writes; durable when it answers. Errors: `preferences.diskFull`, `preferences.ioFailed` ... */
  save(changes: Partial<Preferences>): Promise<Result<Preferences>>
}

/**
 * Opens the preferences in `folder`. What can't be read counts as the defaults: a forgotten window size is no
 * loss, and the two slots are only replaced by the next change.
 */
export async function openPreferenceStore(fs: FsPort, folder: string): Promise<PreferenceStore> {
  const pair = await openSlotPair(fs, [
    path.join(folder, 'preferences.a'),
    path.join(folder, 'preferences.b'),
  ])
  let preferences = parse(pair.current()?.content)
  let turn: Promise<unknown> = Promise.resolve()

  async function write(changes: Partial<Preferences>): Promise<Result<Preferences>> {
    const next = { ...preferences, ...changes }
    try {
      await pair.write(new TextEncoder().encode(JSON.stringify(next)))
      preferences = next
      return ok(next)
    } catch (error) {
      return fsFailure('preferences', error)
    }
  }

  return {
    get: () => preferences,
    save: (changes) => {
      const saved = turn.then(() => write(changes))
      turn = saved
      return saved
    },
  }
}

function parse(content: Uint8Array | undefined): Preferences {
  if (content === undefined) return DEFAULT_PREFERENCES
  try {
    const parsed = preferencesSchema.safeParse(JSON.parse(new TextDecoder().decode(content)))
    if (parsed.success) return parsed.data
  } catch {
    // Falls through: unreadable is treated like unknown.
  }
  log.warn('preferences.unreadable')
  return DEFAULT_PREFERENCES
}
