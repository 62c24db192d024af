import { expect, test } from 'vitest'
import type { ImportRecord } from '#shared/importing/importRecord'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import {
  countRecords,
  packRecords,
  RecordPacker,
  recordPage,
} from '../../../electron/files/import/recordPages'

/** Not to be shrunk by packing: what counts is what is in a page, not how small it gets. */
function records(count: number, note: (at: number) => string): ImportRecord[] {
  return Array.from({ length: count }, (_, at) => ({ row: at, handles: [], extra: { Note: note(at) } }))
}

/** The places at which pages begin, and everything in them. */
function unpacked(pages: Parameters<typeof recordPage>[0]): { from: number[]; records: unknown[] } {
  const from: number[] = []
  const found: unknown[] = []
  for (let next: number | null = 0; next !== null; ) {
    from.push(next)
    const page = recordPage(pages, next)
    const part = JSON.parse(new TextDecoder().decode(page.page)) as unknown[]
    expect(part).toHaveLength(page.count)
    found.push(...part)
    next = page.next
  }
  return { from, records: found }
}

test('records come back page by page as they were, each page as large as a message may be', () => {
  const all = records(5, (at) => `${at}${'蘋果 – « é »'.repeat(80_000)}`)
  const pages = packRecords(all)
  expect(unpacked(pages)).toEqual({ from: [0, 3], records: all })
  expect(countRecords(pages)).toBe(5)
})

test('a record that is larger than a page has one of its own', () => {
  const all = records(3, (at) => 'x'.repeat(at === 1 ? 5_000_000 : 10))
  expect(unpacked(packRecords(all))).toEqual({ from: [0, 2], records: all })
})

test('pages leave as soon as they are full, so that what was read is not held', () => {
  const left: number[] = []
  const packer = new RecordPacker(({ count }) => left.push(count))
  packer.add(records(3, () => 'x'.repeat(1_000_000)))
  expect(left).toEqual([3])
  packer.add(records(1, () => 'y'))
  expect(left).toEqual([3])
  packer.finish()
  packer.finish()
  expect(left).toEqual([3, 1])
})

test('no records are one empty page, and so is a place at which no page begins', () => {
  const empty = { page: new TextEncoder().encode('[]'), count: 0, next: null }
  expect(recordPage([], 0)).toEqual(empty)
  expect(recordPage(packRecords(records(4, () => 'a')), 2)).toEqual(empty)
})

test.each([
  [
    'a table',
    `Name,Email\n${Array.from({ length: 1_300 }, (_, at) => `P ${at},p${at}@x.example`).join('\n')}`,
    1_300,
  ],
  [
    'cards',
    Array.from({ length: 1_300 }, (_, at) => `BEGIN:VCARD\nVERSION:3.0\nFN:P ${at}\nEND:VCARD`).join('\n'),
    1_300,
  ],
])(
  'records of %s are handed over while it is read, in order, and the rest of the reading is the same',
  async (_kind, text, count) => {
    const bytes = new TextEncoder().encode(text)
    const whole = await inspectFile(bytes, { fileName: 'a.csv' })
    const taken: ImportRecord[] = []
    let largest = 0
    const handed = await inspectFile(bytes, {
      fileName: 'a.csv',
      takeRecords: (part) => {
        taken.push(...part)
        largest = Math.max(largest, part.length)
      },
    })
    if (!whole.ok || !handed.ok) throw new Error('not read')
    expect(largest).toBe(500)
    expect(handed.value.records.length).toBeLessThan(500)
    const { records: kept, ...rest } = handed.value
    expect({ ...rest, records: [...taken, ...kept] }).toEqual(whole.value)
    expect(whole.value.records).toHaveLength(count)
  },
)

test('a table whose every record was handed over is not said to name nobody', async () => {
  const rows = Array.from({ length: 500 }, (_, at) => `Person ${at}`)
  const bytes = new TextEncoder().encode(
    ['Whatever,Else', ...rows.map((name) => `${name},p@x${name.length}.example`)].join('\n'),
  )
  const read = await inspectFile(bytes, { fileName: 'a.csv', takeRecords: () => undefined })
  expect(read.ok && read.value.records).toEqual([])
  expect(read.ok && read.value.warnings.map(({ code }) => code)).not.toContain('import.warn.noIdentityColumn')
})
