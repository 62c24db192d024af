import { createHash, type Hash } from 'node:crypto'
import type { BadRow } from '#shared/ipc/backup'
import type { Attachment } from '#shared/records/attachment'
import type { Result } from '#shared/result'
import type { SnapshotEnd, SnapshotHeader } from '#shared/snapshot/format'
import { parseLine } from '#shared/snapshot/lines'
import { MAX_ATTACHMENT_BYTES } from '../attachments/attachmentStore'
import { readSnapshot, type SnapshotPart } from './readSnapshot'
import { catchFault, refuse, textOf } from './snapshotFault'

/** What reading every byte and every record of a snapshot found. */
export interface VerifiedSnapshot {
  readonly header: SnapshotHeader
  readonly end: SnapshotEnd
  readonly badRows: number
  /** The first hundred bad rows. */
  readonly badList: readonly BadRow[]
  /** Hashes of the attachments that its records name. */
  readonly files: ReadonlySet<string>
  /** What these files take, by what the records say of them. */
  readonly fileBytes: number
}

const BAD_LIST_LENGTH = 100
/** Lines parsed before other work gets its turn: a save must not wait for a backup. */
const LINES_A_TURN = 25
const LINE_END = 10

/**
 * Reads a whole snapshot: chain, hash, limits, every line, every record by its schema, every attachment by its
 * hash. A record that is not what its table holds is counted, not refused. Errors as of `readSnapshot`;
 * `onAttachment` gets each complete attachment, for instance to store it, and may refuse by throwing.
 */
export function verifySnapshot(
  stream: AsyncIterable<Uint8Array>,
  onAttachment?: (bytes: Uint8Array) => Promise<void>,
): Promise<Result<VerifiedSnapshot>> {
  return catchFault(async () => {
    const reader = new SnapshotAudit(onAttachment)
    for await (const part of readSnapshot(stream)) await reader.take(part)
    return reader.finish()
  })
}

class SnapshotAudit {
  private header: SnapshotHeader | undefined
  private end: SnapshotEnd | undefined
  private lines = 0
  private badRows = 0
  private readonly badList: BadRow[] = []
  private readonly files = new Map<string, number>()
  private readonly attachments: AttachmentAudit

  constructor(onAttachment: ((bytes: Uint8Array) => Promise<void>) | undefined) {
    this.attachments = new AttachmentAudit(onAttachment)
  }

  async take(part: SnapshotPart): Promise<void> {
    if (part.type === 'header') this.header = part.header
    else if (part.type === 'rows') await this.takeLines(part.lines)
    else if (part.type === 'attachment') await this.attachments.take(part)
    else this.end = part.end
  }

  finish(): VerifiedSnapshot {
    const { header, end, badRows, badList, files } = this
    if (header === undefined || end === undefined || !this.attachments.isWhole())
      return refuse('backup.tampered')
    const inside = header.attachments === 'inside' ? this.attachments.count : undefined
    if (end.lines !== this.lines || end.attachments?.inside !== inside) refuse('backup.tampered')
    const fileBytes = [...files.values()].reduce((sum, bytes) => sum + bytes, 0)
    return { header, end, badRows, badList, files: new Set(files.keys()), fileBytes }
  }

  private async takeLines(bytes: Uint8Array): Promise<void> {
    let turn = 0
    for (const text of splitLines(bytes)) {
      this.takeLine(text)
      turn += 1
      if (turn % LINES_A_TURN === 0) await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }

  private takeLine(text: string): void {
    this.lines += 1
    const line = parseLine(text) ?? refuse('backup.tampered')
    if (line.kind === 'bad') {
      this.badRows += 1
      if (this.badList.length < BAD_LIST_LENGTH) this.badList.push({ table: line.table, id: line.id })
    } else if (line.kind === 'record' && line.table === 'attachments') {
      const { hash, sizeBytes } = line.record as unknown as Attachment
      this.files.set(hash, sizeBytes)
    }
  }
}

/** Puts the parts of each attachment together and checks them against its hash. */
class AttachmentAudit {
  count = 0
  private open: { readonly hash: string; readonly sum: Hash; readonly parts: Uint8Array[] } | undefined

  constructor(private readonly onAttachment: ((bytes: Uint8Array) => Promise<void>) | undefined) {}

  async take(part: Extract<SnapshotPart, { type: 'attachment' }>): Promise<void> {
    this.open ??= { hash: part.hash, sum: createHash('sha256'), parts: [] }
    const { hash, sum, parts } = this.open
    if (hash !== part.hash) refuse('backup.tampered')
    sum.update(part.bytes)
    if (this.onAttachment !== undefined) parts.push(Uint8Array.from(part.bytes))
    if (parts.reduce((bytes, { length }) => bytes + length, 0) > MAX_ATTACHMENT_BYTES)
      refuse('backup.tooLarge')
    if (!part.isLast) return
    this.open = undefined
    if (sum.digest('hex') !== hash) refuse('backup.tampered')
    this.count += 1
    await this.onAttachment?.(Buffer.concat(parts))
  }

  isWhole(): boolean {
    return this.open === undefined
  }
}

/** Each line without its end; a last line without end is none of ours. */
export function* splitLines(bytes: Uint8Array): Generator<string> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE_END, from)
    if (end < 0) refuse('backup.tampered')
    yield textOf(bytes.subarray(from, end))
    from = end + 1
  }
}
