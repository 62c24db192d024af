import type { Result } from '#shared/result'
import { SEAL_MAGIC } from '#shared/snapshot/sealFormat'
import { type FsPort, readFully } from '../files/fsPort'
import { ByteSource } from './byteSource'
import { unsealedBytes } from './sealBytes'
import { type FileSeal, readSealBeginning, unwrapKey, unwrapWith } from './sealKey'
import { catchFault } from './snapshotFault'

/** Whether a file says of itself that it is a copy under a passphrase. Errors: `backup.ioFailed` ... */
export function isSealed(fs: FsPort, path: string): Promise<Result<boolean>> {
  return catchFault(async () => {
    const file = await fs.open(path, 'read')
    try {
      const magic = Buffer.alloc(SEAL_MAGIC.length)
      await readFully(file, magic, 0)
      return Buffer.compare(magic, SEAL_MAGIC) === 0
    } finally {
      await file.close()
    }
  })
}

/** The key of a sealed file. Errors: `backup.wrongPassphrase`, and those of `readSealBeginning`. */
export function sealKeyOf(
  stream: AsyncIterable<Uint8Array>,
  passphrase: string,
): Promise<Result<Uint8Array>> {
  return catchFault(async () => {
    const source = new ByteSource(stream)
    try {
      return await unwrapKey(await readSealBeginning(source), passphrase)
    } finally {
      await source.close()
    }
  })
}

/** What is inside a sealed file, opened with its passphrase; throws what `unsealedBytes` throws. */
export function openedWith(stream: AsyncIterable<Uint8Array>, passphrase: string): AsyncIterable<Uint8Array> {
  return unsealedBytes(stream, (beginning) => unwrapKey(beginning, passphrase))
}

/** The same with what was derived of the passphrase. */
export function openedWithSeal(
  stream: AsyncIterable<Uint8Array>,
  { key }: FileSeal,
): AsyncIterable<Uint8Array> {
  return unsealedBytes(stream, async (beginning) => unwrapWith(beginning, key))
}
