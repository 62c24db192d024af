import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { type FsPort, fsFailure } from '../files/fsPort'
import { openSlotPair, type SlotState } from '../files/slotPair'
import type { JournalHead } from './journal'

/** What the product must know of a notebook before it opens any database. */
export interface Head {
  readonly generation: number
  /** IndexedDB database that belongs to the generation. */
  readonly databaseName: string
  readonly schema: number
  /** Lowest versions that may open the notebook, for instance `{ electronMajor: 45 }`. */
  readonly floor: Readonly<Record<string, number>>
  /** File name of the newest verified snapshot, null before the first. */
  readonly lastSnapshot: string | null
  /** Once true, never false again: an empty screen is then an alarm, not a first run. */
  readonly everHadRecords: boolean
}

/** The two HEAD slots of a notebook. */
export interface HeadFile {
  /** State of `HEAD.a` and `HEAD.b` as found. Both `absent` and an empty journal: a first run. */
  readonly states: readonly [SlotState, SlotState]
  /** The newest valid slot; undefined when there is none, then `headFromJournal` makes one. */
  current(): (Head & { readonly slotSeq: number }) | undefined
  /** Replaces the older slot; durable when it answers. Errors: `head.diskFull`, `head.tooLarge`, `head.ioFailed` ... */
  write(next: Head): Promise<Result<{ readonly slotSeq: number }>>
}

/** One slot is one sector, so that a write is hardly ever torn, and noticed when it is. */
const SLOT_BYTES = 512
const MAX_CONTENT_BYTES = SLOT_BYTES - 52

/** Reads the HEAD slots of a notebook's folder. Error: `head.ioFailed` when the disk refuses. */
export async function openHead(fs: FsPort, folder: string): Promise<Result<HeadFile>> {
  try {
    const pair = await openSlotPair(fs, [join(folder, 'HEAD.a'), join(folder, 'HEAD.b')], SLOT_BYTES)
    // A generation must not be acted upon and then be gone after a power cut. A full disk is no reason not to start.
    await pair.settle().catch(() => undefined)
    let turn: Promise<unknown> = Promise.resolve()

    async function write(next: Head): Promise<Result<{ readonly slotSeq: number }>> {
      const content = Buffer.from(JSON.stringify(next))
      if (content.length > MAX_CONTENT_BYTES) return err('head.tooLarge', { limitBytes: MAX_CONTENT_BYTES })
      try {
        await pair.write(content)
        return ok({ slotSeq: pair.current()?.slotSeq ?? 0 })
      } catch (error) {
        return fsFailure('head', error)
      }
    }

    return ok({
      states: pair.states,
      current: () => {
        const slot = pair.current()
        const head = slot && parseHead(slot.content)
        return slot && head && { ...head, slotSeq: slot.slotSeq }
      },
      write: (next) => {
        const written = turn.then(() => write(next))
        turn = written
        return written
      },
    })
  } catch (error) {
    return fsFailure('head', error)
  }
}

/**
 * The HEAD of a notebook that lost both slots: generation and "ever had records" out of the journal, the rest out of
 * what the caller derives (database name of the generation, own schema) or must look up again (snapshots).
 */
export function headFromJournal(
  journal: JournalHead,
  known: Pick<Head, 'databaseName' | 'schema' | 'floor' | 'lastSnapshot'>,
): Head {
  const everHadRecords = journal.lastSeq > 0 || known.lastSnapshot !== null
  return { ...known, generation: journal.generation, everHadRecords }
}

function parseHead(content: Uint8Array): Head | undefined {
  try {
    const found: unknown = JSON.parse(Buffer.from(content).toString())
    return isHead(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false
  const { generation, databaseName, schema, floor, lastSnapshot, everHadRecords } = value as Partial<
    Record<keyof Head, unknown>
  >
  return (
    Number.isSafeInteger(generation) &&
    typeof databaseName === 'string' &&
    Number.isSafeInteger(schema) &&
    typeof floor === 'object' &&
    floor !== null &&
    Object.values(floor).every((version) => typeof version === 'number') &&
    (lastSnapshot === null || typeof lastSnapshot === 'string') &&
    typeof everHadRecords === 'boolean'
  )
}
