import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeSealHeader,
  encodeSealHeader,
  SEAL_CHUNK_BYTES,
  SEAL_COST,
  sealMemoryBytes,
} from '#shared/snapshot/sealFormat'
import { openedWith } from '../../../electron/backup/openSealed'
import { sealedBytes } from '../../../electron/backup/sealBytes'
import { deriveSeal } from '../../../electron/backup/sealKey'
import { verifySnapshot } from '../../../electron/backup/verifySnapshot'
import { QUICK_SEAL } from '../../support/backupDisk'
import { chunked, collect, pieces, threeFrameFile } from '../../support/snapshotFiles'

const WORDS = 'four words nobody guesses'

async function seal(plain: Uint8Array, passphrase = WORDS): Promise<Buffer> {
  return collect(sealedBytes(chunked(plain, 100_000), await deriveSeal(passphrase, QUICK_SEAL)))
}

/** What a reader gives before it ends or refuses. */
async function open(file: Uint8Array, passphrase = WORDS): Promise<{ plain: Buffer; code: string }> {
  const given: Uint8Array[] = []
  try {
    for await (const part of openedWith(chunked(file, 65_536), passphrase)) given.push(part)
    return { plain: Buffer.concat(given), code: 'none' }
  } catch (fault) {
    return { plain: Buffer.concat(given), code: (fault as { fault: { code: string } }).fault.code }
  }
}

/** Bytes that differ everywhere. */
function bytesOf(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length; at += 32) createHash('sha256').update(String(at)).digest().copy(bytes, at)
  return bytes
}

/** Where the chunks begin, the end of the file last. */
function chunkEdges(file: Buffer): number[] {
  const edges = [14 + file.readUInt32LE(10) + 16]
  for (let at = edges[0] ?? 0; at < file.length; ) {
    at += 5 + file.readUInt32LE(at + 1) + 16
    edges.push(at)
  }
  return edges
}

function flipped(file: Buffer, at: number, bit = 1): Buffer {
  const copy = Buffer.from(file)
  copy[at] = (copy[at] ?? 0) ^ bit
  return copy
}

describe('a sealed copy', () => {
  test.each([0, 1, SEAL_CHUNK_BYTES - 1, SEAL_CHUNK_BYTES, SEAL_CHUNK_BYTES + 1, 3 * SEAL_CHUNK_BYTES])(
    'of %d bytes opens to the same bytes',
    async (length) => {
      const plain = bytesOf(length)
      const opened = await open(await seal(plain))
      expect(opened.code).toBe('none')
      expect(opened.plain.equals(plain)).toBe(true)
    },
  )

  test('opens with the passphrase in either form of its letters, and with no other', async () => {
    const plain = bytesOf(100)
    const file = await seal(plain, 'vườn cam đầu làng'.normalize('NFC'))
    expect((await open(file, 'vườn cam đầu làng'.normalize('NFD'))).plain).toEqual(plain)
    for (const wrong of ['vườn cam đầu lang', 'Vườn cam đầu làng', 'vườn cam đầu làng ', '']) {
      expect(await open(file, wrong)).toEqual({ plain: Buffer.alloc(0), code: 'backup.wrongPassphrase' })
    }
  })

  test('shows nothing of what is inside, and is another file every time', async () => {
    const plain = await threeFrameFile()
    const [one, other] = [await seal(plain), await seal(plain)]
    const [from = 0] = chunkEdges(one)
    expect(one.subarray(from).equals(other.subarray(from))).toBe(false)
    expect(one.includes('notebookId')).toBe(false)
    expect(one.includes(WORDS)).toBe(false)
    expect((await verifySnapshot(openedWith(pieces(one), WORDS))).ok).toBe(true)
  })

  test('any bit flipped anywhere is refused by name, and never gives a wrong byte', async () => {
    const plain = bytesOf(SEAL_CHUNK_BYTES + 60)
    const file = await seal(plain)
    const [first = 0, second = 0] = chunkEdges(file)
    const every = (from: number, to: number, step = 1) =>
      Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step)
    const places = [
      ...every(0, first + 40),
      ...every(first + 40, second - 40, 9_973),
      ...every(second - 40, file.length),
    ]
    const codes = new Map<string, number>()
    for (const at of places) {
      const { plain: given, code } = await open(flipped(file, at, 1 << (at % 8)))
      expect(code, `byte ${at}`).toMatch(
        /^backup\.(notOurs|newerFormat|truncated|tampered|tooLarge|wrongPassphrase)$/,
      )
      expect(given.equals(plain.subarray(0, given.length)), `byte ${at}`).toBe(true)
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    // The checksum tells damage from a wrong passphrase: no flip is ever blamed on the person.
    expect(codes.has('backup.wrongPassphrase')).toBe(false)
    expect(codes.get('backup.tampered')).toBeGreaterThan(300)
  })

  test('cut anywhere it is refused as cut, also behind a whole chunk', async () => {
    const file = await seal(bytesOf(2 * SEAL_CHUNK_BYTES + 10))
    const edges = chunkEdges(file)
    const cuts = [0, 7, 8, 13, 14, 40, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1, edge + 5])]
    for (const length of cuts.filter((cut) => cut < file.length)) {
      expect((await open(file.subarray(0, length))).code, `cut at ${length}`).toBe('backup.truncated')
    }
  })

  test('chunks in another order, doubled, left out, or from another file do not open', async () => {
    const plain = bytesOf(2 * SEAL_CHUNK_BYTES + 10)
    const file = await seal(plain)
    const other = await seal(plain)
    const [a = 0, b = 0, c = 0] = chunkEdges(file)
    const [head, one, two, rest] = [
      file.subarray(0, a),
      file.subarray(a, b),
      file.subarray(b, c),
      file.subarray(c),
    ]
    for (const parts of [
      [head, two, one, rest],
      [head, one, one, two, rest],
      [head, two, rest],
      [head, one, rest],
      [head, rest],
      [head, one, other.subarray(b, c), rest],
      [other.subarray(0, a), one, two, rest],
      [file, rest],
      [file, Buffer.from([0])],
    ]) {
      expect((await open(Buffer.concat(parts))).code).toBe('backup.tampered')
    }
    // A chunk in the middle that claims to be the last.
    const shortened = flipped(Buffer.concat([head, one]), a)
    expect((await open(shortened)).code).toBe('backup.tampered')
  })

  test('a newer format and other files are told apart', async () => {
    expect((await open(flipped(await seal(bytesOf(5)), 8, 2))).code).toBe('backup.newerFormat')
    expect((await open(Buffer.from('company,phone\n'))).code).toBe('backup.notOurs')
    expect((await open(await threeFrameFile())).code).toBe('backup.notOurs')
    expect((await open(Buffer.alloc(0))).code).toBe('backup.truncated')
  })

  test('takes little memory however long it is', async () => {
    // Counted in chunks that are alive: a writer that gathered the file would ask for all before it gives any.
    let asked = 0
    async function* endless() {
      for (;;) {
        asked += 1
        yield new Uint8Array(SEAL_CHUNK_BYTES)
      }
    }
    let given = 0
    for await (const part of sealedBytes(endless(), await deriveSeal(WORDS, QUICK_SEAL))) {
      given += part.length
      if (given > 20 * SEAL_CHUNK_BYTES) break
      expect(asked - given / SEAL_CHUNK_BYTES).toBeLessThan(3)
    }
    expect(given).toBeGreaterThan(20 * SEAL_CHUNK_BYTES)
  })

  test('any content comes back (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
        async (plain, passphrase) => {
          const file = await seal(plain, passphrase)
          const opened = await open(file, passphrase)
          expect(opened.code).toBe('none')
          expect(opened.plain.equals(plain)).toBe(true)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('the header of a sealed copy', () => {
  const header = {
    kdf: 'scrypt' as const,
    ...SEAL_COST,
    salt: 'a'.repeat(64),
    nonce: 'b'.repeat(24),
    wrapped: 'c'.repeat(96),
  }

  test('is read as it was written; a guess costs 128 MiB', () => {
    expect(decodeSealHeader(encodeSealHeader(header))).toEqual({ ok: true, value: header })
    expect(sealMemoryBytes(SEAL_COST)).toBe(128 * 1024 * 1024 + 1024)
  })

  test.each([
    ['more memory than any Orchard asked for', { cost: 2 ** 24 }, 'backup.tooLarge'],
    ['more work', { parallel: 64 }, 'backup.tooLarge'],
    ['a cost that scrypt does not know', { cost: 100_000 }, 'backup.tampered'],
    ['another derivation', { kdf: 'argon2id' }, 'backup.tampered'],
    ['a short salt', { salt: 'aa' }, 'backup.tampered'],
    ['a field too many', { more: 1 }, 'backup.tampered'],
  ])('%s is refused before anything is derived', (_what, wrong, code) => {
    expect(decodeSealHeader(JSON.stringify({ ...header, ...wrong }))).toMatchObject({ error: { code } })
  })
})
