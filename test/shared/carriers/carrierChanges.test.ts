import { expect, test } from 'vitest'
import { type CarrierForm, carrierChanges, retireChange } from '#shared/carriers/carrierChanges'
import { inCarrierOrder, openSuggestions, SUGGESTED_CARRIERS } from '#shared/carriers/suggestedCarriers'
import { type Carrier, carrierSchema } from '#shared/records/carrier'
import { valueIn } from '../../support/backupDisk'

const id = (number: number) => `0199f000-0000-7000-8000-${String(number).padStart(12, '0')}`
const carrier = (number: number, more: Partial<Carrier> = {}): Carrier => ({
  schema: 2,
  rev: 1,
  createdAt: 1,
  updatedAt: 1,
  origin: 'person',
  id: id(number),
  name: `Carrier ${number}`,
  kind: 'other',
  ...more,
})
const form: CarrierForm = {
  name: ' Letter ',
  kind: 'emailList',
  handleKind: 'email',
  region: '',
  url: '',
  note: '',
}

test('a new carrier keeps what was said and nothing empty', () => {
  const [change] = valueIn(carrierChanges(form, id(1), [], 10))
  expect(carrierSchema.parse(change?.after)).toMatchObject({
    name: 'Letter',
    kind: 'emailList',
    handleKind: 'email',
  })
  expect(change?.after).not.toHaveProperty('region')
})

test('without a name there is none', () => {
  expect(carrierChanges({ ...form, name: ' ' }, id(1), [], 10)).toMatchObject({
    ok: false,
    error: { code: 'carrier.nameMissing' },
  })
})

test('the main one gives its rank to the next', () => {
  const carriers = [carrier(1, { rank: 'main' }), carrier(2, { rank: 'second' })]
  const changes = valueIn(carrierChanges({ ...form, rank: 'main' }, id(2), carriers, 10))
  expect(changes.map(({ after }) => [after.id, after.rank])).toEqual([
    [id(1), undefined],
    [id(2), 'main'],
  ])
})

test('a retired one gives up its rank, and comes back without', () => {
  const retired = retireChange(carrier(1, { rank: 'main' }), 10)
  expect(retired?.after).toMatchObject({ retiredAt: 10 })
  expect(retired?.after).not.toHaveProperty('rank')
  expect(retireChange(carrier(1, { retiredAt: 10 }), 20)?.after).not.toHaveProperty('retiredAt')
})

test('what was founded from a suggestion is not suggested again', () => {
  const [letter] = SUGGESTED_CARRIERS
  expect(openSuggestions([carrier(1, { nameKey: letter?.nameKey, retiredAt: 1 })])).toEqual(
    SUGGESTED_CARRIERS.slice(1),
  )
})

test('the main one comes first, retired ones last', () => {
  const order = inCarrierOrder([
    carrier(4, { retiredAt: 1 }),
    carrier(3),
    carrier(2, { rank: 'second' }),
    carrier(1, { rank: 'main' }),
  ])
  expect(order.map(({ name }) => name)).toEqual(['Carrier 1', 'Carrier 2', 'Carrier 3', 'Carrier 4'])
})
