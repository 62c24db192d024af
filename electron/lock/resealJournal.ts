import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { type FsFile, type FsPort, writeFully } from '../files/fsPort'
import { CHAIN_START, ENTRY_HEADER_BYTES, encodeEntryHeader, sha256 } from '../journal/entryFormat'
import type { Journal, JournalEntry } from '../journal/journal'
import {
  encodeSegmentHeader,
  SEGMENT_BYTES,
  SEGMENT_HEADER_BYTES,
  segmentName,
} from '../journal/segmentFormat'
import type { Seal } from './sealBox'
import { sealPayload } from './sealedJournal'

/** Written in one go, about. */
const BATCH_BYTES = 1024 * 1024
/** Where the chain's value stands in an entry's header. */
const CHAIN_AT = 80
const CHAIN_BYTES = 32

/**
 * Writes all entries of a journal anew into an empty folder, under the same numbers, ids and generations, with payloads
 * sealed or, without a seal, plain. Every byte and name is durable when it answers. A journal that has lost anything is
 * not written anew: what only the index still knows would go with the index. Errors: `lock.journalDamaged`, the
 * journal's own; rejects as the port does.
 */
export async function resealJournal(
  fs: FsPort,
  from: Journal,
  folder: string,
  seal: Seal | undefined,
): Promise<Result<number>> {
  const writer = new SegmentsWriter(fs, folder, seal !== undefined)
  let entries = 0
  try {
    for await (const read of from.read(1)) {
      if (!read.ok) return read.error.code === 'journal.gap' ? err('lock.journalDamaged') : read
      const { kind, id, payload } = read.value
      const kept = seal === undefined ? payload : sealPayload(seal, kind, id, payload)
      await writer.add({ ...read.value, payload: kept })
      entries += 1
    }
    await writer.end()
    return ok(entries)
  } finally {
    await writer.letGo()
  }
}

/** Whether two journals say the same, entry for entry. */
export async function sayTheSame(one: Journal, other: Journal): Promise<boolean> {
  const others = other.read(1)[Symbol.asyncIterator]()
  for await (const read of one.read(1)) {
    const beside = await others.next()
    if (!read.ok || beside.done === true || !beside.value.ok) return false
    if (!isSame(read.value, beside.value.value)) return false
  }
  return (await others.next()).done === true && one.head().lastSeq === other.head().lastSeq
}

function isSame(one: JournalEntry, other: JournalEntry): boolean {
  return (
    one.seq === other.seq &&
    one.generation === other.generation &&
    one.kind === other.kind &&
    one.id === other.id &&
    one.blanked === other.blanked &&
    Buffer.compare(one.payload, other.payload) === 0
  )
}

class SegmentsWriter {
  private open: { readonly file: FsFile; readonly generation: number } | undefined
  private number = 0
  private offset = 0
  private chain: Uint8Array = CHAIN_START
  private waiting: Uint8Array[] = []
  private waitingBytes = 0

  constructor(
    private readonly fs: FsPort,
    private readonly folder: string,
    private readonly isSealed: boolean,
  ) {}

  async add(entry: JournalEntry): Promise<void> {
    const sizeBytes = ENTRY_HEADER_BYTES + entry.payload.length
    const end = this.offset + this.waitingBytes
    const isFull = end > SEGMENT_HEADER_BYTES && end + sizeBytes > SEGMENT_BYTES
    if (this.open?.generation !== entry.generation || isFull) await this.begin(entry)
    const header = encodeEntryHeader(
      {
        kind: entry.kind,
        blanked: entry.blanked,
        generation: entry.generation,
        segment: this.number,
        seq: entry.seq,
        payloadBytes: entry.payload.length,
        indexInBatch: 0,
        id: entry.id,
        payloadHash: sha256(entry.payload),
      },
      this.chain,
    )
    this.chain = Uint8Array.from(header.subarray(CHAIN_AT, CHAIN_AT + CHAIN_BYTES))
    this.waiting.push(header, entry.payload)
    this.waitingBytes += sizeBytes
    if (this.waitingBytes >= BATCH_BYTES) await this.flush()
  }

  async end(): Promise<void> {
    await this.close()
    await this.fs.syncFolder(this.folder)
  }

  /** After a failure: the file is the caller's to remove. */
  async letGo(): Promise<void> {
    await this.open?.file.close().catch(() => undefined)
    this.open = undefined
  }

  private async begin({ generation, seq: firstSeq }: JournalEntry): Promise<void> {
    await this.close()
    const continues = { number: this.number, endOffset: this.offset, chain: this.chain }
    this.number += 1
    const file = await this.fs.open(join(this.folder, segmentName(generation, this.number)), 'createNew')
    this.open = { file, generation }
    const header = encodeSegmentHeader({
      generation,
      number: this.number,
      firstSeq,
      continues,
      isSealed: this.isSealed,
    })
    await writeFully(file, header, 0)
    this.offset = header.length
  }

  private async close(): Promise<void> {
    if (this.open === undefined) return
    await this.flush()
    await this.open.file.sync()
    await this.letGo()
  }

  private async flush(): Promise<void> {
    if (this.open === undefined || this.waitingBytes === 0) return
    const bytes = Buffer.concat(this.waiting)
    await writeFully(this.open.file, bytes, this.offset)
    this.offset += bytes.length
    this.waiting = []
    this.waitingBytes = 0
  }
}
