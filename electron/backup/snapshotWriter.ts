import { SCHEMA_VERSION } from '#shared/records/record'
import { err, ok, type Result } from '#shared/result'
import type { SnapshotHeader, SnapshotSummary } from '#shared/snapshot/format'
import { snapshotFileName, snapshotId } from '#shared/snapshot/snapshotName'
import { PieceQueue } from '../files/pieceQueue'
import { snapshotBytes } from './snapshotBytes'
import { asBackupError } from './snapshotFault'
import type { SnapshotFolder } from './snapshotFolder'
import { type VerifiedSnapshot, verifySnapshot } from './verifySnapshot'

/** What is known when a snapshot begins. */
export type SnapshotBeginning = Omit<SnapshotHeader, 'schema' | 'attachments' | 'openedAt'>

/** A snapshot that stands under its name, read back in whole. */
export interface WrittenSnapshot {
  readonly id: string
  readonly sizeBytes: number
  readonly verified: VerifiedSnapshot
}

/**
 * Writes one snapshot from pieces of lines that come one by one. Under its name it appears only after every byte
 * was synced, read back and checked; whatever goes wrong before leaves nothing behind.
 */
export class SnapshotWriter {
  private readonly pieces = new PieceQueue()
  private summary: SnapshotSummary | undefined
  private verified: VerifiedSnapshot | undefined
  private readonly written: Promise<Result<WrittenSnapshot>>

  constructor(folder: Pick<SnapshotFolder, 'write'>, beginning: SnapshotBeginning) {
    const header: SnapshotHeader = { ...beginning, schema: SCHEMA_VERSION, attachments: 'beside' }
    this.written = this.run(folder, header)
  }

  /** Adds whole lines. Errors as of `finish`, as soon as the disk has given them. */
  async write(lines: Uint8Array): Promise<Result<null>> {
    const failed = this.written.then((result) => (result.ok ? err('backup.closed') : result))
    return Promise.race([this.pieces.push(lines).then(() => ok(null)), failed])
  }

  /** Ends the file. Errors: `backup.diskFull`, `backup.ioFailed`, `backup.verifyFailed`, `backup.tampered` ... */
  finish(summary: SnapshotSummary): Promise<Result<WrittenSnapshot>> {
    this.summary = summary
    this.pieces.end()
    return this.written
  }

  /** Gives up; resolves when the temporary file is gone. */
  async abandon(): Promise<void> {
    this.pieces.end('failed')
    await this.written
  }

  private async run(
    folder: Pick<SnapshotFolder, 'write'>,
    header: SnapshotHeader,
  ): Promise<Result<WrittenSnapshot>> {
    const summary = () => {
      if (this.summary === undefined) throw new Error('unfinished')
      return this.summary
    }
    const idOf = (lastSeq: number) => snapshotId({ ...header, lastSeq })
    const content = snapshotBytes(header, this.pieces, summary)
    // How far the snapshot reaches is known at its end only, and with it the name.
    const written = await folder.write(snapshotFileName(idOf(0)), content, {
      finalName: () => snapshotFileName(idOf(summary().lastSeq)),
      verify: async (readBack) => {
        const verified = await verifySnapshot(readBack)
        if (verified.ok) this.verified = verified.value
        return verified
      },
    })
    if (!written.ok) return asBackupError(written.error)
    if (this.verified === undefined) return err('backup.unexpected')
    return ok({ id: idOf(summary().lastSeq), sizeBytes: written.value.sizeBytes, verified: this.verified })
  }
}
