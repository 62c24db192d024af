import type { BackupPage } from '#shared/ipc/backup'
import { err, ok, type Result } from '#shared/result'
import { readSnapshot, type SnapshotPart } from './readSnapshot'
import { faultResult } from './snapshotFault'
import type { SnapshotFolder } from './snapshotFolder'

/** A page stays well below what one message between processes should carry. */
const PAGE_BYTES = 1024 * 1024

/**
 * Gives a snapshot's lines page by page. Pages of one snapshot come in order, since each is proven by what is before
 * it: cursor 0 begins anew, each further one is the `next` of the page before.
 */
export class PageReader {
  private open:
    | { readonly id: string; readonly parts: AsyncGenerator<SnapshotPart>; nextCursor: number }
    | undefined

  constructor(private readonly folder: SnapshotFolder) {}

  /** Errors: `backup.missing`, `backup.badCursor`, and those of `readSnapshot`. */
  async read(id: string, cursor: number): Promise<Result<BackupPage>> {
    if (cursor === 0) {
      await this.close()
      if ((await this.folder.find(id)) === undefined) return err('backup.missing')
      this.open = { id, parts: readSnapshot(this.folder.stream(id)), nextCursor: 0 }
    }
    const { open } = this
    if (open?.id !== id || open.nextCursor !== cursor) return err('backup.badCursor')
    open.nextCursor += 1
    try {
      const page = await nextPage(open.parts, open.nextCursor)
      if (page.next === null) await this.close()
      return ok(page)
    } catch (fault) {
      await this.close()
      return faultResult(fault)
    }
  }

  /** Lets go of the file that is being read. */
  async close(): Promise<void> {
    const { open } = this
    this.open = undefined
    await open?.parts.return(undefined).catch(() => undefined)
  }
}

async function nextPage(parts: AsyncGenerator<SnapshotPart>, cursor: number): Promise<BackupPage> {
  const pieces: Uint8Array[] = []
  let sizeBytes = 0
  while (sizeBytes < PAGE_BYTES) {
    const part = await parts.next()
    if (part.done || part.value.type === 'end') return { lines: joined(pieces), next: null }
    if (part.value.type !== 'rows') continue
    pieces.push(part.value.lines)
    sizeBytes += part.value.lines.length
  }
  return { lines: joined(pieces), next: cursor }
}

/** A buffer of its own: what crosses to the window must not drag a larger one along. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}
