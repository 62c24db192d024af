import { type ChangeSet, parseChangeSet } from '#shared/changes/changeSet'
import type { JournalInspection } from '#shared/ipc/health'
import type { Appended, JournalHead, JournalPage, LostEntries } from '#shared/ipc/journal'
import { SCHEMA_VERSION } from '#shared/records/record'
import { err, ok, type Result } from '#shared/result'
import type { FsPort } from '../files/fsPort'
import { type Head, type HeadFile, headFromJournal, openHead } from '../journal/head'
import { EntryKind, type Journal } from '../journal/journal'
import { openJournal } from '../journal/openJournal'
import type { Seal } from '../lock/sealBox'
import { sealedJournal } from '../lock/sealedJournal'
import { BulkWriter } from './bulkWriter'
import {
  type CommittedImports,
  findCommittedImports,
  findLostEntries,
  type InspectionWatch,
  inspectEntries,
} from './committedImports'
import { type Epoch, encodeEpoch, type Forgotten, type PlacedEpoch, readEpoch } from './epoch'
import { GenerationHold } from './generationHold'
import { type NotebookIdentity, readOrMakeIdentity } from './identity'
import { readReplayPage } from './replayPages'

/** The truth about one notebook: journal, head and identity behind the few things the window may ask. */
export interface NotebookLog {
  head(): JournalHead
  /**
   * Entries that can't be read as far as anybody has looked; what is around them can. Opening looks at every header and
   * at the newest segment's payloads.
   */
  lostEntries(): readonly LostEntries[]
  /** Reads every payload again and answers with all that can't be read. Error: `journal.ioFailed`. */
  verify(): Promise<Result<readonly LostEntries[]>>
  /** Reads everything again for a self-check and takes note of nothing. Errors: `journal.ioFailed`, `health.givenUp`. */
  inspect(watch: InspectionWatch): Promise<Result<Omit<JournalInspection, 'rebuild'>>>
  /** Validates and journals a change-set. Its answer is what "saved" means. Errors: `changes.invalid`, `journal.*`. */
  append(set: unknown): Promise<Result<Appended>>
  /** Begins a change-set that comes in chunks, such as an import; see `BulkWriter` for this and the next three. */
  beginBulk(id: string): Promise<Result<{ readonly seq: number }>>
  appendChunk(set: unknown): Promise<Result<{ readonly seq: number }>>
  commitBulk(id: string, chunks: number): Promise<Result<{ readonly seq: number; readonly savedAt: number }>>
  abandonBulk(id: string): void
  /** Gives up numbers that only the index still knows, see `Journal.skipTo`. */
  skipTo(seq: number): Promise<Result<null>>
  /** A page of entries for replay, see `readReplayPage`. Error: `journal.ioFailed`. */
  read(fromSeq: number): Promise<Result<JournalPage>>
  /** Notes which index belongs to the journal from now on; an empty name asks for a new one at the next start. */
  useDatabase(databaseName: string): Promise<Result<null>>
  /** Where the current generation began; undefined for the first one, which begins with the journal. */
  epoch(): PlacedEpoch | undefined
  /**
   * Begins a new generation that starts from a backup: the atomic point of a restore. After it the next start builds
   * the index from that backup, even if this process ends here. `baseSeq` is how far the way back reaches, undefined where
   * none is wanted. From the call on nothing is taken into the journal until `release`: what is saved while it is decided
   * would be neither in the way back nor in the new generation. Errors: `notebook.changed` when the notebook has gone on
   * since the way back; the journal's own. Then nothing changed.
   */
  beginGeneration(epoch: Epoch, baseSeq: number | undefined): Promise<Result<null>>
  /**
   * Begins a generation without the erased, from a backup that was cleaned of them and reaches to `baseSeq`: the atomic
   * point of an erasure. From the call on nothing is taken into the journal until `release`, since what the window knows
   * may still speak of them. Errors: `erasure.changed` when the notebook has gone on since the backup; the journal's.
   */
  beginWithout(epoch: Epoch, baseSeq: number): Promise<Result<null>>
  /** What an erasure has yet to remove; undefined when none is under way. */
  toForget(): Forgotten | undefined
  /** Removes the journal's files from before an erasure; answers how many. */
  forgetJournal(): Promise<Result<number>>
  /** Notes that all of an erasure was removed. */
  noteForgotten(): Promise<Result<null>>
  /**
   * Whether the index on the disk may still hold who was erased: Chromium's store keeps the bytes of what it has deleted,
   * so that its files have to go, which only a start can do.
   */
  hasErasedIndex(): boolean
  /** Notes that those files are gone. */
  noteIndexDropped(): Promise<Result<null>>
  /** Whether this start has removed them: that the index is built anew is then no fault. */
  hasDroppedIndex(): boolean
  /** Whether changes are refused because somebody is being erased. */
  isErasing(): boolean
  /** A window that was loaded anew knows nothing of the erased: changes are taken again. */
  release(): void
  /** Notes the newest verified snapshot's file. Errors: `head.*`. */
  noteSnapshot(fileName: string): Promise<Result<null>>
  close(): Promise<void>
}

export interface NotebookLogOptions {
  readonly fs: FsPort
  readonly folder: string
  readonly newId: () => string
  readonly now: () => number
  /** What the payloads are sealed with; undefined for a notebook without a lock. */
  readonly seal?: Seal | undefined
}

/** Opens a notebook, or begins one. Errors are the journal's, the head's and the identity's own. */
export async function openNotebookLog(options: NotebookLogOptions): Promise<Result<NotebookLog>> {
  const { fs, folder, seal } = options
  const journal = await openJournal({ fs, folder, isSealed: seal !== undefined })
  if (!journal.ok) return journal
  const readable = seal === undefined ? journal.value : sealedJournal(journal.value, seal)
  const opened = await openParts(options, readable)
  if (!opened.ok) await journal.value.close()
  return opened
}

async function openParts(options: NotebookLogOptions, journal: Journal): Promise<Result<NotebookLog>> {
  const { fs, folder } = options
  const identity = await readOrMakeIdentity(fs, folder, options.newId)
  if (!identity.ok) return identity
  const head = await openHead(fs, folder)
  if (!head.ok) return head
  const found = await findCommittedImports(journal)
  if (!found.ok) return found
  const epoch = await readEpoch(journal)
  if (!epoch.ok) return epoch
  const log = new OpenNotebookLog({
    journal,
    headFile: head.value,
    identity: identity.value,
    imports: found.value.imports,
    lost: found.value.lost,
    epoch: epoch.value,
    options,
  })
  const refused = log.refusal()
  if (refused !== undefined) return refused
  // A full disk is no reason not to start: it is tried again before anything is appended.
  await log.raiseSchema()
  return ok(log)
}

/** Whether the newest generation began with an erasure whose removals nobody has seen the end of. */
function isUnfinished(journal: Journal, placed: PlacedEpoch | undefined): boolean {
  if (placed?.epoch?.forgets === undefined) return false
  return checkpointsSince(journal, placed.seq) === 0
}

/** The first says that files and backups are gone, the second that the index's files are. */
const DONE_CHECKPOINTS = 2

/** How many notes stand behind an entry, as opening found them. */
function checkpointsSince(journal: Journal, after: number): number {
  return journal.marks.filter(({ seq, kind }) => kind === EntryKind.checkpoint && seq > after).length
}

interface LogParts {
  readonly journal: Journal
  readonly headFile: HeadFile
  readonly identity: NotebookIdentity
  readonly imports: CommittedImports
  readonly lost: readonly LostEntries[]
  readonly epoch: PlacedEpoch | undefined
  readonly options: NotebookLogOptions
}

class OpenNotebookLog implements NotebookLog {
  private readonly journal: Journal
  private readonly headFile: HeadFile
  private readonly identity: NotebookIdentity
  private readonly imports: CommittedImports
  private lost: readonly LostEntries[]
  private readonly now: () => number
  private readonly newId: () => string
  private readonly bulk: BulkWriter
  private placed: PlacedEpoch | undefined
  private readonly hold = new GenerationHold()
  private isForgetting: boolean
  private indexDropped = false

  constructor({ journal, headFile, identity, imports, lost, epoch, options }: LogParts) {
    this.journal = journal
    this.headFile = headFile
    this.identity = identity
    this.imports = imports
    this.lost = lost
    this.placed = epoch
    this.isForgetting = isUnfinished(journal, epoch)
    this.now = options.now
    this.newId = options.newId
    const { notebookId } = identity
    this.bulk = new BulkWriter({ journal, imports, notebookId, newId: options.newId })
  }

  /** A notebook that a newer Orchard wrote is not touched. */
  refusal(): Result<never> | undefined {
    return this.currentHead().schema > SCHEMA_VERSION ? err('notebook.newer') : undefined
  }

  head(): JournalHead {
    const { lastSeq, generation } = this.journal.head()
    const head = this.currentHead()
    return {
      ...this.identity,
      generation,
      lastSeq,
      // An index of an older generation is as good as none.
      databaseName: head.generation === generation ? head.databaseName : '',
      everHadRecords: head.everHadRecords || lastSeq > 0,
    }
  }

  lostEntries(): readonly LostEntries[] {
    return this.lost
  }

  /**
   * Says in HEAD that this version writes here, before it does: an older Orchard then leaves the notebook alone
   * instead of losing what it can't read. Errors: `head.*`.
   */
  async raiseSchema(): Promise<Result<null>> {
    const head = this.headFile.current()
    return head === undefined || head.schema >= SCHEMA_VERSION
      ? ok(null)
      : this.changeHead({ schema: SCHEMA_VERSION, databaseName: this.head().databaseName })
  }

  async verify(): Promise<Result<readonly LostEntries[]>> {
    const lost = await findLostEntries(this.journal)
    if (lost.ok) this.lost = lost.value
    return lost
  }

  async inspect(watch: InspectionWatch): Promise<Result<Omit<JournalInspection, 'rebuild'>>> {
    const { lastSeq } = this.journal.head()
    const found = await inspectEntries(this.journal, watch)
    return found.ok ? ok({ lastSeq, ...found.value }) : found
  }

  async append(set: unknown): Promise<Result<Appended>> {
    const parsed = parseChangeSet(set)
    if (!parsed.ok) return parsed
    if (parsed.value.notebookId !== this.identity.notebookId) return err('notebook.foreign')
    return this.hold.write(() => this.appendParsed(parsed.value))
  }

  private async appendParsed(set: ChangeSet): Promise<Result<Appended>> {
    const raised = await this.raiseSchema()
    if (!raised.ok) return raised
    const payload = new TextEncoder().encode(JSON.stringify(set))
    const appended = await this.journal.append(EntryKind.change, set.id, payload)
    if (!appended.ok) return appended
    const { seq, isKnown } = appended.value
    return ok({ seq, savedAt: this.now(), ...(isKnown === undefined ? {} : { isKnown }) })
  }

  beginBulk(id: string): Promise<Result<{ seq: number }>> {
    return this.hold.write(async () => {
      const raised = await this.raiseSchema()
      return raised.ok ? this.bulk.begin(id) : raised
    })
  }

  appendChunk(set: unknown): Promise<Result<{ seq: number }>> {
    return this.hold.write(() => this.bulk.chunk(set))
  }

  async commitBulk(id: string, chunks: number): Promise<Result<{ seq: number; savedAt: number }>> {
    const committed = await this.hold.write(() => this.bulk.commit(id, chunks))
    return committed.ok ? ok({ ...committed.value, savedAt: this.now() }) : committed
  }

  abandonBulk(id: string): void {
    this.bulk.abandon(id)
  }

  skipTo(seq: number): Promise<Result<null>> {
    return this.journal.skipTo(seq)
  }

  read(fromSeq: number): Promise<Result<JournalPage>> {
    return readReplayPage(this.journal, this.imports, fromSeq)
  }

  useDatabase(databaseName: string): Promise<Result<null>> {
    return this.changeHead({ databaseName })
  }

  epoch(): PlacedEpoch | undefined {
    return this.placed
  }

  beginGeneration(epoch: Epoch, baseSeq: number | undefined): Promise<Result<null>> {
    return this.hold.begin('notebook.restoring', async () => {
      if (baseSeq !== undefined && this.journal.head().lastSeq !== baseSeq) return err('notebook.changed')
      const begun = await this.journal.startGeneration(this.newId(), encodeEpoch(epoch))
      if (!begun.ok) return begun
      this.placed = { seq: begun.value.seq, epoch }
      // The journal has decided; a HEAD that cannot be written is of the old generation and counts as none.
      await this.changeHead({ databaseName: '' })
      return ok(null)
    })
  }

  beginWithout(epoch: Epoch, baseSeq: number): Promise<Result<null>> {
    return this.hold.begin('erasure.running', async () => {
      if (this.journal.head().lastSeq !== baseSeq) return err('erasure.changed')
      const payload = encodeEpoch(epoch)
      const begun = await this.journal.startGeneration(this.newId(), payload, EntryKind.erase)
      if (!begun.ok) return begun
      this.placed = { seq: begun.value.seq, epoch }
      this.isForgetting = true
      await this.changeHead({ databaseName: '', lastSnapshot: null })
      return ok(null)
    })
  }

  toForget(): Forgotten | undefined {
    return this.isForgetting ? this.placed?.epoch?.forgets : undefined
  }

  async forgetJournal(): Promise<Result<number>> {
    const seq = this.placed?.epoch?.forgets === undefined ? undefined : this.placed.seq
    if (seq === undefined) return ok(0)
    const removed = await this.journal.forgetBefore(seq)
    // What could not be read before the erasure is no part of the history any more.
    if (removed.ok) this.lost = this.lost.filter(({ toSeq }) => toSeq >= seq)
    return removed
  }

  async noteForgotten(): Promise<Result<null>> {
    const noted = await this.journal.append(EntryKind.checkpoint, this.newId(), new Uint8Array(0))
    if (!noted.ok) return noted
    this.isForgetting = false
    return ok(null)
  }

  hasErasedIndex(): boolean {
    const erased = this.journal.marks.findLast(({ kind }) => kind === EntryKind.erase)
    if (erased === undefined) return false
    return checkpointsSince(this.journal, erased.seq) < DONE_CHECKPOINTS
  }

  async noteIndexDropped(): Promise<Result<null>> {
    const noted = await this.journal.append(EntryKind.checkpoint, this.newId(), new Uint8Array(0))
    if (!noted.ok) return noted
    this.indexDropped = true
    return this.changeHead({ databaseName: '' })
  }

  hasDroppedIndex(): boolean {
    return this.indexDropped
  }

  isErasing(): boolean {
    return this.hold.isErasing()
  }

  release(): void {
    this.hold.release()
  }

  noteSnapshot(fileName: string): Promise<Result<null>> {
    return this.changeHead({ databaseName: this.head().databaseName, lastSnapshot: fileName })
  }

  /** Writes the HEAD of the journal's generation with the given fields changed. */
  private async changeHead(fields: Partial<Head>): Promise<Result<null>> {
    const { generation, lastSeq } = this.journal.head()
    const head = this.currentHead()
    const everHadRecords = head.everHadRecords || lastSeq > 0
    const written = await this.headFile.write({ ...head, generation, everHadRecords, ...fields })
    return written.ok ? ok(null) : written
  }

  close(): Promise<void> {
    return this.journal.close()
  }

  private currentHead(): Head {
    const found = this.headFile.current()
    if (found !== undefined) {
      const { slotSeq: _slotSeq, ...head } = found
      return head
    }
    const known = { databaseName: '', schema: SCHEMA_VERSION, floor: {}, lastSnapshot: null }
    return headFromJournal(this.journal.head(), known)
  }
}
