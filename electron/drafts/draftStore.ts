import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { type FsPort, fsFailure } from '../files/fsPort'
import { openSlotPair, type SlotPair } from '../files/slotPair'
import type { Seal } from '../lock/sealBox'
import { LatestWins } from './latestWins'

/** Unfinished texts, kept outside the notebook until they become records. */
export interface DraftStore {
  /**
   * Resolves when this text, or a newer one of the same draft, is on the disk; while a write is under way only the
   * latest text waits. Errors: `draft.badName`, `draft.tooLarge`, `draft.diskFull`, `draft.ioFailed` ...; the text
   * before stays on the disk.
   */
  save(name: string, bytes: Uint8Array): Promise<Result<void>>
  /** The text last saved; null when there is no such draft. Error: `draft.damaged` when neither slot is whole. */
  load(name: string): Promise<Result<Uint8Array | null>>
  /** Names of all drafts, sorted. */
  list(): Promise<Result<readonly string[]>>
  /** Removes a draft; when it answers, no power cut brings the text back. An absent one is fine. */
  remove(name: string): Promise<Result<void>>
  /** Resolves when everything asked for so far is done. */
  flush(): Promise<void>
}

/** For instance "touch-note-42": no dots, no slashes, lower case, so that it is one name on every file system. */
const NAME = /^[a-z0-9-]{1,64}$/
/** The prefix keeps Windows' device names (con, nul) away. */
const SLOT_FILE = /^draft-([a-z0-9-]{1,64})\.[ab]$/
const MAX_DRAFT_BYTES = 4 * 1024 * 1024
/** First byte of a slot's content: a removal is a value like any other until both files are gone. */
const TEXT = 1
const REMOVED = 0

/**
 * Opens the drafts of a notebook: `folder` is created below an existing parent when absent. With a `seal` what they say
 * is sealed, each bound to its name.
 */
export async function openDraftStore(
  fs: FsPort,
  folder: string,
  seal?: Seal | undefined,
): Promise<Result<DraftStore>> {
  try {
    if (!(await fs.stat(folder))) await fs.makeFolder(folder)
    await fs.syncFolder(join(folder, '..'))
  } catch (error) {
    return fsFailure('draft', error)
  }
  return ok(new SlotDraftStore(fs, folder, seal))
}

class SlotDraftStore implements DraftStore {
  private readonly pairs = new Map<string, Promise<SlotPair>>()
  private readonly writes = new Map<string, LatestWins<Uint8Array | null>>()

  constructor(
    private readonly fs: FsPort,
    private readonly folder: string,
    private readonly seal: Seal | undefined,
  ) {}

  save(name: string, bytes: Uint8Array): Promise<Result<void>> {
    if (!NAME.test(name)) return Promise.resolve(err('draft.badName'))
    if (bytes.length > MAX_DRAFT_BYTES)
      return Promise.resolve(err('draft.tooLarge', { limitBytes: MAX_DRAFT_BYTES }))
    return this.writer(name).put(Uint8Array.from(bytes))
  }

  remove(name: string): Promise<Result<void>> {
    if (!NAME.test(name)) return Promise.resolve(err('draft.badName'))
    return this.writer(name).put(null)
  }

  async load(name: string): Promise<Result<Uint8Array | null>> {
    if (!NAME.test(name)) return err('draft.badName')
    try {
      const pair = await this.pair(name)
      const kept = pair.current()?.content
      const content = kept && this.seal ? this.seal.open(kept, name) : kept
      if (kept && !content) return err('draft.damaged')
      if (content) return ok(content[0] === TEXT ? content.slice(1) : null)
      // One damaged slot and no other: the very first save was cut short, so nothing was acknowledged.
      return pair.states.includes('absent') ? ok(null) : err('draft.damaged')
    } catch (error) {
      return fsFailure('draft', error)
    }
  }

  async list(): Promise<Result<readonly string[]>> {
    try {
      const found = (await this.fs.list(this.folder)).map((file) => SLOT_FILE.exec(file)?.[1])
      const names = [...new Set(found)].filter((name) => name !== undefined).sort()
      const loaded = await Promise.all(names.map((name) => this.load(name)))
      // A damaged draft is listed, so that somebody asks for it and hears that it is damaged.
      return ok(names.filter((_, index) => !(loaded[index]?.ok && loaded[index].value === null)))
    } catch (error) {
      return fsFailure('draft', error)
    }
  }

  async flush(): Promise<void> {
    await Promise.all([...this.writes.values()].map((writer) => writer.idle()))
  }

  private writer(name: string): LatestWins<Uint8Array | null> {
    const existing = this.writes.get(name)
    if (existing) return existing
    const writer = new LatestWins<Uint8Array | null>((bytes) => this.write(name, bytes))
    this.writes.set(name, writer)
    return writer
  }

  private async write(name: string, bytes: Uint8Array | null): Promise<Result<void>> {
    try {
      const pair = await this.pair(name)
      if (bytes) await pair.write(this.sealed(name, Buffer.concat([Uint8Array.of(TEXT), bytes])))
      else await this.erase(name, pair)
      return ok(undefined)
    } catch (error) {
      return fsFailure('draft', error)
    }
  }

  /**
   * The removal is written into the older slot first; then the text's file goes, durably, and only then the
   * removal's: whatever the order in which a power cut lets them vanish, the text does not come back.
   */
  private async erase(name: string, pair: SlotPair): Promise<void> {
    try {
      const [first, second] = this.paths(name)
      // The disk is asked, not the memory: a save that failed may have left its text there all the same.
      const isThere = (await this.fs.stat(first)) || (await this.fs.stat(second))
      if (isThere) await pair.write(this.sealed(name, Uint8Array.of(REMOVED)))
      for (const path of pair.current()?.path === first ? [second, first] : [first, second]) {
        if (await this.fs.stat(path)) await this.fs.unlink(path)
        await this.fs.syncFolder(this.folder)
      }
    } finally {
      this.pairs.delete(name)
    }
  }

  private sealed(name: string, content: Uint8Array): Uint8Array {
    return this.seal === undefined ? content : this.seal.seal(content, name)
  }

  private pair(name: string): Promise<SlotPair> {
    const known = this.pairs.get(name)
    if (known) return known
    const opened = openSlotPair(this.fs, this.paths(name))
    this.pairs.set(name, opened)
    // A disk that refuses today may read tomorrow.
    opened.catch(() => this.pairs.delete(name))
    return opened
  }

  private paths(name: string): readonly [string, string] {
    return [join(this.folder, `draft-${name}.a`), join(this.folder, `draft-${name}.b`)]
  }
}
