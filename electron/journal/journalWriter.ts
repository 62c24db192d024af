import { join } from 'node:path'
import { err, type OrchardError, ok, type Result } from '#shared/result'
import { type FsFile, type FsPort, fsFailure, writeFully } from '../files/fsPort'
import {
  decodeEntryHeader,
  ENTRY_HEADER_BYTES,
  encodeEntryHeader,
  isEntryId,
  isEntryKind,
  MAX_PAYLOAD_BYTES,
  sha256,
} from './entryFormat'
import type { EntryKind, JournalHead, OpenReport } from './journal'
import type { Scan, Tip } from './scanJournal'
import { encodeSegmentHeader, parseSegmentName, SEGMENT_HEADER_BYTES, segmentName } from './segmentFormat'
import type { Segment } from './segmentList'

/** Where an acknowledged entry stands. */
export interface Place {
  readonly seq: number
  readonly generation: number
  /** The id was there before, or on its way: what came with it this time is not in the journal. */
  readonly isKnown?: true
}

/** What a writer starts from. */
interface WriterStart {
  readonly fs: FsPort
  /** The folder of the segments. */
  readonly folder: string
  readonly segmentBytes: number
  readonly scan: Scan
  readonly report: OpenReport
  /** New segments say that their payloads are sealed. */
  readonly isSealed: boolean
}

interface Waiting {
  readonly kind: EntryKind
  readonly id: string
  readonly payload: Uint8Array
  readonly payloadHash: Uint8Array
  readonly beginsGeneration: boolean
  readonly answer: (result: Result<Place>) => void
}

/** Entries that wait are written together up to this much, so that one sync serves all and memory stays bounded. */
const BATCH_BYTES = 1024 * 1024

/**
 * The one writer. Every failure gives up the open segment: its handle is never written or synced again (a second
 * sync would succeed without the data: "fsyncgate"), and the next segment's header names the last acknowledged
 * byte as the place where the old one ends.
 */
export class JournalWriter {
  private tip: Tip
  private segments: readonly Segment[]
  private readonly seqById: Map<string, number>
  private readonly pending = new Map<string, Promise<Result<Place>>>()
  private readonly queue: Waiting[] = []
  private highestNumber: number
  private open: { readonly file: FsFile; readonly segment: Segment } | undefined
  /** The newest segment on the disk may be appended to as soon as it is opened. */
  private canContinue: boolean
  private needsSettling: boolean
  /** The disk may hold something behind the tip that only a newer segment's header rules out for certain. */
  private hasUnsealedRest = false
  private draining: Promise<void> | undefined
  private isClosed = false

  private readonly fs: FsPort
  private readonly folder: string
  private readonly segmentBytes: number
  private readonly isWritable: boolean
  private readonly isSealed: boolean

  constructor(from: WriterStart) {
    const { scan, report } = from
    this.fs = from.fs
    this.folder = from.folder
    this.segmentBytes = from.segmentBytes
    this.isWritable = report.writable
    this.isSealed = from.isSealed
    this.tip = scan.tip
    this.segments = scan.segments
    this.seqById = scan.seqById
    this.highestNumber = scan.highestNumber
    this.canContinue = scan.canContinue
    this.needsSettling = report.afterCrash && report.writable && scan.segments.length > 0
  }

  append(kind: EntryKind, id: string, payload: Uint8Array, beginsGeneration = false): Promise<Result<Place>> {
    const refusal = this.refuse(kind, id, payload)
    if (refusal) return Promise.resolve(refusal)
    const underWay = this.pending.get(id)
    if (underWay)
      return underWay.then((placed) => (placed.ok ? ok({ ...placed.value, isKnown: true }) : placed))
    const seq = this.seqById.get(id)
    if (seq !== undefined) return this.confirm(seq)
    const result = new Promise<Result<Place>>((answer) => {
      this.queue.push({ kind, id, payload, payloadHash: sha256(payload), beginsGeneration, answer })
    })
    this.pending.set(id, result)
    this.draining ??= this.drain()
    return result
  }

  /** See `Journal.skipTo`; takes its turn when nothing waits. */
  async skipTo(seq: number): Promise<Result<null>> {
    while (this.draining !== undefined) await this.draining
    if (this.isClosed) return err('journal.closed')
    if (!this.isWritable) return err('journal.readOnly')
    const skipped = this.skip(seq)
    this.draining = skipped.then(() => this.drain())
    return skipped
  }

  /** See `Journal.forgetBefore`; takes its turn when nothing waits. */
  async forgetBefore(seq: number): Promise<Result<number>> {
    while (this.draining !== undefined) await this.draining
    const first = this.segments.find(({ firstSeq }) => firstSeq === seq)
    if (first === undefined) return err('journal.badEntry')
    const rest = this.segments.filter(({ number }) => number > first.number)
    const begun: Segment = { ...first, beginsHistory: true }
    this.segments = [begun, ...rest]
    if (this.open?.segment.number === begun.number) this.open = { ...this.open, segment: begun }
    for (const [id, at] of this.seqById) if (at < seq) this.seqById.delete(id)
    let removed = 0
    try {
      for (const name of await this.fs.list(this.folder)) {
        const named = parseSegmentName(name)
        if (named === undefined || named.number >= first.number) continue
        await this.fs.unlink(join(this.folder, name))
        removed += 1
      }
      if (removed > 0) await this.fs.syncFolder(this.folder)
      return ok(removed)
    } catch (error) {
      return fsFailure('journal', error)
    }
  }

  seqOf(id: string): number | undefined {
    return this.seqById.get(id)
  }

  head(): JournalHead {
    const { generation, seq: lastSeq } = this.tip
    const bytes = this.segments.reduce((sum, segment) => sum + segment.endOffset, 0)
    return { generation, lastSeq, segments: this.segments.length, bytes }
  }

  /** The segments up to what is acknowledged now. */
  snapshot(): readonly Segment[] {
    return this.segments
  }

  /** Makes what was found at the start durable; see `settle`. */
  async settleNow(): Promise<void> {
    if (this.needsSettling) await this.settle().catch(() => undefined)
  }

  /** Says whether nothing unacknowledged could show up at the next start. */
  async close(): Promise<boolean> {
    this.isClosed = true
    await this.draining
    if (this.hasUnsealedRest) this.open = await this.beginSegment(this.tip.generation).catch(() => undefined)
    await this.giveUp(false)
    return !this.hasUnsealedRest && !this.needsSettling
  }

  private refuse(kind: EntryKind, id: string, payload: Uint8Array): ReturnType<typeof err> | undefined {
    if (this.isClosed) return err('journal.closed')
    if (!this.isWritable) return err('journal.readOnly')
    if (!isEntryKind(kind) || !isEntryId(id)) return err('journal.badEntry')
    if (payload.length > MAX_PAYLOAD_BYTES) return err('journal.tooLarge', { limitBytes: MAX_PAYLOAD_BYTES })
    return undefined
  }

  /** Acknowledges an entry that the journal has; after a crash not before it is durable for certain. */
  private async confirm(seq: number): Promise<Result<Place>> {
    try {
      if (this.needsSettling) await this.settle()
    } catch (error) {
      return fsFailure('journal', error)
    }
    return ok({ seq, generation: this.tip.generation, isKnown: true })
  }

  private async skip(seq: number): Promise<Result<null>> {
    const before = this.tip
    if (seq <= before.seq) return ok(null)
    try {
      if (this.needsSettling) await this.settle()
      await this.giveUp(false)
      this.canContinue = false
      this.tip = { ...before, seq }
      this.open = await this.beginSegment(before.generation)
      return ok(null)
    } catch (error) {
      this.tip = before
      return fsFailure('journal', error)
    }
  }

  private async drain(): Promise<void> {
    // Calls of the same turn share a batch.
    await Promise.resolve()
    while (this.queue.length > 0) {
      const batch = this.takeBatch()
      try {
        await this.write(batch)
      } catch (error) {
        await this.giveUp(true)
        const failure = fsFailure('journal', error)
        for (const waiting of [...batch, ...this.queue.splice(0)]) this.answer(waiting, failure)
      }
    }
    this.draining = undefined
  }

  private takeBatch(): readonly Waiting[] {
    let bytes = 0
    let count = 0
    for (const { payload, beginsGeneration } of this.queue) {
      bytes += ENTRY_HEADER_BYTES + payload.length
      if (count > 0 && (bytes > BATCH_BYTES || beginsGeneration)) break
      count++
      if (beginsGeneration) break
    }
    return this.queue.splice(0, count)
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    if (this.needsSettling) await this.settle()
    const sizeBytes = batch.reduce((sum, { payload }) => sum + ENTRY_HEADER_BYTES + payload.length, 0)
    const { file, segment } = await this.segmentFor(sizeBytes, batch[0]?.beginsGeneration === true)
    let { seq, chain } = this.tip
    let offset = segment.endOffset
    const parts: Uint8Array[] = []
    for (const [indexInBatch, { kind, id, payload, payloadHash }] of batch.entries()) {
      seq++
      const { generation, number } = segment
      const fields = { kind, id, generation, segment: number, seq, payloadHash, indexInBatch }
      const header = encodeEntryHeader({ ...fields, blanked: false, payloadBytes: payload.length }, chain)
      chain = decodeEntryHeader(header)?.chain ?? chain
      parts.push(header, payload)
    }
    for (const part of sizeBytes <= 2 * BATCH_BYTES ? [Buffer.concat(parts)] : parts) {
      await writeFully(file, part, offset)
      offset += part.length
    }
    await file.dataSync()
    this.acknowledge(batch, { ...segment, endOffset: offset, lastSeq: seq }, file, chain)
  }

  private acknowledge(batch: readonly Waiting[], segment: Segment, file: FsFile, chain: Uint8Array): void {
    const { generation, number, endOffset, lastSeq } = segment
    const isKnown = this.segments.at(-1)?.number === number
    this.segments = [...(isKnown ? this.segments.slice(0, -1) : this.segments), segment]
    this.tip = { seq: lastSeq, generation, chain, number, endOffset }
    this.open = { file, segment }
    this.hasUnsealedRest = false
    for (const [index, waiting] of batch.entries()) {
      const seq = lastSeq - batch.length + 1 + index
      this.seqById.set(waiting.id, seq)
      this.answer(waiting, ok({ seq, generation }))
    }
  }

  private answer(waiting: Waiting, result: Result<Place, OrchardError>): void {
    this.pending.delete(waiting.id)
    waiting.answer(result)
  }

  private async segmentFor(
    sizeBytes: number,
    beginsGeneration: boolean,
  ): Promise<{ readonly file: FsFile; readonly segment: Segment }> {
    const last = this.segments.at(-1)
    if (this.canContinue && !this.open && last) {
      this.open = { file: await this.fs.open(join(this.folder, last.name), 'write'), segment: last }
    }
    this.canContinue = false
    const isFull =
      this.open !== undefined &&
      this.open.segment.endOffset > SEGMENT_HEADER_BYTES &&
      this.open.segment.endOffset + sizeBytes > this.segmentBytes
    if (this.open && !isFull && !beginsGeneration) return this.open
    await this.giveUp(false)
    this.open = await this.beginSegment(this.tip.generation + (beginsGeneration ? 1 : 0))
    return this.open
  }

  /** A new segment is durable, header and name, before an entry goes into it. */
  private async beginSegment(
    generation: number,
  ): Promise<{ readonly file: FsFile; readonly segment: Segment }> {
    const number = ++this.highestNumber
    const { seq, chain, number: before, endOffset } = this.tip
    const name = segmentName(generation, number)
    const path = join(this.folder, name)
    const firstSeq = seq + 1
    const file = await this.fs.open(path, 'createNew')
    try {
      const continues = { number: before, endOffset, chain }
      await writeFully(
        file,
        encodeSegmentHeader({ generation, number, firstSeq, continues, isSealed: this.isSealed }),
        0,
      )
      await file.sync()
      await this.fs.syncFolder(this.folder)
    } catch (error) {
      await file.close().catch(() => undefined)
      await this.fs.unlink(path).catch(() => undefined)
      // A power cut may bring its name back, and with it a header that ends the history here.
      this.hasUnsealedRest = true
      throw error
    }
    this.hasUnsealedRest = false
    const segment = {
      name,
      generation,
      number,
      firstSeq,
      chain,
      endOffset: SEGMENT_HEADER_BYTES,
      lastSeq: seq,
    }
    return { file, segment }
  }

  /**
   * Closes the open segment. After a failure its unacknowledged rest is cut off where that works, to give the space
   * back; the history does not depend on it.
   */
  private async giveUp(failed: boolean): Promise<void> {
    const { open } = this
    this.open = undefined
    if (!open) return
    if (failed) {
      this.hasUnsealedRest = true
      await open.file.truncate(open.segment.endOffset).catch(() => undefined)
    }
    await open.file.close().catch(() => undefined)
  }

  /**
   * After a kill the newest segment may hold entries that sit in the system's cache only, even such whose sync had
   * failed, which no later sync would write. Writing the same bytes again and syncing makes them durable for
   * certain before anybody builds on them.
   */
  private async settle(): Promise<void> {
    const last = this.segments.at(-1)
    if (last) {
      const file = await this.fs.open(join(this.folder, last.name), 'write')
      try {
        await rewrite(file, last.endOffset)
        await file.sync()
      } finally {
        await file.close()
      }
      await this.fs.syncFolder(this.folder)
    }
    this.needsSettling = false
  }
}

/** Writes the first `endOffset` bytes over themselves; ends where the disk refuses to read. */
async function rewrite(file: FsFile, endOffset: number): Promise<void> {
  const buffer = new Uint8Array(Math.min(BATCH_BYTES, endOffset))
  for (let offset = 0; offset < endOffset; ) {
    const wanted = buffer.subarray(0, Math.min(buffer.length, endOffset - offset))
    const length = await file.read(wanted, offset).catch(() => 0)
    if (length === 0) return
    await writeFully(file, buffer.subarray(0, length), offset)
    offset += length
  }
}
