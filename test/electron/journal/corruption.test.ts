import { describe, expect, test } from 'vitest'
import { decodeEntryHeader, encodeEntryHeader, sha256 } from '../../../electron/journal/entryFormat'
import { EntryKind, type Journal, type OpenReport } from '../../../electron/journal/journal'
import { openJournal } from '../../../electron/journal/openJournal'
import { SimFs } from '../../support/simFs'
import { Rng } from '../../support/simFsInode'
import { countedId, deadProbe } from '../../support/simFsJournalWorkload'

const isLong = process.env.ORCHARD_FAULTS === 'long'
const ENTRIES = 24
const FOLDER = '/n/journal'
let pid = 5000

async function openOn(fs: SimFs): Promise<Journal> {
  const opened = await openJournal({
    fs,
    folder: '/n',
    segmentBytes: 1500,
    verifyAll: true,
    probe: deadProbe(++pid),
  })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

interface Found {
  readonly report: OpenReport
  /** Numbers that a plain read returns before it ends. */
  readonly prefix: readonly number[]
  /** Numbers that reading across gaps returns. */
  readonly readable: ReadonlySet<number>
  /** Ranges that reading across gaps reports as missing. */
  readonly gaps: readonly (readonly [from: number, to: number])[]
  readonly lastSeq: number
}

function textOf(seq: number): string {
  return `entry ${seq} ${'abcdefgh'.repeat(seq % 40)}`
}

/** A closed journal of 24 entries in several segments, some of them written as one group. */
async function healthyJournal(replaced: readonly [from: string, to: string] = ['', '']): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  const opened = await openJournal({ fs, folder: '/n', segmentBytes: 1500, probe: deadProbe(++pid) })
  if (!opened.ok) throw new Error(opened.error.code)
  const append = (n: number) =>
    opened.value.append(EntryKind.change, countedId(n), Buffer.from(textOf(n).replace(...replaced)))
  for (let n = 1; n <= ENTRIES - 6; n++) await append(n)
  await Promise.all([ENTRIES - 5, ENTRIES - 4, ENTRIES - 3].map(append))
  for (let n = ENTRIES - 2; n <= ENTRIES; n++) await append(n)
  await opened.value.close()
  return fs.crash(1)
}

/** Opens, reads both ways, and fails at once on any value that was never written there. */
async function examine(fs: SimFs): Promise<Found> {
  const opened = await openJournal({
    fs,
    folder: '/n',
    segmentBytes: 1500,
    verifyAll: true,
    probe: deadProbe(++pid),
  })
  if (!opened.ok) throw new Error(opened.error.code)
  const journal = opened.value
  const prefix: number[] = []
  for await (const entry of journal.read(1)) if (entry.ok) prefix.push(entry.value.seq)
  const readable = new Set<number>()
  const gaps: [number, number][] = []
  for await (const entry of journal.read(1, { acrossGaps: true })) {
    if (entry.ok) {
      const { seq, id, payload } = entry.value
      if (Buffer.from(payload).toString() !== textOf(seq) || id !== countedId(seq))
        throw new Error(`wrong value at ${seq}`)
      readable.add(seq)
    } else {
      expect(entry.error.code).toBe('journal.gap')
      gaps.push([Number(entry.error.params?.fromSeq), Number(entry.error.params?.toSeq)])
    }
  }
  const { lastSeq } = journal.head()
  await journal.close()
  return { report: journal.report, prefix, readable, gaps, lastSeq }
}

/** What must hold whatever was damaged: a prefix without holes, and every missing entry accounted for. */
function expectHonest(found: Found, firstDamaged: number, where: string): void {
  const { prefix, readable, gaps, report, lastSeq } = found
  const upTo = prefix.length
  expect(prefix, where).toEqual(Array.from({ length: upTo }, (_, index) => index + 1))
  expect(upTo, `${where}: prefix`).toBeGreaterThanOrEqual(firstDamaged - 1)
  for (let seq = 1; seq <= ENTRIES; seq++) {
    if (readable.has(seq)) continue
    const isGap = gaps.some(([from, to]) => from <= seq && seq <= to)
    const isTorn = report.tornTail !== null && seq > lastSeq
    expect(isGap || isTorn, `${where}: ${seq} is neither readable nor reported`).toBe(true)
    if (isGap) expect(report.gaps.length, where).toBeGreaterThan(0)
  }
}

/** Journals go on after damage, without giving a number twice. */
async function expectGoesOn(fs: SimFs, before: Found, where: string): Promise<void> {
  const opened = await openJournal({ fs, folder: '/n', segmentBytes: 1500, probe: deadProbe(++pid) })
  if (!opened.ok) throw new Error(opened.error.code)
  const next = await opened.value.append(EntryKind.change, countedId(999), Buffer.from('after'))
  expect(next, where).toMatchObject({ ok: true, value: { seq: before.lastSeq + 1 } })
  await opened.value.close()
  const again = await openJournal({ fs, folder: '/n', segmentBytes: 1500, probe: deadProbe(++pid) })
  if (!again.ok) throw new Error(again.error.code)
  const seen = new Map<number, string>()
  for await (const entry of again.value.read(1, { acrossGaps: true }))
    if (entry.ok) seen.set(entry.value.seq, entry.value.id)
  expect(seen.get(before.lastSeq + 1), where).toBe(countedId(999))
  for (const seq of before.readable)
    expect(seen.get(seq), `${where}: ${seq} after going on`).toBe(countedId(seq))
  await again.value.close()
}

async function segmentsOf(fs: SimFs): Promise<{ name: string; bytes: Uint8Array }[]> {
  const names = await fs.list(FOLDER)
  return names.map((name) => ({ name, bytes: fs.peek(`${FOLDER}/${name}`) ?? new Uint8Array(0) }))
}

/** Offsets at which entries begin, and their numbers, straight from the format. */
function entriesOf(bytes: Uint8Array): { offset: number; seq: number; end: number }[] {
  const view = Buffer.from(bytes)
  const found: { offset: number; seq: number; end: number }[] = []
  for (let offset = 128; offset < view.length; ) {
    const end = offset + 128 + view.readUInt32LE(offset + 24)
    found.push({ offset, seq: Number(view.readBigUInt64LE(offset + 16)), end })
    offset = end
  }
  return found
}

describe('journal with damaged files', () => {
  test('one flipped bit anywhere costs at most the entry it is in, and is reported', async () => {
    const healthy = await healthyJournal()
    const step = isLong ? 1 : 5
    const rng = new Rng(7)
    let flips = 0
    let lost = 0
    for (const { name, bytes } of await segmentsOf(healthy)) {
      for (let offset = rng.below(step); offset < bytes.length; offset += step) {
        const fs = healthy.clone()
        const damaged = Uint8Array.from(bytes)
        damaged[offset] = (damaged[offset] ?? 0) ^ (1 << rng.below(8))
        fs.poke(`${FOLDER}/${name}`, damaged)
        const hit = entriesOf(bytes).find((entry) => offset >= entry.offset && offset < entry.end)
        const where = `${name} byte ${offset}`
        const found = await examine(fs)
        expectHonest(found, hit?.seq ?? ENTRIES + 1, where)
        flips++
        lost += ENTRIES - found.readable.size
        // Entries of one group stand and fall together at the very end only.
        expect(ENTRIES - found.readable.size, where).toBeLessThanOrEqual(1)
        if (!hit)
          expect(found.report.repairedHeaders.length + found.report.ignored.length, where).toBeGreaterThan(0)
        if (flips % 7 === 0) await expectGoesOn(fs, found, where)
      }
    }
    console.log('bit flips', { flips, entriesLost: lost, ofEntries: flips * ENTRIES })
  })

  test('a cut at every offset of the last three entries leaves the whole ones before it', async () => {
    const healthy = await healthyJournal()
    const last = (await segmentsOf(healthy)).at(-1)
    if (!last) throw new Error('no segment')
    const entries = entriesOf(last.bytes)
    let cuts = 0
    for (let size = entries.at(-3)?.offset ?? 128; size < last.bytes.length; size++) {
      const fs = healthy.clone()
      fs.poke(`${FOLDER}/${last.name}`, last.bytes.subarray(0, size))
      const whole = entries.findLast((entry) => entry.end <= size)
      const found = await examine(fs)
      const expected = whole?.seq ?? (entries[0]?.seq ?? 1) - 1
      expect(found.prefix.length, `cut at ${size}`).toBe(expected)
      expect(found.report.gaps).toEqual([])
      const isClean = entries.some((entry) => entry.offset === size) || size === 128
      expect(found.report.tornTail === null, `cut at ${size}`).toBe(isClean)
      if (cuts++ % 7 === 0) await expectGoesOn(fs, found, `cut at ${size}`)
    }
    console.log('cuts', cuts)
  })

  test('what a torn group left behind never comes back behind a new entry of the same size', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('kept'))
    await Promise.all([2, 3].map((n) => journal.append(EntryKind.change, countedId(n), Buffer.from('torn'))))
    await journal.close()
    const name = `${FOLDER}/g0001-000001.orj`
    const torn = Uint8Array.from(fs.peek(name) ?? [])
    torn[128 + 132 + 130] = 0
    fs.poke(name, torn)
    const second = await openOn(fs)
    expect(second.report).toMatchObject({ gaps: [], tornTail: { offset: 128 + 132, sizeBytes: 264 } })
    await second.append(EntryKind.change, countedId(4), Buffer.from('next'))
    await second.close()
    const third = await openOn(fs)
    const seen: string[] = []
    for await (const entry of third.read(1))
      seen.push(entry.ok ? Buffer.from(entry.value.payload).toString() : 'gap')
    expect(seen).toEqual(['kept', 'next'])
    expect(third.report).toMatchObject({ gaps: [], tornTail: null })
  })

  test('a lost newest segment that is put back later does not displace what was written since', async () => {
    const healthy = await healthyJournal()
    const last = (await segmentsOf(healthy)).at(-1)
    if (!last) throw new Error('no segment')
    const path = `${FOLDER}/${last.name}`
    healthy.poke(path, new Uint8Array(last.bytes.length))
    const journal = await openOn(healthy)
    const since = await journal.append(EntryKind.change, countedId(500), Buffer.from('since'))
    await journal.close()
    // More numbers were skipped than the lost segment can have held.
    expect(since.ok && since.value.seq).toBeGreaterThan(ENTRIES)
    healthy.poke(path, last.bytes)
    expect((await openOn(healthy)).seqOf(countedId(500))).toBe(since.ok && since.value.seq)
  })

  test('pieces of another history of the same notebook, each valid in itself, are a broken chain', async () => {
    const ours = await healthyJournal()
    const theirs = await healthyJournal(['entry 3 ', 'ENTRY 3 '])
    const [segment] = await segmentsOf(ours)
    const foreign = theirs.peek(`${FOLDER}/${segment?.name}`)
    const entries = entriesOf(segment?.bytes ?? new Uint8Array(0))
    const third = entries.find((entry) => entry.seq === 3)
    if (!segment || !foreign || !third) throw new Error('no segment')
    const wholeSegment = ours.clone()
    wholeSegment.poke(`${FOLDER}/${segment.name}`, foreign)
    const next = (entries.at(-1)?.seq ?? 0) + 1
    expect((await openOn(wholeSegment)).report.gaps).toMatchObject([
      { fromSeq: next, toSeq: next - 1, reason: 'chain' },
    ])
    const oneEntry = ours.clone()
    const spliced = Uint8Array.from(segment.bytes)
    spliced.set(foreign.subarray(third.offset, third.end), third.offset)
    oneEntry.poke(`${FOLDER}/${segment.name}`, spliced)
    expect((await openOn(oneEntry)).report.gaps).toMatchObject([{ fromSeq: 4, toSeq: 3, reason: 'chain' }])
  })

  test('an entry that names another segment is not believed, even if number and chain fit', async () => {
    const healthy = await healthyJournal()
    const last = (await segmentsOf(healthy)).at(-1)
    const end = last && decodeEntryHeader(last.bytes.subarray(entriesOf(last.bytes).at(-1)?.offset))
    if (!last || !end) throw new Error('no segment')
    for (const [segment, seen] of [
      [end.segment, ENTRIES + 1],
      [end.segment - 1, ENTRIES],
    ] as const) {
      const payload = Buffer.from('left over in a block that was used again')
      const fields = { ...end, segment, seq: ENTRIES + 1, id: countedId(700), indexInBatch: 0 }
      const sized = { ...fields, payloadBytes: payload.length, payloadHash: sha256(payload) }
      const fs = healthy.clone()
      const grown = Buffer.concat([last.bytes, encodeEntryHeader(sized, end.chain), payload])
      fs.poke(`${FOLDER}/${last.name}`, grown)
      expect((await openOn(fs)).head().lastSeq).toBe(seen)
    }
  })

  test('a dropped segment in the middle is a gap of exactly its entries', async () => {
    const healthy = await healthyJournal()
    const segments = await segmentsOf(healthy)
    for (const { name, bytes } of segments.slice(0, -1)) {
      const fs = healthy.clone()
      fs.drop(`${FOLDER}/${name}`)
      const seqs = entriesOf(bytes).map((entry) => entry.seq)
      const found = await examine(fs)
      expectHonest(found, seqs[0] ?? 0, name)
      expect(found.gaps, name).toEqual([[seqs[0], seqs.at(-1)]])
      await expectGoesOn(fs, found, name)
    }
  })

  test('swapped names are put right by the headers inside', async () => {
    const healthy = await healthyJournal()
    const segments = await segmentsOf(healthy)
    for (let at = 0; at + 1 < segments.length; at++) {
      const [a, b] = [segments[at], segments[at + 1]]
      if (!a || !b) continue
      const fs = healthy.clone()
      fs.poke(`${FOLDER}/${a.name}`, b.bytes)
      fs.poke(`${FOLDER}/${b.name}`, a.bytes)
      const found = await examine(fs)
      expect(found.prefix.length).toBe(ENTRIES)
      expect(found.report.misnamed).toEqual([a.name, b.name])
      await expectGoesOn(fs, found, a.name)
    }
  })

  test('a copy under another name changes nothing and is reported', async () => {
    const healthy = await healthyJournal()
    for (const { name, bytes } of await segmentsOf(healthy)) {
      const fs = healthy.clone()
      fs.poke(`${FOLDER}/g0001-000099.orj`, bytes)
      fs.poke(`${FOLDER}/${name} (1).orj`, bytes)
      const found = await examine(fs)
      expect(found.prefix.length, name).toBe(ENTRIES)
      expect(found.report.ignored, name).toEqual([`${name} (1).orj`, 'g0001-000099.orj'].sort())
      await expectGoesOn(fs, found, name)
    }
  })

  test('an older, shorter copy of a sealed segment is a gap', async () => {
    const healthy = await healthyJournal()
    for (const { name, bytes } of (await segmentsOf(healthy)).slice(0, -1)) {
      for (const entry of entriesOf(bytes)) {
        const fs = healthy.clone()
        fs.poke(`${FOLDER}/${name}`, bytes.subarray(0, entry.offset))
        const found = await examine(fs)
        expectHonest(found, entry.seq, name)
        expect(found.report.gaps.length, name).toBe(1)
      }
    }
  })

  test('a block of one segment copied into another is never taken for its entries', async () => {
    const healthy = await healthyJournal()
    const segments = await segmentsOf(healthy)
    for (const target of segments) {
      for (const source of segments.filter((segment) => segment !== target)) {
        const fs = healthy.clone()
        const bytes = Uint8Array.from(target.bytes)
        bytes.set(source.bytes.subarray(128, Math.min(source.bytes.length, bytes.length)), 128)
        fs.poke(`${FOLDER}/${target.name}`, bytes)
        const found = await examine(fs)
        expectHonest(found, entriesOf(target.bytes)[0]?.seq ?? 1, `${source.name} in ${target.name}`)
      }
    }
  })

  test('random damage of every kind never yields a wrong value', async () => {
    const healthy = await healthyJournal()
    const segments = await segmentsOf(healthy)
    const rounds = isLong ? 1_000_000 : 2_500
    let lost = 0
    for (let seed = 0; seed < rounds; seed++) {
      const rng = new Rng(seed)
      const fs = healthy.clone()
      let firstDamaged = ENTRIES + 1
      for (let times = 1 + rng.below(3); times > 0; times--) {
        const { name, bytes } = segments[rng.below(segments.length)] as (typeof segments)[number]
        const damaged = Uint8Array.from(fs.peek(`${FOLDER}/${name}`) ?? bytes)
        const from = rng.below(damaged.length)
        const length = 1 + rng.below(rng.below(2) === 0 ? 8 : 700)
        const fill = rng.below(3)
        for (let at = from; at < Math.min(from + length, damaged.length); at++)
          damaged[at] = fill === 0 ? 0 : fill === 1 ? 0xff : rng.below(256)
        fs.poke(`${FOLDER}/${name}`, damaged)
        const hit = from < 128 ? entriesOf(bytes)[0] : entriesOf(bytes).find((entry) => from < entry.end)
        firstDamaged = Math.min(firstDamaged, hit?.seq ?? ENTRIES)
      }
      const found = await examine(fs)
      expectHonest(found, firstDamaged, `seed ${seed}`)
      lost += ENTRIES - found.readable.size
      if (seed % 5 === 0) await expectGoesOn(fs, found, `seed ${seed}`)
    }
    console.log('random damage', { rounds, entriesLost: lost, ofEntries: rounds * ENTRIES })
  })
})
