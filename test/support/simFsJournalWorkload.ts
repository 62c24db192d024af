import type { FsPort } from '../../electron/files/fsPort'
import { EntryKind, type Journal } from '../../electron/journal/journal'
import type { ProcessProbe } from '../../electron/journal/notebookLock'
import { openJournal } from '../../electron/journal/openJournal'
import type { Rng } from './simFsInode'
import type { Workload } from './simFsSweep'

/** What the harness knows of a journal: its own record, outside the simulated disk. */
interface JournalLedger {
  /** Acknowledged: number -> id. */
  readonly acked: Map<number, string>
  /** Everything ever handed to the journal: id -> its text. */
  readonly attempted: Map<string, string>
  generation: number
}

/** Every other process on the simulated machine is dead. */
export function deadProbe(pid: number): ProcessProbe {
  return {
    pid,
    isAlive: () => false,
    identity: () => undefined,
    boot: () => ({ atMs: 1_700_000_000_000, uptimeS: 100 }),
    pause: () => Promise.resolve(),
  }
}

/** A UUID out of a count, so that runs repeat. */
export function countedId(count: number): string {
  return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
}

/** Small, so that a few entries already roll to the next segment. */
const SEGMENT_BYTES = 2048
let nextPid = 1000

function open(fs: FsPort) {
  nextPid++
  return openJournal({
    fs,
    folder: '/n',
    segmentBytes: SEGMENT_BYTES,
    verifyAll: true,
    probe: deadProbe(nextPid),
  })
}

/** Appends in groups of one to four, rolls, begins generations, sends ids again, opens and closes. */
export const journalWorkload: Workload<JournalLedger> = {
  newLedger: () => ({ acked: new Map(), attempted: new Map(), generation: 1 }),
  copy: ({ acked, attempted, generation }) => ({
    acked: new Map(acked),
    attempted: new Map(attempted),
    generation,
  }),
  live: async (fs, ledger, rng) => {
    const opened = await open(fs)
    if (!opened.ok) return
    const journal = opened.value
    // What a start has shown to the program must not vanish later, acknowledged or not.
    for await (const entry of journal.read(1)) if (entry.ok) ledger.acked.set(entry.value.seq, entry.value.id)
    for (let round = 0; round < 12; round++) {
      const group = Array.from({ length: 1 + rng.below(4) }, () => appendOne(journal, ledger, rng))
      const results = await Promise.all(group)
      if (results.includes(false) && rng.below(4) === 0) break
    }
    await journal.close()
  },
  check: async (fs, ledger, rng) => {
    const opened = await open(fs)
    if (!opened.ok) return [`does not open: ${opened.error.code} ${JSON.stringify(opened.error.params)}`]
    const journal = opened.value
    const found = await compare(journal, ledger)
    if (rng.below(4) === 0) found.push(...(await goOn(journal, ledger)))
    await journal.close()
    return found
  },
}

async function appendOne(journal: Journal, ledger: JournalLedger, rng: Rng): Promise<boolean> {
  const choice = rng.below(16)
  const again = choice === 0 ? [...ledger.attempted.keys()].at(-1 - rng.below(3)) : undefined
  const id = again ?? countedId(ledger.attempted.size + 1)
  const text = ledger.attempted.get(id) ?? `${id} ${'x'.repeat(rng.below(900))}`
  ledger.attempted.set(id, text)
  const payload = Buffer.from(text)
  const result =
    choice === 1
      ? await journal.startGeneration(id, payload)
      : await journal.append(EntryKind.change, id, payload)
  if (result.ok) {
    ledger.acked.set(result.value.seq, id)
    ledger.generation = Math.max(ledger.generation, journal.head().generation)
  }
  return result.ok
}

async function compare(journal: Journal, ledger: JournalLedger): Promise<string[]> {
  const found: string[] = []
  const { gaps, writable } = journal.report
  if (gaps.length > 0) found.push(`false gap ${JSON.stringify(gaps)}`)
  if (!writable) found.push('not writable')
  const bySeq = new Map<number, string>()
  let epochs = 0
  for await (const entry of journal.read(1)) {
    if (!entry.ok) {
      found.push(`reading ends: ${entry.error.code}`)
      break
    }
    const { seq, id, payload, kind, generation } = entry.value
    if (seq !== bySeq.size + 1) found.push(`number ${seq} after ${bySeq.size}`)
    if (ledger.attempted.get(id) !== Buffer.from(payload).toString()) found.push(`wrong value at ${seq}`)
    bySeq.set(seq, id)
    if (kind === EntryKind.epoch) epochs++
    if (generation !== 1 + epochs) found.push(`generation ${generation} after ${epochs} epochs`)
  }
  for (const [seq, id] of ledger.acked) if (bySeq.get(seq) !== id) found.push(`lost ${seq}`)
  if (journal.head().lastSeq !== bySeq.size) found.push(`head ${journal.head().lastSeq} of ${bySeq.size}`)
  if (journal.head().generation < ledger.generation) found.push('generation went back')
  return found
}

/** A recovered journal must take the next entry, and know the old ids. */
async function goOn(journal: Journal, ledger: JournalLedger): Promise<string[]> {
  const expected = journal.head().lastSeq + 1
  const next = await journal.append(EntryKind.change, countedId(2 ** 40), Buffer.from('next'))
  if (!next.ok || next.value.seq !== expected) return [`does not go on: ${JSON.stringify(next)}`]
  const last = [...ledger.acked].at(-1)
  if (!last) return []
  const again = await journal.append(EntryKind.change, last[1], Buffer.from('again'))
  return again.ok && again.value.seq === last[0] ? [] : [`id sent again: ${JSON.stringify(again)}`]
}
