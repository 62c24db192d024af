import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readRateSheet } from '#shared/importing/rates/rateSheet'

const read = (text: string, delimiter = ',') =>
  readRateSheet(Papa.parse<string[]>(text, { delimiter }).data, delimiter)

test('the European Central Bank’s history: a day a row, a currency a column, N/A where none was quoted', () => {
  expect(read('Date,USD,JPY,BGN,\n2026-11-27,1.0765,162.45,N/A,\n2026-11-26,1.0731,161.9,1.9558,\n')).toEqual(
    {
      ok: true,
      value: {
        layout: 'columns',
        series: [
          { currency: 'USD', on: ['2026-11-27', '2026-11-26'], rates: ['1.0765', '1.0731'] },
          { currency: 'JPY', on: ['2026-11-27', '2026-11-26'], rates: ['162.45', '161.9'] },
          { currency: 'BGN', on: ['2026-11-26'], rates: ['1.9558'] },
        ],
        dropped: [],
        droppedCount: 0,
      },
    },
  )
})

test('its file of one day, with blanks behind the commas and the day in words', () => {
  expect(read('Date, USD, JPY, \n27 November 2026, 1.0765, 162.45, \n')).toMatchObject({
    value: { series: [{ currency: 'USD', on: ['2026-11-27'], rates: ['1.0765'] }, { currency: 'JPY' }] },
  })
})

test('China’s central parity: pairs as captions, and the yen by the hundred', () => {
  expect(read('日期,USD/CNY,100JPY/CNY,CNY/THB\n2026-11-27,7.0796,4.6021,4.7612\n')).toMatchObject({
    value: {
      series: [
        { currency: 'USD', against: 'CNY', rates: ['7.0796'] },
        { currency: 'JPY', against: 'CNY', rates: ['0.046021'] },
        { currency: 'CNY', against: 'THB', rates: ['4.7612'] },
      ],
    },
  })
})

test('lists in any order of columns, with two currencies or a pair, with captions or without', () => {
  const usd = { currency: 'USD', on: ['2026-11-01', '2026-12-01'], rates: ['7.12', '7.09'] }
  expect(read('date,currency,rate\n2026-11-01,USD,7.12\n2026-12-01,USD,7.09')).toMatchObject({
    value: { layout: 'list', series: [usd], dropped: [] },
  })
  expect(read('USD;7,12;01.11.2026\nUSD;7,09;01.12.2026', ';')).toMatchObject({ value: { series: [usd] } })
  expect(read('2026-11-01\tUSD/CNY\t7.12\n2026-12-01\tUSD/CNY\t7.09', '\t')).toMatchObject({
    value: { series: [{ ...usd, against: 'CNY' }] },
  })
  expect(read('On,From,To,Bid,Rate\n2026-11-01,USD,CNY,7,7.12\n2026-12-01,USD,CNY,7,7.09')).toMatchObject({
    value: { series: [{ ...usd, against: 'CNY' }] },
  })
})

test('what could be read in two ways is dropped and told, never guessed', () => {
  expect(read('date,currency,rate\n01/02/2026,USD,7.12\n2026-03-01,USD,7.1')).toMatchObject({
    value: {
      series: [{ on: ['2026-03-01'] }],
      dropped: [{ row: 1, code: 'rates.drop.day', text: '01/02/2026 · USD · 7.12' }],
    },
  })
  expect(read('2026-03-01\tVND\t25,123\n2026-03-02\tVND\t25123', '\t')).toMatchObject({
    value: { series: [{ rates: ['25123'] }], dropped: [{ row: 0, code: 'rates.drop.rate' }] },
  })
  expect(read('2026-03-01,USD,7.1\n2026-03-02,dollars,7.1\n2026-03-03,USD,0')).toMatchObject({
    value: { droppedCount: 2, dropped: [{ code: 'rates.drop.currency' }, { code: 'rates.drop.rate' }] },
  })
})

test('a table of anything else has no rates', () => {
  for (const text of [
    '',
    'Name,City\nAnna,Malmö',
    'Date,Amount\n2026-01-01,5',
    '2026-01-01,USD,7,8\n2026-01-02,USD,7,8',
  ])
    expect(read(text)).toMatchObject({ error: { code: 'rates.notRates' } })
})
