import { err, ok, type Result } from '#shared/result'
import { EntryKind, type Journal, type JournalEntry, type ReadOptions } from '../journal/journal'
import type { Seal } from './sealBox'

/** What an entry's payload is bound to: its kind and its id stand in the clear in its header. */
export function entryPlace({ kind, id }: { readonly kind: EntryKind; readonly id: string }): string {
  return `${kind} ${id}`
}

/** The payload as it lies in a journal under a lock. Entries that say nothing say nothing there either. */
export function sealPayload(seal: Seal, kind: EntryKind, id: string, payload: Uint8Array): Uint8Array {
  return payload.length === 0 ? payload : seal.seal(payload, entryPlace({ kind, id }))
}

/**
 * A journal whose payloads are sealed on the disk: chain and hashes are those of what is sealed, so that the journal
 * proves, repairs and blanks as ever without the key. A payload that does not open is told as a gap, as damage is.
 */
export function sealedJournal(journal: Journal, seal: Seal): Journal {
  return {
    ...journal,
    append: (kind, id, payload) => journal.append(kind, id, sealPayload(seal, kind, id, payload)),
    startGeneration: (id, payload, kind = EntryKind.epoch) =>
      journal.startGeneration(id, sealPayload(seal, kind, id, payload), kind),
    read: (fromSeq, options = {}) => opened(journal, seal, fromSeq, options),
  }
}

async function* opened(
  journal: Journal,
  seal: Seal,
  fromSeq: number,
  options: ReadOptions,
): AsyncGenerator<Result<JournalEntry>> {
  for await (const read of journal.read(fromSeq, options)) {
    if (!read.ok || read.value.payload.length === 0) {
      yield read
      continue
    }
    const entry = read.value
    const payload = seal.open(entry.payload, entryPlace(entry))
    if (payload !== undefined) {
      yield ok({ ...entry, payload })
      continue
    }
    yield err('journal.gap', { fromSeq: entry.seq, toSeq: entry.seq, reason: 'damaged' })
    if (options.acrossGaps !== true) return
  }
}
