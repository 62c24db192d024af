import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { parseChat } from '#shared/importing/chatText'
import { parsePhones } from '#shared/importing/values/phone'
import { parseCsv } from '../../../electron/files/import/csvText'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { readVCards } from '../../../electron/files/import/vcardText'

const SEED = 20261005

/** Bytes that start like something we know, so that every reader is reached. */
const anyFile = fc
  .tuple(
    fc.constantFrom(
      '',
      'BEGIN:VCARD\r\nVERSION:2.1\r\n',
      'PK\u0003\u0004',
      'Name,Email\n',
      '"',
      'sep=;\n',
      '\u00ff\u00fe',
      'ÐÏ\u0011à',
      '<html>',
      '<table><tr><td>',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>',
      'From: a@b.example\nTo: c@d.example\n\n',
      '10/15/26, 2:30 PM - Ana: hi\n10/15/26, 2:31 PM - ',
      'Name: Ana\nCompany: X\nEmail: a@b.example\n',
      '\u0009\u0008\u0008\u0000\u0000\u0005\u0010\u0000\u0000\u0000\u0000\u0000',
    ),
    fc.uint8Array({ maxLength: 400 }),
  )
  .map(([head, tail]) => Buffer.concat([Buffer.from(head, 'latin1'), tail]))

test('any bytes give a result, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, async (bytes) => {
      const result = await inspectFile(bytes, { fileName: 'any' })
      expect(result.ok ? 'ok' : result.error.code).toMatch(/^(ok|import\.\w+)$/)
      if (!result.ok) expect(result.error.params?.kind).toBeUndefined()
    }),
    { seed: SEED, numRuns: 500 },
  )
})

test('any text in known columns gives records or rejections, one for each row', async () => {
  const cell = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !/^[\s\0]*$/.test(text))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const text = Papa.unparse([['Full Name', 'Company', 'Phone', 'Email', 'Last contacted'], ...rows])
        const result = await inspectFile(Buffer.from(text), { fileName: 'a.csv' })
        if (!result.ok) return
        expect(result.value.records.length + result.value.rejected.length).toBe(result.value.dataRows)
      },
    ),
    { seed: SEED, numRuns: 120 },
  )
})

test('reading twice gives the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, async (bytes) => {
      expect(await inspectFile(bytes, { fileName: 'any' })).toEqual(
        await inspectFile(bytes, { fileName: 'any' }),
      )
    }),
    { seed: SEED, numRuns: 100 },
  )
})

test('a chat gives each line to a message or to the program, and loses none', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '10/15/26, 2:30 PM - Ana: ',
      '[15/10/26, 14:30:00] Bo: ',
      '10/15/26, 2:30 PM - You left',
      '',
    ),
    fc.string({ maxLength: 20 }),
  )
  const lines = fc.array(fc.tuple(line, fc.string({ maxLength: 10 })).map((parts) => parts.join('')))
  fc.assert(
    fc.property(lines, (given) => {
      const text = given.map((one) => one.replace(/[\r\n]/g, ' ')).join('\n')
      const { messages, systemLines } = parseChat(text)
      const begun = [...messages.map(({ line: at }) => at), ...systemLines]
      expect(new Set(begun).size).toBe(begun.length)
      const said = messages.map(({ text: words }) => words).join('\n')
      for (const [at, words] of text.split('\n').entries())
        if (!begun.includes(at)) expect(said).toContain(words.trimEnd())
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('a table of text written as CSV reads back as it was', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\r\0\ue0f0]/.test(text))
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), (body, delimiter) => {
      const table = [['Name', 'Company', 'Notes'], ...body]
      const read = parseCsv(Papa.unparse(table, { delimiter, quotes: true }), delimiter).rows
      while (table.at(-1)?.every((text) => text === '')) table.pop()
      expect(read).toEqual(table)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('cards of any lines never throw', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'VERSION:2.1',
      'TEL;CELL:',
      'N;ENCODING=QUOTED-PRINTABLE:=',
      'PHOTO;ENCODING=B:',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(readVCards(Buffer.from(lines.join('\r\n'))).cards.length).toBeLessThanOrEqual(lines.length)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('a phone number in E.164 reads as itself', () => {
  const number = fc.constantFrom(
    '+12025550123',
    '+442079460018',
    '+8613800138000',
    '+4930901820',
    '+972501234567',
    '+84912345678',
  )
  fc.assert(
    fc.property(number, fc.constantFrom(undefined, 'CN', 'US', 'DE'), (value, country) => {
      const { phones } = parsePhones(value, country ? { country } : {})
      expect(phones.map((phone) => phone.value)).toEqual([value])
    }),
    { seed: SEED },
  )
})
