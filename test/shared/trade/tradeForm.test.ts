import { expect, test } from 'vitest'
import { EMPTY_LINE, type TradeForm, tradeFromForm } from '#shared/trade/tradeForm'

const FORM: TradeForm = {
  mark: '.',
  number: '',
  on: '2026-11-29',
  validUntil: '',
  currency: 'EUR',
  incoterm: '',
  place: '',
  paymentTerms: '',
  lines: [],
}

function read(quantity: string, price: string, mark: '.' | ',' = '.') {
  const made = tradeFromForm({
    ...FORM,
    mark,
    lines: [{ ...EMPTY_LINE, description: 'Bowl', quantity, price }],
  })
  if (!made.ok) return made.error
  const [line] = made.value.lines
  return [line?.quantity, line?.unitPrice.amount, line?.unitPrice.scale, made.value.total.minor]
}

test.each([
  ['.', '3,000', '0.78', ['3000', 78, 2, 234000]],
  ['.', '3 000', '0,78', ['3000', 78, 2, 234000]],
  ['.', '3\u00a0000', '1 234,5', ['3000', 12345, 1, 370350000]],
  ['.', "3'000", '1,234.50', ['3000', 123450, 2, 370350000]],
  ['.', '1.234.567', '0.01', ['1234567', 1, 2, 1234567]],
  ['.', '1,5', '2', ['1.5', 2, 0, 300]],
  ['.', '１２', '０.５', ['12', 5, 1, 600]],
  ['.', '10', '-0,50', ['10', -50, 2, -500]],
  // Three digits after a single mark: the language decides.
  ['.', '1', '1.250', ['1', 1250, 3, 125]],
  [',', '1', '1,250', ['1', 1250, 3, 125]],
  [',', '3.000', '0,78', ['3000', 78, 2, 234000]],
  [',', '1', '1.25', ['1', 125, 2, 125]],
  // Nobody writes a thousand with a nought before it.
  ['.', '2', '0,125', ['2', 125, 3, 25]],
  [',', '2', '0.125', ['2', 125, 3, 25]],
] as const)(
  'where %s is the decimal mark, %s pieces at %s are read as they are meant',
  (mark, quantity, price, wanted) => {
    expect(read(quantity, price, mark)).toEqual(wanted)
  },
)

test.each([
  ['five', '1', 'trade.badQuantity'],
  ['5 boxes', '1', 'trade.badQuantity'],
  ['-5', '1', 'trade.badQuantity'],
  ['5', '', 'trade.badPrice'],
  ['5', '1,2,3', 'trade.badPrice'],
  ['5', '1.2.3', 'trade.badPrice'],
  ['5', '0,123456789', 'trade.badPrice'],
])('%s pieces at %s are refused with their line', (quantity, price, code) => {
  expect(read(quantity, price)).toEqual({ code, params: { line: 1 } })
})
