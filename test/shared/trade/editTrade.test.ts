import { describe, expect, test } from 'vitest'
import type { Order, Quote, Sample } from '../../../shared/records/trade'
import {
  formOfSample,
  formOfTrade,
  orderPatch,
  outcomePatch,
  quotePatch,
  sampleFromForm,
  withProducts,
} from '../../../shared/trade/editTrade'

const base = { schema: 1, rev: 1, createdAt: 0, updatedAt: 0, origin: 'person' } as const

const QUOTE: Quote = {
  ...base,
  id: 'q1',
  customerId: 'c1',
  number: 'Q-7',
  on: '2026-11-20',
  validUntil: '2026-12-20',
  currency: 'USD',
  lines: [
    {
      productId: 'p1',
      unit: 'pcs',
      description: 'Bowl',
      quantity: '8000',
      unitPrice: { amount: 125, scale: 4, currency: 'USD' },
    },
    { description: 'Discount', quantity: '1', unitPrice: { amount: -5, scale: 0, currency: 'USD' } },
  ],
  // The lines are 95.00; 20.00 of freight was agreed on top.
  total: { minor: 11500, currency: 'USD' },
  rate: { from: 'USD', to: 'CNY', rate: '7.1', on: '2026-11-20' },
  note: 'by phone',
  status: 'open',
}

const { validUntil: _, status: __, ...SHARED } = QUOTE
const ORDER: Order = {
  ...SHARED,
  status: 'open',
  milestones: [{ kind: 'deposit', doneOn: '2026-11-25' }],
}

const SAMPLE: Sample = {
  ...base,
  id: 's1',
  customerId: 'c1',
  on: '2026-11-20',
  what: 'Two bowls',
  courier: 'DHL',
}

/** The patch laid over the record, as saving does it. */
function edited<T extends object>(record: T, patch: { ok: boolean; value?: object }): object {
  if (!patch.ok) throw new Error('the form was refused')
  const entries = Object.entries({ ...record, ...patch.value })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

describe('editing a quote', () => {
  test('that is saved untouched changes nothing', () => {
    for (const mark of ['.', ','] as const)
      expect(edited(QUOTE, quotePatch(formOfTrade(QUOTE, mark), QUOTE))).toEqual(QUOTE)
  })

  test('shows each line as it was typed', () => {
    expect(formOfTrade(QUOTE, '.').lines).toEqual([
      { description: 'Bowl', quantity: '8000', price: '0.0125', kept: { productId: 'p1', unit: 'pcs' } },
      { description: 'Discount', quantity: '1', price: '-5', kept: {} },
    ])
  })

  test('keeps the agreed total while only words change', () => {
    const form = { ...formOfTrade(QUOTE, '.'), place: 'Ningbo', number: '', validUntil: '' }
    const { number: _number, validUntil: _until, ...rest } = QUOTE
    expect(edited(QUOTE, quotePatch(form, QUOTE))).toEqual({ ...rest, place: 'Ningbo' })
  })

  test('makes the total the sum of the lines when their sum changes', () => {
    const form = formOfTrade(QUOTE, '.')
    const lines = form.lines.map((line, index) => (index === 0 ? { ...line, quantity: '16,000' } : line))
    expect(edited(QUOTE, quotePatch({ ...form, lines }, QUOTE))).toMatchObject({
      lines: [{ productId: 'p1', quantity: '16000' }, {}],
      total: { minor: 19500, currency: 'USD' },
    })
  })

  test('in another currency drops the rate pinned for the old one', () => {
    const form = { ...formOfTrade(QUOTE, '.'), currency: 'eur' }
    const after = edited(QUOTE, quotePatch(form, QUOTE))
    expect(after).toMatchObject({ currency: 'EUR', total: { minor: 9500, currency: 'EUR' } })
    expect(after).not.toHaveProperty('rate')
  })

  test('is refused when all its lines are emptied', () => {
    expect(quotePatch({ ...formOfTrade(QUOTE, '.'), lines: [] }, QUOTE)).toMatchObject({
      ok: false,
      error: { code: 'trade.noLines' },
    })
  })
})

describe('editing an order', () => {
  test('leaves its milestones and its status alone', () => {
    const form = { ...formOfTrade(ORDER, '.'), paymentTerms: '30 % deposit' }
    expect(edited(ORDER, orderPatch(form, ORDER))).toEqual({ ...ORDER, paymentTerms: '30 % deposit' })
  })

  test('of a total without lines goes on without lines', () => {
    const bare: Order = { ...ORDER, lines: [] }
    const form = { ...formOfTrade(bare, '.'), place: 'Ningbo' }
    expect(edited(bare, orderPatch(form, bare))).toEqual({ ...bare, place: 'Ningbo' })
  })
})

describe('editing a sample', () => {
  test('takes new words and lets an emptied courier go', () => {
    const form = { ...formOfSample(SAMPLE), what: ' Three bowls ', courier: ' ' }
    const { courier: _courier, ...rest } = SAMPLE
    expect(edited(SAMPLE, sampleFromForm(form))).toEqual({ ...rest, what: 'Three bowls' })
  })

  test('has an outcome with its day, which no form can set before the sample went out', () => {
    const form = { ...formOfSample(SAMPLE), outcome: ' too dark ', outcomeOn: '2026-11-26' }
    expect(edited(SAMPLE, sampleFromForm(form))).toEqual({
      ...SAMPLE,
      outcome: 'too dark',
      outcomeOn: '2026-11-26',
    })
    expect(sampleFromForm({ ...form, outcomeOn: '2026-11-19' })).toMatchObject({
      error: { code: 'trade.endsBeforeStart' },
    })
  })

  test('loses the day of an outcome that is emptied', () => {
    const known = { ...SAMPLE, outcome: 'too dark', outcomeOn: '2026-11-26' }
    const form = { ...formOfSample(known), outcome: ' ' }
    expect(edited(known, sampleFromForm(form))).toEqual(SAMPLE)
    expect(outcomePatch(' ', '2026-11-27')).toEqual({ outcome: undefined, outcomeOn: undefined })
    expect(outcomePatch(' they like it ', '2026-11-27')).toEqual({
      outcome: 'they like it',
      outcomeOn: '2026-11-27',
    })
  })

  test('of our products is called like them until somebody writes other words', () => {
    const names = new Map([
      ['p1', 'Bowl'],
      ['p2', 'Tray'],
    ])
    const empty = { ...formOfSample(SAMPLE), what: '' }
    const both = withProducts(empty, ['p1', 'p2'], names)
    expect(both).toMatchObject({ what: 'Bowl, Tray', productIds: ['p1', 'p2'] })
    expect(withProducts(both, ['p2'], names).what).toBe('Tray')
    expect(withProducts({ ...both, what: 'The blue ones' }, ['p2'], names).what).toBe('The blue ones')
    expect(edited(SAMPLE, sampleFromForm(both))).toEqual({
      ...SAMPLE,
      what: 'Bowl, Tray',
      productIds: ['p1', 'p2'],
    })
    expect(edited({ ...SAMPLE, productIds: ['p1'] }, sampleFromForm(formOfSample(SAMPLE)))).toEqual(SAMPLE)
  })

  test('needs its day', () => {
    expect(sampleFromForm({ ...formOfSample(SAMPLE), on: '' })).toMatchObject({
      ok: false,
      error: { code: 'trade.dayMissing' },
    })
  })
})
