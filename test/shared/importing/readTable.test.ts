import { describe, expect, test } from 'vitest'
import { aliasTarget, normaliseHeader } from '#shared/importing/aliases'
import type { Cell } from '#shared/importing/cell'
import { readTable } from '#shared/importing/readTable'
import { headerFingerprint, rowHash } from '#shared/importing/rowHash'

function table(...rows: readonly Cell[][]) {
  return { rows }
}

test('headers are compared without case, width, spaces and punctuation', () => {
  expect(normaliseHeader('Ｅ-mail  Address：')).toBe('emailaddress')
  expect(['Correo electrónico', 'メール', 'דוא"ל', 'Эл. почта', 'Email 2'].map(aliasTarget)).toEqual(
    Array(5).fill('email'),
  )
})

describe('the header row', () => {
  test('stands below a preamble', () => {
    const reading = readTable(
      table(['My list'], ['exported 2026'], [], ['Name', 'Email'], ['A', 'a@example.com']),
    )
    expect([reading.headerRow, reading.dataRows]).toEqual([3, 1])
  })

  test('may be missing: columns are then known by their content', () => {
    const reading = readTable(
      table(['A B', 'a@example.com', '+1 202-555-0100'], ['C D', 'c@example.com', '+1 202-555-0101']),
    )
    expect(reading.headerRow).toBeNull()
    expect(reading.columns.map((column) => column.target)).toEqual(['person.full', 'email', 'phone'])
  })

  test('can be chosen', () => {
    const reading = readTable(
      table(['Name', 'Email'], ['Nom', 'Courriel'], ['A', 'a@example.com']),
      {},
      { headerRow: 1 },
    )
    expect([reading.headerRow, reading.dataRows, reading.columns[0]?.header]).toEqual([1, 1, 'Nom'])
  })
})

describe('the body', () => {
  const head = ['Name', 'Company', 'Email']
  test('leaves totals, comments, repeated headers and footers out, and says so', () => {
    const reading = readTable(
      table(
        head,
        ['A', 'X', 'a@example.com'],
        head,
        ['Total: 1', '', ''],
        ['# note'],
        ['B', 'Y', 'b@example.com'],
        [],
        ['Copyright (c) us'],
      ),
    )
    expect(reading.records.map((record) => record.person?.fullName)).toEqual(['A', 'B'])
    expect(reading.skipped.map((row) => row.why)).toEqual(['repeatedHeader', 'total', 'comment', 'footer'])
  })

  test('takes a company called Total for a company', () => {
    const reading = readTable(
      table(['Company', 'Email'], ['Total Energies', 'a@example.com'], ['Total', 'b@example.com']),
    )
    expect(reading.records.map((record) => record.company?.name)).toEqual(['Total Energies', 'Total'])
  })

  test('ends where a second table begins', () => {
    const reading = readTable(
      table(head, ['A', 'X', 'a@example.com'], [], ['Date', 'Sessions'], ['2026-01-01', '5']),
    )
    expect(reading.dataRows).toBe(1)
    expect(reading.warnings.map((warning) => warning.code)).toEqual(['import.warn.secondTable'])
  })

  test('fills a company that is merged over its contacts down', () => {
    const rows = [head, ['A', 'X', 'a@example.com'], ['B', '', 'b@example.com']]
    const reading = readTable({ rows, merges: [{ top: 1, bottom: 2, left: 1, right: 1 }] })
    expect(reading.records.map((record) => record.company?.name)).toEqual(['X', 'X'])
  })
})

test('unknown columns stay under their header, blank and repeated ones get a name', () => {
  const reading = readTable(table(['Name', 'Colour', '', 'Colour'], ['A', 'red', 'x', 'blue']))
  expect(reading.columns.map((column) => column.header)).toEqual(['Name', 'Colour', 'Column C', 'Colour (2)'])
  expect(reading.records[0]?.extra).toEqual({ Colour: 'red', 'Column C': 'x', 'Colour (2)': 'blue' })
})

test('a date that could be read two ways stays text until somebody says', () => {
  const grid = table(['Name', 'Last contacted'], ['A', '03/04/2026'])
  const reading = readTable(grid)
  expect(reading.records[0]).toMatchObject({ extra: { 'Last contacted': '03/04/2026' } })
  expect(reading.decisions.find((decision) => decision.what === 'dateOrder')).toMatchObject({
    chosen: null,
    ask: true,
  })
  expect(readTable(grid, {}, { dateOrder: 'dmy' }).records[0]?.interaction?.at).toBe('2026-04-03')
})

test('a mapping can be overruled column by column', () => {
  const reading = readTable(table(['Name', 'Colour'], ['A', 'red']), {}, { columns: { 1: 'tags' } })
  expect(reading.records[0]?.tags).toEqual(['red'])
  expect(reading.columns[1]).toMatchObject({ target: 'tags', why: 'person' })
})

test('rows without anybody are rejected with their cells', () => {
  const reading = readTable(table(['Name', 'Email', 'Notes'], ['', '', 'only a note'], ['A', '', '']))
  expect(reading.rejected).toEqual([
    { row: 1, code: 'import.reject.noIdentity', cells: ['', '', 'only a note'] },
  ])
})

test('amounts know their column and currency', () => {
  const reading = readTable(table(['Client', 'Montant'], ['Fictif', '1 234,56'], ['Autre', '-12,00 €']), {
    delimiter: ';',
  })
  expect(reading.records.map((record) => record.amounts)).toEqual([
    [{ label: 'Montant', amount: '1234.56' }],
    [{ label: 'Montant', amount: '-12.00', currency: 'EUR' }],
  ])
})

test('the same columns in another order have the same fingerprint', () => {
  expect(headerFingerprint(['Name', 'E-mail'])).toBe(headerFingerprint(['EMAIL', 'name']))
  expect(headerFingerprint(['Name'])).not.toBe(headerFingerprint(['Names']))
})

test('a row hashes by what it says, not by where it stands', () => {
  const record = { row: 1, person: { fullName: 'A' }, handles: [], extra: {} }
  expect(rowHash('table', record)).toBe(rowHash('table', { ...record, row: 7 }))
  expect(rowHash('table', record)).not.toBe(rowHash('vcard', record))
  expect(rowHash('table', record)).not.toBe(rowHash('table', { ...record, note: 'x' }))
})
