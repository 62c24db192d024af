import { expect, test } from 'vitest'
import { decimalMarkOf, parseMoney } from '#shared/importing/values/money'

test.each([
  ['1 234,56', ',', '1234.56', undefined],
  ['-12,00', ',', '-12.00', undefined],
  ['12 345 678,9 €', ',', '12345678.9', 'EUR'],
  ['1.234,56', ',', '1234.56', undefined],
  ["1'234.56", '.', '1234.56', undefined],
  ['12,34,567.89', '.', '1234567.89', undefined],
  ['(1,234)', '.', '-1234', undefined],
  ['1.2万', '.', '12000', undefined],
  ['￥3,260.00', '.', '3260.00', undefined],
  ['1,088元', '.', '1088', 'CNY'],
  ['USD 152.30', '.', '152.30', 'USD'],
  ['١٬٢٣٤٫٥', '.', '1234.5', undefined],
  ['１，２３４．５', '.', '1234.5', undefined],
] as const)('%s with %s', (raw, mark, amount, currency) => {
  expect(parseMoney(raw, mark)).toEqual(currency ? { amount, currency } : { amount })
})

test.each(['待定', '--', 'n/a', ''])('%s is no amount', (raw) => {
  expect(parseMoney(raw, '.')).toBeUndefined()
})

test('the column decides the decimal mark, thousands alone decide nothing', () => {
  expect(decimalMarkOf(['1 234,56', '1.000'], '.')).toEqual({ mark: ',', sure: true })
  expect(decimalMarkOf(['1,204.50', '1,204'], ',')).toEqual({ mark: '.', sure: true })
  expect(decimalMarkOf(['1,234', '5,678'], '.')).toEqual({ mark: '.', sure: false })
})
