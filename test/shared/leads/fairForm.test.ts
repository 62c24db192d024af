import { expect, test } from 'vitest'
import { fairPatch, formOfFair } from '../../../shared/leads/fairForm'
import type { Touchpoint } from '../../../shared/records/touchpoint'

const FAIR: Touchpoint = {
  schema: 1,
  rev: 3,
  createdAt: 0,
  updatedAt: 0,
  origin: 'person',
  id: 'f1',
  kind: 'fair',
  name: 'Tavola, autumn 2026',
  series: 'Tavola',
  city: 'Kortrijk',
  country: 'BE',
  zone: 'Europe/Brussels',
  startsOn: '2026-11-27',
  endsOn: '2026-11-30',
  halls: ['11.2', '12'],
  booth: 'C34',
  staffIds: ['s1'],
  currency: 'EUR',
  qualifiers: [{ key: 'own', options: [{ key: 'a' }, { key: 'b' }] }],
}
const FORM = formOfFair(FAIR, ['Linh'])

test('a fair opens in the form as it was typed', () => {
  expect(FORM).toEqual({
    name: 'Tavola, autumn 2026',
    series: 'Tavola',
    city: 'Kortrijk',
    country: 'BE',
    startsOn: '2026-11-27',
    endsOn: '2026-11-30',
    halls: '11.2, 12',
    booth: 'C34',
    staff: 'Linh',
    currency: 'EUR',
  })
})

test('an edit changes what was typed, takes away what was emptied and leaves the questions alone', () => {
  const form = { ...FORM, endsOn: '2026-12-01', booth: ' ', halls: '' }
  expect(fairPatch(form, FAIR, ['s1', 's2'], 'Europe/Brussels')).toEqual({
    ok: true,
    value: {
      name: 'Tavola, autumn 2026',
      series: 'Tavola',
      city: 'Kortrijk',
      country: 'BE',
      zone: 'Europe/Brussels',
      startsOn: '2026-11-27',
      endsOn: '2026-12-01',
      halls: undefined,
      booth: undefined,
      staffIds: ['s1', 's2'],
      currency: 'EUR',
    },
  })
})

test('a clock set by hand stays while the country does, and another country brings its own', () => {
  const ownClock = { ...FAIR, zone: 'Europe/London' }
  expect(fairPatch(FORM, ownClock, ['s1'], 'Europe/Brussels')).toMatchObject({
    value: { zone: 'Europe/London' },
  })
  expect(fairPatch({ ...FORM, country: 'VN' }, ownClock, ['s1'], 'Asia/Ho_Chi_Minh')).toMatchObject({
    value: { zone: 'Asia/Ho_Chi_Minh' },
  })
})

test('a fair cannot be made to end before it starts', () => {
  expect(fairPatch({ ...FORM, endsOn: '2026-11-01' }, FAIR, [], undefined)).toEqual({
    ok: false,
    error: { code: 'fair.endsBeforeStart', params: { field: 'endsOn' } },
  })
})
