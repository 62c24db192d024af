import type { OrchardBridge } from '#shared/ipc/contract'
import { OFFER_CHUNK_BYTES, type OfferedFile } from '#shared/ipc/importing'
import { err, ok, type Result } from '#shared/result'

/** Hands a dropped file's bytes to the main process, a chunk at a time. Errors: `import.unreadable`, those of the offer. */
export async function handOver(
  calls: Pick<OrchardBridge['call'], 'import:offer' | 'import:offerChunk'>,
  file: File,
  onBytes: (done: number) => void,
): Promise<Result<OfferedFile>> {
  try {
    const bytes = async (from: number) =>
      new Uint8Array(await file.slice(from, from + OFFER_CHUNK_BYTES).arrayBuffer())
    const offered = await calls['import:offer'](file.name.slice(0, 500), file.size, await bytes(0))
    if (!offered.ok) return offered
    for (let from = OFFER_CHUNK_BYTES; from < file.size; from += OFFER_CHUNK_BYTES) {
      const sent = await calls['import:offerChunk'](offered.value.token, await bytes(from))
      if (!sent.ok) return sent
      onBytes(from)
    }
    return ok(offered.value)
  } catch {
    // A folder, or a file that is gone: the browser engine tells only when it is read.
    return err('import.unreadable')
  }
}
