import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeEntryHeader,
  encodeEntryHeader,
  MAX_PAYLOAD_BYTES,
} from '../../../electron/journal/entryFormat'
import { EntryKind, type Journal, type JournalEntry } from '../../../electron/journal/journal'
import { openJournal } from '../../../electron/journal/openJournal'
import { SimFs, type SimOp } from '../../support/simFs'
import { countedId, deadProbe } from '../../support/simFsJournalWorkload'

let pid = 100

async function newDisk(): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  return fs
}

async function openOn(fs: SimFs, segmentBytes = 2048): Promise<Journal> {
  const opened = await openJournal({
    fs,
    folder: '/n',
    segmentBytes,
    verifyAll: true,
    probe: deadProbe(++pid),
  })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

async function readAll(journal: Journal, fromSeq = 1): Promise<JournalEntry[]> {
  const found: JournalEntry[] = []
  for await (const entry of journal.read(fromSeq)) {
    if (!entry.ok) throw new Error(entry.error.code)
    found.push(entry.value)
  }
  return found
}

/** Counts operations of one kind from now on. */
function countOf(fs: SimFs, op: SimOp): () => number {
  let count = 0
  fs.configure({
    before: (call) => {
      if (call.op === op) count++
    },
  })
  return () => count
}

describe('journal', () => {
  test('numbers that were given up stay given up, and every reading names the gap', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
    expect(await journal.skipTo(9)).toEqual({ ok: true, value: null })
    expect(await journal.append(EntryKind.change, countedId(2), Buffer.from('two'))).toMatchObject({
      ok: true,
      value: { seq: 10 },
    })
    expect(await journal.skipTo(4)).toEqual({ ok: true, value: null })
    await journal.close()
    const again = await openOn(fs)
    expect(again.head()).toMatchObject({ lastSeq: 10 })
    expect(again.report.gaps).toMatchObject([{ fromSeq: 2, toSeq: 9, reason: 'missing' }])
    expect((await readAll(again, 10)).map(({ id }) => id)).toEqual([countedId(2)])
  })

  test('numbers stay given up when nothing follows them before the next start', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
    await journal.skipTo(9)
    await journal.close()
    const again = await openOn(fs)
    expect(again.head()).toMatchObject({ lastSeq: 9 })
    expect(await again.append(EntryKind.change, countedId(2), Buffer.from('two'))).toMatchObject({
      ok: true,
      value: { seq: 10 },
    })
  })

  test('numbers entries from 1 in the order of the calls and reads them back from any number', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs)
    const kinds = Object.values(EntryKind)
    const seqs = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        journal.append(kinds[n % kinds.length] ?? EntryKind.change, countedId(n), Buffer.from(`text ${n}`)),
      ),
    )
    expect(seqs.map((result) => result.ok && result.value.seq)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    )
    await journal.close()
    const again = await openOn(fs)
    expect(again.head()).toEqual({ generation: 1, lastSeq: 20, segments: 1, bytes: expect.any(Number) })
    const entries = await readAll(again)
    expect(entries.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 20 }, (_, n) => kinds[n % kinds.length]),
    )
    expect((await readAll(again, 18)).map(({ seq, payload }) => `${seq} ${Buffer.from(payload)}`)).toEqual([
      '18 text 17',
      '19 text 18',
      '20 text 19',
    ])
    expect(await readAll(again, 21)).toEqual([])
  })

  test('one sync serves all who wait', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs, 1_000_000)
    await journal.append(EntryKind.change, countedId(0), Buffer.from('first'))
    const syncs = countOf(fs, 'dataSync')
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        journal.append(EntryKind.change, countedId(n + 1), Buffer.from('x')),
      ),
    )
    expect(syncs()).toBe(1)
  })

  test('gives the same number to an id that is sent again, at once, later and after a start', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs)
    const append = (on: Journal) => on.append(EntryKind.change, countedId(7), Buffer.from('seven'))
    expect(await Promise.all([append(journal), append(journal)])).toMatchObject([
      { value: { seq: 1 } },
      { value: { seq: 1, isKnown: true } },
    ])
    await journal.append(EntryKind.change, countedId(8), Buffer.from('eight'))
    expect(await append(journal)).toMatchObject({ value: { seq: 1, isKnown: true } })
    expect(journal.seqOf(countedId(8))).toBe(2)
    const again = await openOn(fs.clone())
    expect(await append(again)).toMatchObject({ value: { seq: 1, isKnown: true } })
    expect((await readAll(again)).length).toBe(2)
  })

  test('begins a generation with its epoch entry and goes on counting', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('before'))
    expect(await journal.startGeneration(countedId(2), Buffer.from('restored'))).toEqual({
      ok: true,
      value: { generation: 2, seq: 2 },
    })
    await journal.append(EntryKind.change, countedId(3), Buffer.from('after'))
    await journal.close()
    const again = await openOn(fs)
    expect((await readAll(again)).map(({ seq, generation, kind }) => [seq, generation, kind])).toEqual([
      [1, 1, EntryKind.change],
      [2, 2, EntryKind.epoch],
      [3, 2, EntryKind.change],
    ])
    expect(await fs.list('/n/journal')).toEqual(['g0001-000001.orj', 'g0002-000002.orj'])
  })

  test('a generation whose epoch entry failed has not begun', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('before'))
    fs.configure({ fault: ({ op }) => (op === 'dataSync' ? { errno: 'EIO' } : undefined) })
    expect(await journal.startGeneration(countedId(2), Buffer.from('restored'))).toMatchObject({ ok: false })
    const killed = await openOn(fs.clone())
    expect(await killed.append(EntryKind.change, countedId(4), Buffer.from('after'))).toEqual({
      ok: true,
      value: { seq: 2, generation: 1 },
    })
    fs.configure({})
    await journal.append(EntryKind.change, countedId(3), Buffer.from('after'))
    for (const disk of [fs.clone(), fs.crash(1), fs.crash(2)]) {
      const again = await openOn(disk)
      expect(again.head().generation).toBe(1)
      expect((await readAll(again)).map(({ payload }) => Buffer.from(payload).toString())).toEqual([
        'before',
        'after',
      ])
    }
  })

  test('refuses what it could not keep', async () => {
    const journal = await openOn(await newDisk())
    const code = async (kind: number, id: string, payload: Uint8Array): Promise<string> => {
      const result = await journal.append(kind as EntryKind, id, payload)
      return result.ok ? 'accepted' : result.error.code
    }
    expect(await code(99, countedId(1), Buffer.from(''))).toBe('journal.badEntry')
    expect(await code(EntryKind.change, '../x', Buffer.from(''))).toBe('journal.badEntry')
    expect(await code(EntryKind.change, countedId(1).toUpperCase().replace('0', 'A'), Buffer.from(''))).toBe(
      'journal.badEntry',
    )
    expect(await code(EntryKind.change, countedId(1), new Uint8Array(MAX_PAYLOAD_BYTES + 1))).toBe(
      'journal.tooLarge',
    )
    expect(await code(EntryKind.change, countedId(1), new Uint8Array(0))).toBe('accepted')
    await journal.close()
    expect(await code(EntryKind.change, countedId(2), new Uint8Array(0))).toBe('journal.closed')
  })

  test('does not touch a journal of a later version', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
    await journal.close()
    const name = '/n/journal/g0001-000001.orj'
    const { crc32 } = await import('node:zlib')
    const newer = Buffer.from(fs.peek(name) ?? [])
    newer.writeUInt16LE(3, 8)
    newer.writeUInt32LE(crc32(newer.subarray(0, 124)), 124)
    fs.poke(name, newer)
    const opened = await openJournal({ fs, folder: '/n', probe: deadProbe(++pid) })
    expect(opened).toEqual({ ok: false, error: { code: 'journal.newerFormat' } })
    expect(fs.peek(name)).toEqual(Uint8Array.from(newer))
    expect(await fs.list('/n')).toEqual(['journal'])
  })

  test('a payload blanked by erasure keeps its place, and the chain behind it stays proven', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs, 100_000)
    for (let n = 1; n <= 3; n++)
      await journal.append(EntryKind.change, countedId(n), Buffer.from(`secret ${n}`))
    await journal.close()
    const name = '/n/journal/g0001-000001.orj'
    const bytes = Buffer.from(fs.peek(name) ?? [])
    const second = 128 + 128 + 'secret 1'.length
    const first = decodeEntryHeader(bytes.subarray(128))
    const header = decodeEntryHeader(bytes.subarray(second))
    if (!header || !first) throw new Error('no header')
    encodeEntryHeader({ ...header, blanked: true }, first.chain).copy(bytes, second)
    bytes.fill(0, second + 128, second + 128 + header.payloadBytes)
    fs.poke(name, bytes)
    const again = await openOn(fs, 100_000)
    expect(again.report.gaps).toEqual([])
    expect(
      (await readAll(again)).map(({ blanked, payload }) => [blanked, Buffer.from(payload).toString()]),
    ).toEqual([
      [false, 'secret 1'],
      [true, ''],
      [false, 'secret 3'],
    ])
    // A payload that is blanked without the mark, or marked without being blanked, is damage.
    for (const at of [second + 5, second + 130]) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at)
      fs.poke(name, damaged)
      expect((await openOn(fs.clone(), 100_000)).report.gaps).toMatchObject([{ fromSeq: 2, toSeq: 2 }])
    }
  })

  test('reading begins with what is acknowledged then, while appends go on', async () => {
    const journal = await openOn(await newDisk())
    for (let n = 1; n <= 5; n++) await journal.append(EntryKind.change, countedId(n), Buffer.from(`${n}`))
    const seen: number[] = []
    for await (const entry of journal.read(1)) {
      if (entry.ok) seen.push(entry.value.seq)
      await journal.append(EntryKind.change, countedId(100 + seen.length), Buffer.alloc(900))
    }
    expect(seen).toEqual([1, 2, 3, 4, 5])
    expect((await readAll(journal)).length).toBe(10)
  })

  test('holds any sequence of payloads over any number of starts', async () => {
    const start = fc.array(fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 6 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(start, { maxLength: 4 }),
        fc.integer({ min: 300, max: 6_000 }),
        async (starts, size) => {
          const fs = await newDisk()
          const written: Uint8Array[] = []
          for (const groups of starts) {
            const journal = await openOn(fs, size)
            for (const group of groups) {
              const results = group.map((payload) => {
                written.push(payload)
                return journal.append(EntryKind.change, countedId(written.length), payload)
              })
              for (const result of await Promise.all(results)) expect(result.ok).toBe(true)
            }
            await journal.close()
          }
          const journal = await openOn(fs, size)
          expect(journal.report).toMatchObject({ gaps: [], tornTail: null, ignored: [], misnamed: [] })
          expect((await readAll(journal)).map(({ payload }) => [...payload])).toEqual(
            written.map((bytes) => [...bytes]),
          )
          expect(journal.head().lastSeq).toBe(written.length)
          await journal.close()
        },
      ),
      { numRuns: 60, seed: 5 },
    )
  })

  test('an entry as large as the cap goes through whole', async () => {
    const fs = await newDisk()
    const journal = await openOn(fs, 8 * 1024 * 1024)
    const payload = new Uint8Array(9_000_000).map((_, at) => at % 251)
    expect(await journal.append(EntryKind.importChunk, countedId(1), payload)).toMatchObject({ ok: true })
    expect(await journal.append(EntryKind.change, countedId(2), Buffer.from('next'))).toMatchObject({
      ok: true,
    })
    const [big, next] = await readAll(journal)
    expect(Buffer.compare(big?.payload ?? Buffer.alloc(0), payload)).toBe(0)
    expect(Buffer.from(next?.payload ?? []).toString()).toBe('next')
    expect(journal.head().segments).toBe(2)
  })
})
