import { readFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { CustomerFile } from '#shared/exporting/customerFile'
import { readVCards } from '../../../electron/files/import/vcardText'
import { testId } from '../../shared/changes/memoryNotebook'
import { choiceOf, customer, fileOf, handle, NOW, person } from '../../shared/exporting/customerFiles'
import { textOf, written } from './written'

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/exports')
/** Formulas and commands that have been put into tables (csv-injection-payloads, MIT). */
const PAYLOADS = readFileSync(path.join(FIXTURES, 'csv-payloads.txt'), 'utf8').split('\n').filter(Boolean)
/** The Big List of Naughty Strings (MIT), and what breaks out of lines. */
const NAUGHTY = [
  ...(JSON.parse(readFileSync(path.join(FIXTURES, 'naughty-strings.json'), 'utf8')) as string[]),
  'x\r\nTEL:+15555550100',
  'x\nEND:VCARD\nBEGIN:VCARD',
  'x\u2028END:VEVENT',
  '\\n\\;\\,',
  'a\u0000b\u0007c',
  '\ud800lone',
]
const TEXTS = [...PAYLOADS, ...NAUGHTY].filter((text) => text.trim() !== '')

/** Each text as the name of a company, of a person, an address, a tag, an account and a promise. */
const FILES: readonly CustomerFile[] = TEXTS.map((text, index) => {
  const company = customer(1000 + index, text, {
    address: text,
    website: text,
    tags: [text.slice(0, 200)],
    handles: [],
  })
  const handles = (['wechat', 'linkedin', 'web', 'other', 'phone'] as const).map((kind) =>
    handle(kind, text.slice(0, 1000)),
  )
  return fileOf(company, {
    people: [person(3000 + index, text, { title: text, handles })],
    promises: [
      {
        id: testId(5000 + index),
        schema: 1,
        rev: 1,
        createdAt: NOW,
        updatedAt: NOW,
        origin: 'person' as const,
        customerId: company.id,
        by: 'us' as const,
        text,
        dueOn: '2026-12-01',
      },
    ],
  })
})

/** Half a character is no text: UTF-8 has a sign for it. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

/** What a file can hold of a text: no control characters, one kind of newline, whole characters. */
function kept(text: string): string {
  return (
    wellFormed(text)
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what goes
      .replace(/[\u0000-\u0008\u000b-\u001f]/g, '')
  )
}

test('whatever is in the notebook, no cell of a spreadsheet is a formula, and every text comes back', async () => {
  const bytes = await written(choiceOf({}), FILES)
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(xml).not.toContain('<f>')
  const [sheet] = await readExcelFile(Buffer.from(bytes))
  const names = sheet?.data.slice(1).map((row) => String(row[1] ?? ''))
  // The second reader trims its texts; XML itself holds neither a lone surrogate nor two code points at the end of the plane.
  const plain = (text: string) =>
    kept(text)
      .replace(/[\ufffd\ufffe\uffff]/g, '')
      .trim()
  expect(names?.map(plain)).toEqual(TEXTS.map(plain))
})

test('in the CSV for Excel nothing is left that a spreadsheet would calculate', async () => {
  const text = textOf(await written(choiceOf({ format: 'csvExcel' }), FILES))
  const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ',', skipEmptyLines: true })
  const cells = data.slice(1).flat()
  expect(
    cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^\+\d[\d ();+-]*$/.test(cell)),
  ).toEqual([])
  expect(data).toHaveLength(TEXTS.length + 1)
})

test('in the CSV for programs every text is what it was', async () => {
  const text = textOf(await written(choiceOf({ format: 'csvPlain' }), FILES))
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: true })
  expect(data.slice(1).map((row) => row[1])).toEqual(TEXTS.map(wellFormed))
})

test.each(['vcard3', 'vcard4'] as const)(
  'no text of a card of %s becomes a line of its own',
  async (format) => {
    const bytes = await written(choiceOf({ format }), FILES)
    const text = textOf(bytes)
    const names = new Set(
      text
        .replace(/\r\n /g, '')
        .split('\r\n')
        .map((line) => /^[\w-]+/.exec(line)?.[0]),
    )
    names.delete(undefined)
    expect([...names].sort()).toEqual(
      [
        'ADR',
        'BEGIN',
        'CATEGORIES',
        'END',
        'FN',
        'IMPP',
        ...(format === 'vcard4' ? ['KIND'] : ['N']),
        'ORG',
        'PRODID',
        'REV',
        'TEL',
        'TITLE',
        'UID',
        'URL',
        'VERSION',
        'X-LINKEDIN',
        'X-WECHAT',
      ].sort(),
    )
    const cards = (ICAL.parse(text) as unknown as unknown[][]).map(
      (card) => new ICAL.Component(card as never),
    )
    const fullNames = cards.map((card) => card.getFirstPropertyValue('fn'))
    const plain = (name: string) => kept(name).replace(/[\u007f\u0085\u2028\u2029]/g, '')
    expect(fullNames).toEqual(TEXTS.map(plain))
    expect(readVCards(bytes).cards).toHaveLength(TEXTS.length)
  },
)

test('no text of a promise becomes an event of its own', async () => {
  const text = textOf(await written(choiceOf({ subject: 'calendar', format: 'icsEvents' }), FILES))
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  const plain = (summary: string) => kept(summary).replace(/[\u007f\u0085\u2028\u2029]/g, '')
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual(
    TEXTS.map((promise) => `I promised: ${plain(promise)}`),
  )
})
