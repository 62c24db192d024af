import { createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { RECOVERY_BYTES, recoveryCodeOf, secretOfCode } from '#shared/lock/recoveryCode'
import { err, ok, type Result } from '#shared/result'
import { decodeKeyFile, type KeyFile, SEAL_COST, type SealCost } from '#shared/snapshot/sealFormat'
import { deriveKey, deriveSeal, recoveryText, unwrapWith, wrapKey } from '../backup/sealKey'
import { type FsPort, fsFailure } from '../files/fsPort'
import { openSlotPair } from '../files/slotPair'

/** A notebook's key with the file that wraps it. */
export interface OpenedKey {
  readonly key: Uint8Array
  readonly keys: KeyFile
}

const KEY_BYTES = 32
const slotPaths = (folder: string) => [join(folder, 'KEY.a'), join(folder, 'KEY.b')] as const

/** A new key, wrapped by a passphrase and by a recovery code of its own. The code is nowhere but in the answer. */
export async function makeKey(
  passphrase: string,
  cost: SealCost = SEAL_COST,
): Promise<OpenedKey & { readonly recoveryCode: string }> {
  const key = randomBytes(KEY_BYTES)
  const secret = randomBytes(RECOVERY_BYTES)
  const keys: KeyFile = {
    format: 1,
    keyId: idOf(key),
    passphrase: wrapKey(key, await deriveSeal(passphrase, cost)),
    recovery: wrapKey(key, await deriveSeal(recoveryText(secret), cost)),
  }
  return { key, keys, recoveryCode: recoveryCodeOf(secret) }
}

/** The same key under another passphrase. */
export async function withPassphrase(
  { key, keys }: OpenedKey,
  passphrase: string,
  cost: SealCost = SEAL_COST,
): Promise<KeyFile> {
  return { ...keys, passphrase: wrapKey(key, await deriveSeal(passphrase, cost)) }
}

/** The same key under another recovery code; the one before opens nothing any more but backups that were made with it. */
export async function withNewRecovery(
  { key, keys }: OpenedKey,
  cost: SealCost = SEAL_COST,
): Promise<{ readonly keys: KeyFile; readonly recoveryCode: string }> {
  const secret = randomBytes(RECOVERY_BYTES)
  const recovery = wrapKey(key, await deriveSeal(recoveryText(secret), cost))
  return { keys: { ...keys, recovery }, recoveryCode: recoveryCodeOf(secret) }
}

/**
 * Opens a notebook's key with its passphrase. Errors: `lock.wrong`; `lock.damaged` where what comes out is not the key
 * that the file speaks of.
 */
export function openWithPassphrase(keys: KeyFile, passphrase: string): Promise<Result<Uint8Array>> {
  return openWrap(keys, keys.passphrase, passphrase)
}

/** Opens it with its recovery code. Errors: `lock.badCode` for what can't be a code, `lock.wrong`, `lock.damaged`. */
export async function openWithRecovery(keys: KeyFile, code: string): Promise<Result<Uint8Array>> {
  const secret = secretOfCode(code)
  return secret === undefined ? err('lock.badCode') : openWrap(keys, keys.recovery, recoveryText(secret))
}

async function openWrap(
  keys: KeyFile,
  header: KeyFile['passphrase'],
  known: string,
): Promise<Result<Uint8Array>> {
  const derived = await deriveKey(known, header)
  let key: Uint8Array
  try {
    key = unwrapWith({ header }, derived)
  } catch {
    return err('lock.wrong')
  }
  return idOf(key) === keys.keyId ? ok(key) : err('lock.damaged')
}

/** Whether a notebook's folder has a key file, readable or not: then nothing in it may be taken for plain. */
export async function hasKeyFile(fs: FsPort, folder: string): Promise<boolean> {
  for (const path of slotPaths(folder)) if ((await fs.stat(path)) !== null) return true
  return false
}

/** Reads a notebook's key file. Errors: `lock.damaged` when neither slot is whole, `lock.ioFailed` ... */
export async function readKeyFile(fs: FsPort, folder: string): Promise<Result<KeyFile>> {
  try {
    const content = (await openSlotPair(fs, slotPaths(folder))).current()?.content
    return content === undefined ? err('lock.damaged') : decodeKeyFile(new TextDecoder().decode(content))
  } catch (error) {
    return fsFailure('lock', error)
  }
}

/**
 * Writes a notebook's key file into both slots, one after the other, so that one that is damaged costs nothing, and reads
 * it back. Errors: `lock.diskFull`, `lock.ioFailed` ...; then the file before still opens.
 */
export async function writeKeyFile(fs: FsPort, folder: string, keys: KeyFile): Promise<Result<null>> {
  try {
    const pair = await openSlotPair(fs, slotPaths(folder))
    const content = new TextEncoder().encode(JSON.stringify(keys))
    await pair.write(content)
    const read = await readKeyFile(fs, folder)
    if (!read.ok) return read
    // The older one would go on to open with the passphrase before.
    await pair.write(content)
    const again = await readKeyFile(fs, folder)
    return again.ok ? ok(null) : again
  } catch (error) {
    return fsFailure('lock', error)
  }
}

/**
 * Writes both slots anew where a kill has left them different: the older one would go on to open with the passphrase
 * before. Errors as of `writeKeyFile`.
 */
export async function evenOutSlots(fs: FsPort, folder: string, keys: KeyFile): Promise<Result<null>> {
  try {
    const { contents } = await openSlotPair(fs, slotPaths(folder))
    const wanted = JSON.stringify(keys)
    const isEven = contents.every((content) => content && new TextDecoder().decode(content) === wanted)
    return isEven ? ok(null) : await writeKeyFile(fs, folder, keys)
  } catch (error) {
    return fsFailure('lock', error)
  }
}

function idOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('orchard key id').digest('hex').slice(0, 32)
}
