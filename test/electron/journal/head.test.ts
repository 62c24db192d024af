import { describe, expect, test } from 'vitest'
import { type Head, headFromJournal, openHead } from '../../../electron/journal/head'
import { SimFs } from '../../support/simFs'

const HEAD: Head = {
  generation: 3,
  databaseName: 'orchard_g3',
  schema: 1,
  floor: { electronMajor: 45, chromium: 156 },
  lastSnapshot: 'g0003-s0000123456.orchard',
  everHadRecords: true,
}

async function newDisk(): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  return fs
}

async function open(fs: SimFs) {
  const head = await openHead(fs, '/n')
  if (!head.ok) throw new Error(head.error.code)
  return head.value
}

describe('HEAD', () => {
  test('is absent at first, which is not the same as damaged', async () => {
    const fs = await newDisk()
    expect((await open(fs)).states).toEqual(['absent', 'absent'])
    fs.poke('/n/HEAD.a', new Uint8Array(512))
    const damaged = await open(fs)
    expect(damaged.states).toEqual(['damaged', 'absent'])
    expect(damaged.current()).toBeUndefined()
  })

  test('alternates between two slots of 512 bytes and reads the newer one', async () => {
    const fs = await newDisk()
    const head = await open(fs)
    for (let generation = 1; generation <= 5; generation++) await head.write({ ...HEAD, generation })
    expect((await open(fs)).current()).toEqual({ ...HEAD, generation: 5, slotSeq: 5 })
    expect(fs.peek('/n/HEAD.a')?.length).toBe(512)
    expect(fs.peek('/n/HEAD.b')?.length).toBe(512)
  })

  test('any damage to the newer slot leaves the older one', async () => {
    const fs = await newDisk()
    const head = await open(fs)
    await head.write({ ...HEAD, generation: 1 })
    await head.write({ ...HEAD, generation: 2 })
    const whole = fs.peek('/n/HEAD.b') ?? new Uint8Array(0)
    const used = 52 + JSON.stringify({ ...HEAD, generation: 2 }).length
    for (let at = 0; at < used; at++) {
      const damaged = Uint8Array.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      fs.poke('/n/HEAD.b', damaged)
      expect((await open(fs)).current()?.generation, `byte ${at}`).toBe(1)
      fs.poke('/n/HEAD.b', whole.subarray(0, at))
      expect((await open(fs)).current()?.generation, `cut at ${at}`).toBe(1)
    }
  })

  test('answers what the disk says and keeps the value before', async () => {
    const fs = await newDisk()
    const head = await open(fs)
    await head.write(HEAD)
    fs.configure({ fault: ({ op }) => (op === 'sync' ? { errno: 'EIO' } : undefined) })
    expect(await head.write({ ...HEAD, generation: 4 })).toEqual({
      ok: false,
      error: { code: 'head.ioFailed', params: { errno: 'EIO' } },
    })
    expect(head.current()?.generation).toBe(3)
    const tooLarge = await head.write({ ...HEAD, databaseName: 'x'.repeat(600) })
    expect(tooLarge).toMatchObject({ ok: false, error: { code: 'head.tooLarge' } })
  })

  test('is derived from the journal when both slots are gone', () => {
    const known = { databaseName: 'orchard_g4', schema: 1, floor: {}, lastSnapshot: null }
    expect(headFromJournal({ generation: 4, lastSeq: 90, segments: 2, bytes: 1 }, known)).toEqual({
      ...known,
      generation: 4,
      everHadRecords: true,
    })
    expect(headFromJournal({ generation: 1, lastSeq: 0, segments: 0, bytes: 0 }, known).everHadRecords).toBe(
      false,
    )
  })
})
