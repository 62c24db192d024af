import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SCHEMA_VERSION } from '#shared/records/record'
import { FrameType } from '#shared/snapshot/format'
import { recordLine } from '#shared/snapshot/lines'
import { FrameChain } from '../../../electron/backup/frameChain'
import { gunzipPiece, gzipPiece } from '../../../electron/backup/gzipPiece'
import { quickLook } from '../../../electron/backup/quickLook'
import { readSnapshot } from '../../../electron/backup/readSnapshot'
import { copiedBytes, snapshotBytes } from '../../../electron/backup/snapshotBytes'
import { verifySnapshot } from '../../../electron/backup/verifySnapshot'
import { SimFs } from '../../support/simFs'
import {
  chunked,
  collect,
  edgesOf,
  HEADER,
  oneLogLine,
  pieces,
  product,
  productLines,
  summaryOf,
  threeFrameFile,
} from '../../support/snapshotFiles'

const CODES = [
  'backup.notOurs',
  'backup.newerFormat',
  'backup.newerSchema',
  'backup.truncated',
  'backup.tampered',
  'backup.tooLarge',
]

/** Everything a reader gives before it ends or refuses. */
async function readAll(file: Uint8Array): Promise<{ lines: string; code: string | undefined }> {
  let lines = ''
  try {
    for await (const part of readSnapshot(chunked(file, 4096))) {
      if (part.type === 'rows') lines += Buffer.from(part.lines).toString()
    }
    return { lines, code: undefined }
  } catch (fault) {
    return { lines, code: (fault as { fault: { code: string } }).fault.code }
  }
}

async function codeOf(file: Uint8Array): Promise<string> {
  const verified = await verifySnapshot(chunked(file, 4096))
  return verified.ok ? 'none' : verified.error.code
}

function flipped(file: Buffer, at: number, bit = 1): Buffer {
  const copy = Buffer.from(file)
  copy[at] = (copy[at] ?? 0) ^ bit
  return copy
}

const GOOD_LINES = productLines(1, 4) + productLines(5, 4) + oneLogLine(1)

describe('a snapshot file', () => {
  test('gives back every line to the last character, however the stream is cut', async () => {
    const file = await threeFrameFile()
    for (const size of [1, 7, 64, 100_000]) {
      let lines = ''
      let end: unknown
      for await (const part of readSnapshot(chunked(file, size))) {
        if (part.type === 'rows') lines += Buffer.from(part.lines).toString()
        else if (part.type === 'end') end = part.end
      }
      expect(lines).toBe(GOOD_LINES)
      expect(end).toMatchObject({ ...summaryOf(8, 1), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    }
    expect(await verifySnapshot(chunked(file))).toMatchObject({
      ok: true,
      value: { badRows: 0, header: HEADER },
    })
  })

  test('can be looked at by its two ends alone', async () => {
    const fs = new SimFs()
    await fs.makeFolder('/n')
    const file = await threeFrameFile()
    fs.poke('/n/a', file)
    expect(await quickLook(fs, '/n/a')).toMatchObject({
      ok: true,
      value: { header: HEADER, end: summaryOf(8, 1), sizeBytes: file.length },
    })
  })

  test('an empty notebook makes a file, too', async () => {
    const file = await collect(snapshotBytes(HEADER, pieces(), () => ({ ...summaryOf(0), counts: {} })))
    expect(await codeOf(file)).toBe('none')
  })

  test('any bit flipped anywhere is refused with a typed code, and never gives a wrong line', async () => {
    const file = await threeFrameFile()
    for (let at = 0; at < file.length; at += 1) {
      const damaged = flipped(file, at, 1 << (at % 8))
      const { lines, code } = await readAll(damaged)
      expect(CODES, `byte ${at}`).toContain(code)
      expect(GOOD_LINES.startsWith(lines), `byte ${at}`).toBe(true)
    }
  })

  test('cut at any edge or beside it, it is refused as cut', async () => {
    const file = await threeFrameFile()
    for (const edge of edgesOf(file)) {
      for (const length of [edge - 1, edge, edge + 1]) {
        if (length < 0 || length >= file.length) continue
        expect(await codeOf(file.subarray(0, length)), `cut at ${length}`).toBe('backup.truncated')
      }
    }
  })

  test('frames in another order, doubled or left out are refused', async () => {
    const file = await threeFrameFile()
    const starts = edgesOf(file)
      .slice(5, -2)
      .filter((_, index) => index % 4 === 0)
    const first = file.subarray(starts[0], starts[1])
    const second = file.subarray(starts[1], starts[2])
    const before = file.subarray(0, starts[0])
    const after = file.subarray(starts[2])
    for (const parts of [
      [before, second, first, after],
      [before, first, first, second, after],
      [before, second, after],
      [before, first, after],
    ]) {
      expect(await codeOf(Buffer.concat(parts))).toBe('backup.tampered')
    }
  })

  test('bytes after the end, an empty file and other files are told apart', async () => {
    const file = await threeFrameFile()
    expect(await codeOf(Buffer.concat([file, Buffer.from([0])]))).toBe('backup.tampered')
    expect(await codeOf(Buffer.concat([file, file]))).toBe('backup.tampered')
    expect(await codeOf(Buffer.alloc(0))).toBe('backup.truncated')
    expect(await codeOf(Buffer.from('name,phone\n'))).toBe('backup.notOurs')
    expect(await codeOf(Buffer.from('PK\u0003\u0004 a spreadsheet'))).toBe('backup.notOurs')
  })

  test('a newer format and newer records are refused as such', async () => {
    const newerFormat = flipped(await threeFrameFile(), 8, 2)
    expect(await codeOf(newerFormat)).toBe('backup.newerFormat')
    expect(await codeOf(await threeFrameFile({ ...HEADER, schema: SCHEMA_VERSION + 1 }))).toBe(
      'backup.newerSchema',
    )
  })

  test('lengths beyond the limits are refused before anything is read or allocated', async () => {
    const hugeHeader = Buffer.from(await threeFrameFile())
    hugeHeader.writeUInt32LE(0xffff_ffff, 10)
    expect(await codeOf(hugeHeader)).toBe('backup.tooLarge')
    const hugeFrame = Buffer.from(await threeFrameFile())
    hugeFrame.writeUInt32LE(0x7fff_ffff, (edgesOf(hugeFrame)[5] ?? 0) + 1)
    expect(await codeOf(hugeFrame)).toBe('backup.tooLarge')
  })

  test('a bomb is refused while it is small', async () => {
    const bomb = gzipSync(Buffer.alloc(63 * 1024 * 1024, 'a'))
    const chain = new FrameChain()
    const file = Buffer.concat([
      chain.begin(HEADER),
      chain.frame(FrameType.rows, bomb),
      chain.end((sha256) => ({ ...summaryOf(0), sha256 })),
    ])
    const before = process.memoryUsage().arrayBuffers
    expect(await codeOf(file)).toBe('backup.tooLarge')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024)
  })

  test('what an honest notebook holds is never taken for a bomb', async () => {
    const same = Buffer.alloc(30 * 1024 * 1024, 'a')
    const packed = await gzipPiece(same).catch((fault: Error) => fault.message)
    // Larger than a frame when it is not compressed: refused on writing, by name.
    expect(packed).toBe('backup.tooLarge')
    const smaller = Buffer.alloc(12 * 1024 * 1024, 'a')
    expect(Buffer.compare(await gunzipPiece(await gzipPiece(smaller)), smaller)).toBe(0)
  })

  test('an end that does not add up is refused', async () => {
    for (const wrong of [{ lines: 3 }, { attachments: { inside: 1, missing: 0 } }]) {
      const chain = new FrameChain()
      const file = Buffer.concat([
        chain.begin(HEADER),
        chain.frame(FrameType.rows, gzipSync(productLines(1, 4))),
        chain.end((sha256) => ({ ...summaryOf(4), ...wrong, sha256 })),
      ])
      expect(await codeOf(file)).toBe('backup.tampered')
    }
  })

  test('bad rows are counted and named, and stop nothing', async () => {
    const { name: _name, ...nameless } = product(2)
    const text = [
      recordLine('products', product(1)),
      recordLine('products', nameless as ReturnType<typeof product>),
      `{"t":"unheard","r":{"id":"${product(3).id}"}}\n`,
      `{"t":"changeLog","r":{"id":"no id at all"}}\n`,
    ].join('')
    const file = await collect(snapshotBytes(HEADER, pieces(text), () => ({ ...summaryOf(1), lines: 4 })))
    expect(await verifySnapshot(chunked(file))).toMatchObject({
      ok: true,
      value: {
        badRows: 3,
        badList: [
          { table: 'products', id: product(2).id },
          { table: 'unknown', id: product(3).id },
          { table: 'changeLog', id: '' },
        ],
      },
    })
  })

  test('text that is no line, and bytes that are no text, are refused', async () => {
    for (const piece of ['{"t":"products"\n', 'no end of line', Buffer.from([0x22, 0xff, 0x0a])]) {
      const file = await collect(snapshotBytes(HEADER, pieces(piece), () => ({ ...summaryOf(0), lines: 1 })))
      expect(await codeOf(file)).toBe('backup.tampered')
    }
  })

  test('a copy holds the same lines and its attachments, and gives them back by their hash', async () => {
    const original = await threeFrameFile()
    const bytes = Buffer.alloc(2_500_000, 7)
    const hash = (await import('node:crypto')).createHash('sha256').update(bytes).digest('hex')
    async function* list() {
      yield { hash, bytes }
    }
    const toHeader = (header: typeof HEADER) => ({ ...header, attachments: 'inside' as const })
    const copy = await collect(
      copiedBytes(chunked(original, 4096), toHeader, { list: list(), missing: () => 2 }),
    )
    const found: Uint8Array[] = []
    const verified = await verifySnapshot(chunked(copy, 65_536), async (file) => void found.push(file))
    expect(verified).toMatchObject({ ok: true, value: { end: { attachments: { inside: 1, missing: 2 } } } })
    expect(found.map((file) => Buffer.compare(file, bytes))).toEqual([0])
    expect((await readAll(copy)).lines).toBe(GOOD_LINES)
    const wrongHash = Buffer.from(copy)
    wrongHash[copy.indexOf(Buffer.from(hash, 'hex'))] = 0
    expect(await codeOf(wrongHash)).toBe('backup.tampered')
  })
})
