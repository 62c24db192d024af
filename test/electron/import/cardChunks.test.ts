import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findEncoding } from '../../../electron/files/import/charset'
import { LineWindow } from '../../../electron/files/import/textLines'
import { openVCards } from '../../../electron/files/import/vcardText'
import { fixtureBytes } from './fixture'

const SEED = 50

/** All that a file of cards says, read with blocks of so many bytes. */
function readIn(bytes: Uint8Array, chunkBytes: number) {
  const { cards, found, ...text } = openVCards(bytes, undefined, chunkBytes)
  return { text, cards: [...cards], found }
}

/** A block that holds the whole file. */
function whole(bytes: Uint8Array): number {
  return Math.ceil((bytes.length + 1) / 4) * 4
}

const FOLDERS = ['vcard/android-aosp', 'vcard/ez-vcard', 'vcard/made']
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(fileURLToPath(new URL(`../../fixtures/import/${folder}`, import.meta.url)))
    .filter((name) => name.endsWith('.vcf') && name !== '2000-cards.vcf')
    .map((name) => `${folder}/${name}`),
)

test.each(FILES)('%s gives the same cards wherever its blocks end', (path) => {
  const bytes = fixtureBytes(path)
  const expected = readIn(bytes, whole(bytes))
  expect(expected.cards.length).toBeGreaterThan(0)
  for (const chunkBytes of [4, 12, 64, 1000]) expect(readIn(bytes, chunkBytes)).toEqual(expected)
})

const LINES = [
  'BEGIN:VCARD',
  ' begin : vcard ',
  'END:VCARD',
  'VERSION:2.1',
  'VERSION:4.0',
  'AGENT:',
  'FN:王样本 🙂',
  'N;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=CD=F5;=D1=F9=',
  '=B1=BE',
  'NOTE:one\\n',
  '  two',
  '\tthree',
  'PHOTO;ENCODING=B:QUJD',
  'QUJDQUJD',
  ' QUJD',
  'a line of nothing',
  '',
]
const UTF16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const UTF32 = (text: string) =>
  Buffer.from(new Uint32Array([...`\ufeff${text}`].map((sign) => sign.codePointAt(0) ?? 0)).buffer)

test('cards of any lines, ends and letters are the same wherever the blocks end', () => {
  const line = fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\r\n', '\r'))
  const stored = fc.constantFrom((text: string) => Buffer.from(text), UTF16, UTF32)
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 40 }),
      stored,
      fc.integer({ min: 1, max: 40 }),
      (lines, store, quarter) => {
        const bytes = store(`BEGIN:VCARD\n${lines.flat().join('')}`)
        expect(readIn(bytes, quarter * 4)).toEqual(readIn(bytes, whole(bytes)))
      },
    ),
    { seed: SEED, numRuns: 500 },
  )
})

test('lines are those of the whole text, whatever it is cut into', () => {
  const cut = fc.array(fc.string({ unit: fc.constantFrom('a', '\r', '\n'), maxLength: 6 }))
  fc.assert(
    fc.property(cut, (chunks) => {
      const window = new LineWindow(chunks)
      const lines: string[] = []
      for (let at = 0; window.line(at) !== undefined; at += 1) lines.push(window.line(at) ?? '')
      expect(lines).toEqual(chunks.join('').split(/\r\n|\r|\n/))
    }),
    { seed: SEED, numRuns: 1000 },
  )
})

test('a card whose END is missing ends at the next one, across a border of blocks and with ends of all kinds', () => {
  const text =
    'BEGIN:VCARD\rVERSION:3.0\rFN:First\r\nBEGIN:VCARD\nVERSION:3.0\r\nFN:Sec\r\n ond\nEND:VCARD\rBEGIN:VCARD\nFN:Third'
  for (const chunkBytes of [4, 8, 36, 40, 1000]) {
    const { cards, found } = readIn(Buffer.from(text), chunkBytes)
    expect(cards.map(({ properties }) => properties.at(-1)?.text)).toEqual(['First', 'Second', 'Third'])
    expect(found).toEqual({ strayLines: 0, unclosed: 2 })
  }
})

test('the first card is there before the rest of the file was looked at', () => {
  const card = (name: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEND:VCARD\n`
  const taken: number[] = []
  function* chunks() {
    for (const [at, name] of ['Ana', 'Ben', 'Cleo'].entries()) {
      taken.push(at)
      yield card(name)
    }
  }
  const window = new LineWindow(chunks())
  expect(window.line(2)).toBe('FN:Ana')
  expect(taken).toEqual([0])
  expect(window.line(10)).toBe('FN:Cleo')
  expect(taken).toEqual([0, 1, 2])
})

test('how many cards there are is told from those that came, and is right at the end', () => {
  const bytes = Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Ana Lagos\nEND:VCARD\n'.repeat(400))
  const { cards } = openVCards(bytes, undefined, 1024)
  let read = 0
  for (const _ of cards) {
    read += 1
    expect(cards.expected(read)).toBeGreaterThanOrEqual(read)
    expect(cards.expected(read)).toBeLessThanOrEqual(400)
  }
  expect(read).toBe(400)
  expect(cards.expected(400)).toBe(400)
})

test('bytes are UTF-8 exactly where a strict reader takes them', () => {
  const takes = (bytes: Uint8Array) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return true
    } catch {
      return false
    }
  }
  const odd = [0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xf0, 0x90, 0xf4, 0x8f, 0xf5, 0xff]
  const signs = fc.array(fc.oneof(fc.constantFrom(...odd), fc.integer({ min: 1, max: 255 })), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(signs, (list) => {
      // Behind a letter no mark is taken for one.
      const bytes = Uint8Array.from([0x41, ...list])
      expect(findEncoding(bytes).why === 'import.why.validUtf8').toBe(takes(bytes))
    }),
    { seed: SEED, numRuns: 300 },
  )
})
