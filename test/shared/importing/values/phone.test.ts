import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePhones } from '#shared/importing/values/phone'
import { phoneKeys } from '#shared/matching/phoneKey'

// Raw value, country of the row, what is understood. The cases of quirks/made/phones-damaged.csv and more.
test.each([
  ['8.61990000123E+12', 'CN', ['+8619900001230']],
  ['8613800138000.0', 'CN', ['+8613800138000']],
  ['07700900123', 'GB', ['+447700900123']],
  ['7700900123', 'GB', ['+447700900123']],
  ['+44 (0)20 7946 0018', 'GB', ['+442079460018']],
  ['0044 20 7946 0018', 'GB', ['+442079460018']],
  ['011 44 20 7946 0018', 'US', ['+442079460018']],
  ["'+12025550123", 'US', ['+12025550123']],
  ['=+12025550123', 'US', ['+12025550123']],
  ['="12025550123"', 'US', ['+12025550123']],
  ['p:+12025550123', '', ['+12025550123']],
  ['tel:+1-202-555-0123', '', ['+12025550123']],
  ['WhatsApp-86-19900001234', '', ['+8619900001234']],
  ['86-199-0000-1234', 'CN', ['+8619900001234']],
  ['＋８６ １９９００００１２３４', '', ['+8619900001234']],
  ['+1 202 555 0123 / 0124', '', ['+12025550123', '+12025550124']],
  ['202-555-0123;202-555-0124', 'US', ['+12025550123', '+12025550124']],
  ['\u202a+1 202 555 0123\u202c', '', ['+12025550123']],
  ['1-800-EXAMPLE', 'US', ['+18003926753']],
  ['13800138000', 'CN', ['+8613800138000']],
  ['33639980321', 'FR', ['+33639980321']],
  ['n/a', '', []],
  ['0', '', []],
])('%s in %s', (raw, country, expected) => {
  const { phones } = parsePhones(raw, country === '' ? {} : { country })
  expect(phones.map((phone) => phone.value)).toEqual(expected)
})

test('keeps an extension apart', () => {
  expect(parsePhones('+1 202-555-0123 ext. 45').phones).toEqual([
    { kind: 'phone', value: '+12025550123', extension: '45', flags: [] },
  ])
})

test('says that a scientific number lost its digits', () => {
  expect(parsePhones('8.61E+12', { country: 'CN' })).toEqual({ phones: [], problem: 'lost' })
})

test('asks for the country where a number could belong to several', () => {
  expect(parsePhones('010-0000-1234').phones).toEqual([
    { kind: 'phone', value: '010-0000-1234', flags: ['noCountry'] },
  ])
  expect(parsePhones('13800138000').phones[0]?.flags).toEqual(['noCountry'])
})

test('a number that capture is sure of is the same number in a file', () => {
  const countries = fc.constantFrom('CN', 'DE', 'GB', 'US', 'VN', 'IT', 'RU', 'BR', undefined)
  const digits = fc.stringMatching(/^(\+|00)?[0-9]{7,13}$/)
  fc.assert(
    fc.property(digits, countries, (entered, country) => {
      const sure = phoneKeys(entered, country)
      fc.pre(sure?.e164 !== undefined && sure.notInPlan !== true)
      expect(parsePhones(entered, country === undefined ? {} : { country }).phones[0]?.value).toBe(sure?.e164)
    }),
    { numRuns: 500 },
  )
})
