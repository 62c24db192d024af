import { describe, expect, test } from 'vitest'
import { EntryKind, type Journal } from '../../../electron/journal/journal'
import { openJournal } from '../../../electron/journal/openJournal'
import { type SimCall, type SimFault, SimFs } from '../../support/simFs'
import type { Rng } from '../../support/simFsInode'
import { countedId, deadProbe, journalWorkload } from '../../support/simFsJournalWorkload'
import { sweepCrashes } from '../../support/simFsSweep'

const isLong = process.env.ORCHARD_FAULTS === 'long'

async function openOn(fs: SimFs, pid = 1): Promise<Journal> {
  const opened = await openJournal({ fs, folder: '/n', segmentBytes: 2048, probe: deadProbe(pid) })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

async function texts(journal: Journal): Promise<string[]> {
  const found: string[] = []
  for await (const entry of journal.read(1))
    found.push(entry.ok ? Buffer.from(entry.value.payload).toString() : entry.error.code)
  return found
}

/** A fault of random kind, place and length. */
function randomFault(rng: Rng): (call: SimCall) => SimFault | undefined {
  const from = 5 + rng.below(150)
  const until = from + (rng.below(3) === 0 ? 1_000 : 1 + rng.below(6))
  const kind = rng.below(4)
  return ({ index, op }) => {
    if (index < from || index >= until) return undefined
    if (kind === 0) return op === 'write' ? { writeOnly: rng.below(700) } : undefined
    if (kind === 1)
      return ['write', 'open', 'sync', 'dataSync'].includes(op) ? { errno: 'ENOSPC' } : undefined
    if (kind === 2) return ['sync', 'dataSync', 'syncFolder'].includes(op) ? { errno: 'EIO' } : undefined
    return { errno: 'EIO' }
  }
}

describe('journal on a disk that fails', () => {
  test('keeps every acknowledged entry through errors followed by kills and power cuts', async () => {
    const count = await sweepCrashes(journalWorkload, {
      seed: 3,
      states: isLong ? 50_000 : 2_500,
      statesPerOperation: 1,
      operationsPerLife: 200,
      fault: randomFault,
    })
    console.log('journal, failing disk', { ...count, violations: count.violations.length })
    expect(count.violations.slice(0, 10)).toEqual([])
  })

  test('does not acknowledge an append whose sync failed, and goes on in a new segment', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
    let failures = 0
    fs.configure({
      fault: ({ op }) => (op === 'dataSync' && ++failures === 1 ? { errno: 'EIO' } : undefined),
    })
    const failed = await journal.append(EntryKind.change, countedId(2), Buffer.from('two'))
    expect(failed).toEqual({ ok: false, error: { code: 'journal.ioFailed', params: { errno: 'EIO' } } })
    const next = await journal.append(EntryKind.change, countedId(3), Buffer.from('three'))
    expect(next).toEqual({ ok: true, value: { seq: 2, generation: 1 } })
    expect(journal.head().segments).toBe(2)
    expect(await texts(journal)).toEqual(['one', 'three'])
    expect(await texts(await openOn(fs.clone(), 2))).toEqual(['one', 'three'])
  })

  test('what a failed sync left readable is made durable before the next start builds on it', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
    // The sync fails and the process is killed before it can react.
    fs.configure({
      fault: ({ op }) => (['dataSync', 'truncate'].includes(op) ? { errno: 'EIO' } : undefined),
    })
    await journal.append(EntryKind.change, countedId(2), Buffer.from('two'))
    const afterKill = fs.clone()
    const second = await openOn(afterKill, 2)
    expect(second.report.afterCrash).toBe(true)
    const seen = await texts(second)
    for (let seed = 0; seed < 50; seed++)
      expect(await texts(await openOn(afterKill.crash(seed), 3))).toEqual(seen)
  })

  test('answers a full disk with journal.diskFull, stays readable, and takes appends again when there is space', async () => {
    let capacityBytes = 100_000
    const fs = new SimFs({ capacityBytes: () => capacityBytes })
    await fs.makeFolder('/n')
    const journal = await openOn(fs)
    for (let n = 1; n <= 5; n++)
      await journal.append(EntryKind.change, countedId(n), Buffer.alloc(300, 65 + n))
    const before = await texts(journal)
    capacityBytes = 0
    for (let n = 6; n <= 9; n++) {
      const full = await journal.append(EntryKind.change, countedId(n), Buffer.alloc(300, 65 + n))
      expect(full).toMatchObject({ ok: false, error: { code: 'journal.diskFull' } })
    }
    expect(await texts(journal)).toEqual(before)
    capacityBytes = 100_000
    const after = await journal.append(EntryKind.change, countedId(9), Buffer.from('nine'))
    expect(after).toMatchObject({ ok: true, value: { seq: 6 } })
    expect(await texts(await openOn(fs.crash(1), 2))).toEqual([...before, 'nine'])
  })

  test('opens for reading on a disk without room for the lock', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const journal = await openOn(fs)
    await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
    await journal.close()
    fs.configure({ capacityBytes: () => 0 })
    const full = await openOn(fs, 2)
    expect(full.report.writable).toBe(false)
    expect(await texts(full)).toEqual(['one'])
    expect(await full.append(EntryKind.change, countedId(2), Buffer.from('two'))).toMatchObject({
      ok: false,
      error: { code: 'journal.readOnly' },
    })
  })

  test('a segment that could not be begun never cuts off what came after it', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const fs = new SimFs()
      await fs.makeFolder('/n')
      const journal = await openOn(fs)
      await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
      // Its name may be on the disk already when the sync of the folder fails, and its removal may not be.
      fs.configure({ fault: ({ op }) => (op === 'syncFolder' ? { errno: 'EIO' } : undefined) })
      await journal.append(EntryKind.change, countedId(2), Buffer.alloc(2_000))
      await journal.close()
      fs.configure({})
      const second = await openOn(fs, 2)
      await second.append(EntryKind.change, countedId(3), Buffer.from('three'))
      expect(await texts(await openOn(fs.crash(seed), 3)), `seed ${seed}`).toEqual(['one', 'three'])
    }
  })

  test('an append that fails takes those with it that were called after it', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const journal = await openOn(fs)
    let writes = 0
    // The header of the first segment gets through, the first entry does not, the rest would.
    fs.configure({ fault: ({ op }) => (op === 'write' && ++writes === 2 ? { errno: 'ENOSPC' } : undefined) })
    const big = Buffer.alloc(1_100_000)
    const results = await Promise.all(
      [1, 2, 3].map((n) => journal.append(EntryKind.importChunk, countedId(n), big)),
    )
    expect(results.map((result) => result.ok)).toEqual([false, false, false])
    expect(await journal.append(EntryKind.importChunk, countedId(1), big)).toMatchObject({
      value: { seq: 1 },
    })
  })

  test('a start that cannot read the end of the newest segment refuses appends and loses nothing', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const big = { fs, folder: '/n', segmentBytes: 100_000 }
    const journal = await openJournal({ ...big, probe: deadProbe(1) })
    if (!journal.ok) throw new Error(journal.error.code)
    for (let n = 1; n <= 4; n++)
      await journal.value.append(EntryKind.change, countedId(n), Buffer.alloc(4_500, 64 + n))
    await journal.value.close()
    // Five blocks of 4 KiB: each pass reads all at once, then block by block, and the last block fails.
    let reads = 0
    fs.configure({
      fault: ({ op, path }) =>
        op === 'read' && path.endsWith('.orj') && [0, 5].includes(reads++ % 6) ? { errno: 'EIO' } : undefined,
    })
    const blind = await openJournal({ ...big, probe: deadProbe(2) })
    expect(blind.ok && blind.value.head().lastSeq).toBe(3)
    expect(blind.ok && blind.value.report.writable).toBe(false)
    if (blind.ok) await blind.value.close()
    fs.configure({})
    const again = await openJournal({ ...big, probe: deadProbe(3) })
    expect(again.ok && again.value.head().lastSeq).toBe(4)
  })

  test('an id that was written but never synced is acknowledged only when it is durable', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const journal = await openOn(fs)
    fs.configure({
      fault: ({ op }) => (['dataSync', 'truncate'].includes(op) ? { errno: 'EIO' } : undefined),
    })
    await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
    const afterKill = fs.clone()
    afterKill.configure({ fault: ({ op }) => (op === 'sync' ? { errno: 'EIO' } : undefined) })
    const second = await openOn(afterKill, 2)
    const resend = () => second.append(EntryKind.change, countedId(1), Buffer.from('one'))
    expect(await resend()).toMatchObject({ ok: false, error: { code: 'journal.ioFailed' } })
    afterKill.configure({})
    expect(await resend()).toMatchObject({ ok: true, value: { seq: 1 } })
    expect(await texts(await openOn(afterKill.crash(1), 3))).toEqual(['one'])
  })

  test('closing rules out what failed, or leaves the lock as a mark for the next start', async () => {
    for (const sealFails of [false, true]) {
      const fs = new SimFs()
      await fs.makeFolder('/n')
      const journal = await openOn(fs)
      await journal.append(EntryKind.change, countedId(1), Buffer.from('one'))
      const broken = ['dataSync', 'truncate', ...(sealFails ? ['open'] : [])]
      fs.configure({ fault: ({ op }) => (broken.includes(op) ? { errno: 'EIO' } : undefined) })
      expect(await journal.append(EntryKind.change, countedId(2), Buffer.from('two'))).toMatchObject({
        ok: false,
      })
      await journal.close()
      fs.configure({})
      expect((await fs.list('/n')).includes('LOCK')).toBe(sealFails)
      const again = await openOn(fs, 2)
      expect(again.report.afterCrash).toBe(sealFails)
      expect(await texts(again)).toEqual(sealFails ? ['one', 'two'] : ['one'])
    }
  })

  test('a start that cannot read the newest segment refuses appends and says so', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const journal = await openOn(fs)
    for (let n = 1; n <= 3; n++) await journal.append(EntryKind.change, countedId(n), Buffer.from(`${n}`))
    await journal.close()
    fs.configure({
      fault: ({ op, path }) => (op === 'read' && path.endsWith('.orj') ? { errno: 'EIO' } : undefined),
    })
    const blind = await openOn(fs, 2)
    expect(blind.report).toMatchObject({ writable: false, gaps: [{ fromSeq: 1, reason: 'unreadable' }] })
    await blind.close()
    fs.configure({})
    expect(await texts(await openOn(fs, 3))).toEqual(['1', '2', '3'])
  })
})
