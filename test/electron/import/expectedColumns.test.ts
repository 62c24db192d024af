import { describe, expect, test } from 'vitest'
import { cellText } from '#shared/importing/cell'
import { columnDecimalMark, dateOrderOf } from '#shared/importing/columnTypes'
import { dateText, parseDate } from '#shared/importing/values/date'
import { parseEmails } from '#shared/importing/values/email'
import { parseMoney } from '#shared/importing/values/money'
import { parsePhones } from '#shared/importing/values/phone'
import { readFixture } from './fixture'

/** The rows of a sample below its headings, by heading. */
async function rowsOf(path: string): Promise<Record<string, string>[]> {
  const { preview, dataRows } = await readFixture(path)
  const [headings = [], ...rows] = preview.map((row) => row.map((cell) => cellText(cell)))
  expect(rows).toHaveLength(dataRows)
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])))
}

describe('every cell gives what the column beside it expects', () => {
  /** `+1202… ; +1202…`, `+1202… ext 45`. */
  const NUMBERS = /\+\d+(?: ext \d+)?/g

  test('telephone numbers as spreadsheets leave them', async () => {
    for (const { raw = '', expected = '', 'hint country': country = '' } of await rowsOf(
      'quirks/made/phones-damaged.csv',
    )) {
      const { phones, problem } = parsePhones(raw, country === '' ? {} : { country })
      const read = phones.map(({ value, extension }) =>
        extension === undefined ? value : `${value} ext ${extension}`,
      )
      const wanted = expected.match(NUMBERS)
      if (wanted !== null) expect([raw, read]).toEqual([raw, [...wanted]])
      else if (expected === 'two numbers') expect([raw, read.length]).toEqual([raw, 2])
      else if (expected.startsWith('ASK')) expect([raw, phones[0]?.flags]).toEqual([raw, ['noCountry']])
      else if (expected.startsWith('unrecoverable')) expect([raw, read, problem]).toEqual([raw, [], 'lost'])
      else expect([raw, expected, read]).toEqual([raw, '', []])
      const isDoubtful = phones.some(({ flags }) => flags.includes('digitsDoubtful'))
      expect([raw, isDoubtful]).toEqual([raw, expected.includes('lossy')])
    }
  })

  test('days in many shapes', async () => {
    for (const { value = '', iso = '' } of await rowsOf('quirks/made/dates-many-shapes.csv')) {
      const wanted = iso.startsWith('?')
        ? iso.replace(/^\?(-\d\d-\d\d).*$/, '-$1')
        : iso.startsWith('(')
          ? '2026-W41'
          : iso
      expect([value, dateText(parseDate(value, { order: 'dmy', numbers: true }))]).toEqual([value, wanted])
    }
  })

  test('amounts of several countries, each style in a column of its own', async () => {
    const rows = await rowsOf('quirks/made/numbers-mixed.csv')
    for (const style of new Set(rows.map((row) => row.style))) {
      const ofStyle = rows.filter((row) => row.style === style)
      const { mark } = columnDecimalMark(ofStyle.map(({ raw = '' }) => raw))
      for (const { raw = '', expected = '', currency = '' } of ofStyle) {
        const read = parseMoney(raw, mark)
        const amount = read?.percent === true ? 'percent' : (read?.amount ?? '')
        expect([raw, amount, read?.currency ?? '']).toEqual([raw, expected, currency])
      }
    }
  })

  test('odd addresses of e-mail', async () => {
    for (const { raw = '', expected = '' } of await rowsOf('quirks/made/emails-odd.csv')) {
      const { emails, bad } = parseEmails(raw)
      const read = emails.map(({ value }) => value)
      if (expected === 'two') expect([raw, read.length]).toEqual([raw, 2])
      else if (expected === 'flag') expect([raw, read, bad !== undefined]).toEqual([raw, [], true])
      else if (expected.startsWith('valid')) expect(read).toEqual([raw])
      else expect([raw, read]).toEqual([raw, expected === '' ? [] : [expected]])
    }
  })
})

describe('one cell decides about its column', () => {
  const asDays = { columns: { 1: 'inter.when' as const } }

  test('a day over twelve tells the order of all', async () => {
    const reading = await readFixture('quirks/made/dates-dmy.csv', asDays)
    expect(reading.records.map(({ interaction }) => interaction?.at)).toEqual([
      '2026-12-25',
      '2026-04-03',
      '2026-02-01',
      '2026-01-31',
    ])
    expect(reading.decisions.find(({ what }) => what === 'dateOrder')).toMatchObject({ chosen: 'dmy' })
  })

  test('where nothing tells, the days wait for a word and are kept as they stand', async () => {
    const unsaid = await readFixture('quirks/made/dates-ambiguous.csv', asDays)
    expect(unsaid.records.map(({ interaction, extra }) => [interaction?.at, extra.Date])).toEqual([
      [undefined, '03/04/2026'],
      [undefined, '05/06/2026'],
      [undefined, '11/12/2026'],
    ])
    expect(unsaid.decisions.find(({ what }) => what === 'dateOrder')).toMatchObject({
      chosen: null,
      ask: true,
    })
    const said = await readFixture('quirks/made/dates-ambiguous.csv', { ...asDays, dateOrder: 'dmy' })
    expect(said.records.map(({ interaction }) => interaction?.at)).toEqual([
      '2026-04-03',
      '2026-06-05',
      '2026-12-11',
    ])
    expect(dateOrderOf(['03/04/2026', '11/12/2026'], ',').order).toBeUndefined()
  })
})
