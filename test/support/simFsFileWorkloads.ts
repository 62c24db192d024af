import { openAttachmentStore } from '../../electron/attachments/attachmentStore'
import { openDraftStore } from '../../electron/drafts/draftStore'
import { durableWrite, readChunks, removeLeftovers } from '../../electron/files/durableWrite'
import type { FsPort } from '../../electron/files/fsPort'
import { type Head, openHead } from '../../electron/journal/head'
import type { Rng } from './simFsInode'
import type { Workload } from './simFsSweep'

/** Values handed to one named place, oldest first, and how many of them are known to be on the disk. */
interface PlaceLedger {
  readonly attempted: string[]
  /** Place in `attempted` of the newest value that was acknowledged or seen after a start, -1 for none. */
  acked: number
}

/** Place -> its values; `''` stands for "nothing there". */
type PlacesLedger = Map<string, PlaceLedger>

const copyPlaces = (ledger: PlacesLedger): PlacesLedger =>
  new Map([...ledger].map(([name, { attempted, acked }]) => [name, { attempted: [...attempted], acked }]))

function placeOf(ledger: PlacesLedger, name: string): PlaceLedger {
  const place = ledger.get(name) ?? { attempted: [], acked: -1 }
  ledger.set(name, place)
  return place
}

/** Notes an attempt; call the answer when it was acknowledged. */
function attempt(ledger: PlacesLedger, name: string, value: string): () => void {
  const place = placeOf(ledger, name)
  const index = place.attempted.push(value) - 1
  return () => {
    place.acked = Math.max(place.acked, index)
  }
}

/** A value must be the last acknowledged one or one that was attempted after it. */
function judge(ledger: PlacesLedger, name: string, found: string): string[] {
  const place = placeOf(ledger, name)
  const index = place.attempted.lastIndexOf(found)
  const isInitial = found === '' && place.acked === -1
  return isInitial || (index >= 0 && index >= place.acked)
    ? []
    : [`${name}: ${place.acked} acked, found ${index}`]
}

/** What a start has shown must not vanish later. */
function adopt(ledger: PlacesLedger, name: string, found: string): void {
  const place = placeOf(ledger, name)
  place.acked = Math.max(place.acked, place.attempted.lastIndexOf(found))
}

function newText(rng: Rng, ledger: PlacesLedger, name: string): string {
  return `${name} ${placeOf(ledger, name).attempted.length} ${'x'.repeat(rng.below(1500))}`
}

async function ensureRoot(fs: FsPort): Promise<boolean> {
  try {
    if (!(await fs.stat('/n'))) await fs.makeFolder('/n')
    await fs.syncFolder('/')
    return true
  } catch {
    return false
  }
}

const DRAFTS = ['note', 'reply']

async function loadDraft(fs: FsPort, name: string): Promise<string> {
  const store = await openDraftStore(fs, '/n/drafts')
  const text = store.ok ? await store.value.load(name) : store
  if (!text.ok) return `failed: ${text.error.code}`
  return text.value ? Buffer.from(text.value).toString() : ''
}

/** Saves, overtakes and removes drafts. */
export const draftWorkload: Workload<PlacesLedger> = {
  newLedger: () => new Map(),
  copy: copyPlaces,
  live: async (fs, ledger, rng) => {
    const store = (await ensureRoot(fs)) ? await openDraftStore(fs, '/n/drafts') : undefined
    if (!store?.ok) return
    for (let round = 0; round < 25; round++) {
      const name = DRAFTS[rng.below(2)] ?? 'note'
      const burst = Array.from({ length: 1 + rng.below(3) }, async () => {
        const isRemoval = rng.below(5) === 0
        const text = isRemoval ? '' : newText(rng, ledger, name)
        const acknowledged = attempt(ledger, name, text)
        const saved = isRemoval
          ? await store.value.remove(name)
          : await store.value.save(name, Buffer.from(text))
        if (saved.ok) acknowledged()
      })
      await Promise.all(burst)
    }
  },
  check: async (fs, ledger) => {
    if (!(await fs.stat('/n')))
      return [...ledger.values()].some(({ acked }) => acked >= 0) ? ['all lost'] : []
    const found = await Promise.all(
      DRAFTS.map(async (name) => judge(ledger, name, await loadDraft(fs, name))),
    )
    return found.flat()
  },
}

const headOf = (generation: number): Head => ({
  generation,
  databaseName: `orchard_g${generation}`,
  schema: 1,
  floor: { electronMajor: 45 },
  lastSnapshot: null,
  everHadRecords: true,
})

/** Writes HEAD over and over; on a sound disk, what a start shows is durable from then on. */
export const headWorkload: Workload<PlacesLedger> = headWorkloadOn('sound disk')

/** The same without that: on a failing disk, HEAD may show what an earlier process could not make durable. */
export const headWorkloadOnFailingDisk: Workload<PlacesLedger> = headWorkloadOn('failing disk')

function headWorkloadOn(disk: 'sound disk' | 'failing disk'): Workload<PlacesLedger> {
  return {
    newLedger: () => new Map(),
    copy: copyPlaces,
    live: async (fs, ledger, rng) => {
      const head = (await ensureRoot(fs)) ? await openHead(fs, '/n') : undefined
      if (!head?.ok) return
      const current = head.value.current()
      if (current && disk === 'sound disk') adopt(ledger, 'HEAD', String(current.generation))
      for (let round = 0; round < 30 && rng.below(40) > 0; round++) {
        const generation = placeOf(ledger, 'HEAD').attempted.length + 1
        const acknowledged = attempt(ledger, 'HEAD', String(generation))
        if ((await head.value.write(headOf(generation))).ok) acknowledged()
      }
    },
    check: async (fs, ledger) => {
      const head = (await fs.stat('/n')) ? await openHead(fs, '/n') : undefined
      const current = head?.ok ? head.value.current() : undefined
      return judge(ledger, 'HEAD', current ? String(current.generation) : '')
    },
  }
}

/** Stores attachments, some of them twice; the place is the hash. */
export const attachmentWorkload: Workload<PlacesLedger> = {
  newLedger: () => new Map(),
  copy: copyPlaces,
  live: async (fs, ledger, rng) => {
    const store = (await ensureRoot(fs)) ? await openAttachmentStore(fs, '/n/attachments') : undefined
    if (!store?.ok) return
    for (let round = 0; round < 12; round++) {
      const puts = Array.from({ length: 1 + rng.below(2) }, async () => {
        const text = `attachment ${rng.below(12)} ${'y'.repeat(1300)}`
        const stored = await store.value.put(Buffer.from(text))
        if (stored.ok) attempt(ledger, stored.value.hash, text)()
      })
      await Promise.all(puts)
    }
  },
  check: async (fs, ledger) => {
    if (!(await fs.stat('/n'))) return ledger.size > 0 ? ['all lost'] : []
    const store = await openAttachmentStore(fs, '/n/attachments')
    if (!store.ok) return [store.error.code]
    const found = await Promise.all([...ledger.keys()].map((hash) => store.value.get(hash)))
    return found.flatMap((result) => (result.ok ? [] : [result.error.code]))
  },
}

/** Writes files by stream and by bytes, under new names and over existing ones. */
export const durableWriteWorkload: Workload<PlacesLedger> = {
  newLedger: () => new Map(),
  copy: copyPlaces,
  live: async (fs, ledger, rng) => {
    if (!(await ensureRoot(fs))) return
    await removeLeftovers(fs, '/n')
    for (let round = 0; round < 20; round++) {
      const name = `file-${rng.below(6)}`
      const text = newText(rng, ledger, name)
      const acknowledged = attempt(ledger, name, text)
      const bytes = Buffer.from(text)
      const content = rng.below(2) === 0 ? bytes : inChunks(bytes)
      const written = await durableWrite(fs, '/n', name, content, { onExisting: 'replace' })
      if (written.ok) acknowledged()
    }
  },
  check: async (fs, ledger) => {
    const found = await Promise.all(
      [...ledger.keys()].map(async (name) => judge(ledger, name, await readText(fs, `/n/${name}`))),
    )
    return found.flat()
  },
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 400) yield bytes.subarray(at, at + 400)
}

async function readText(fs: FsPort, path: string): Promise<string> {
  if (!(await fs.stat(path).catch(() => null))) return ''
  const chunks: Uint8Array[] = []
  for await (const chunk of readChunks(fs, path)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
