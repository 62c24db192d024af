import { createHmac } from 'node:crypto'
import type { KeyFile } from '#shared/snapshot/sealFormat'
import { type LockSeal, lockSealOf, subkeyOf } from '../backup/sealKey'
import { createSeal, type Seal } from './sealBox'

/** All that is made of a notebook's key, one key a purpose. It lives in the main process from unlocking to locking. */
export interface Keyring {
  readonly journal: Seal
  readonly drafts: Seal
  readonly attachments: Seal
  /** The first picture, the list of who was erased, what is remembered of the second place. */
  readonly files: Seal
  /** The name that an attachment is kept under: whoever has the file can't look for it by its hash. */
  nameOf(hash: string): string
  /** What the backups are sealed with. */
  readonly backups: LockSeal
  /** What the window seals its rows with. */
  readonly rowKey: Uint8Array
}

/**
 * Makes the keyring of a notebook's key. `keysNow` gives the key file as it is when a backup is written: the passphrase
 * may have been changed since the notebook was opened.
 */
export function keyringOf(notebookKey: Uint8Array, keysNow: () => KeyFile): Keyring {
  const sealFor = (purpose: string) => createSeal(subkeyOf(notebookKey, purpose))
  const names = subkeyOf(notebookKey, 'attachment names')
  return {
    journal: sealFor('journal'),
    drafts: sealFor('drafts'),
    attachments: sealFor('attachments'),
    files: sealFor('files'),
    nameOf: (hash) => createHmac('sha256', names).update(hash).digest('hex'),
    backups: lockSealOf(notebookKey, keysNow),
    rowKey: subkeyOf(notebookKey, 'rows'),
  }
}
