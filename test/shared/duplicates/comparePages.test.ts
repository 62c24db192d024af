import { expect, test } from 'vitest'
import { comparePages } from '#shared/duplicates/comparePages'
import { type PageWords, profile } from './pages'

/** What speaks for one customer: `sure sameEmail sameCompany`, or nothing. */
function verdict(a: PageWords, b: PageWords): string {
  const pair = comparePages(profile(1, a), profile(2, b))
  const swapped = comparePages(profile(2, b), profile(1, a))
  expect(swapped).toEqual(pair)
  return pair === undefined ? '' : [pair.strength, ...pair.reasons.map(({ code }) => code)].join(' ')
}

test.each<[string, PageWords, PageWords]>([
  ['sure sameId', { name: 'Alfa', hubspot: '7' }, { name: 'Beta', hubspot: '7' }],
  [
    'sure sameEmail',
    { name: 'Alfa', addresses: ['email:anna@gmail.com'] },
    { name: 'Beta', person: 'Bo', personal: ['email:Anna@Gmail.com'] },
  ],
  [
    'likely sameRoleEmail',
    { name: 'Alfa', addresses: ['email:info@alfa.example'] },
    { name: 'Beta', addresses: ['email:info@alfa.example'] },
  ],
  [
    'sure samePhone',
    { name: 'Alfa', addresses: ['phone:+84905550173'] },
    { name: 'Beta', addresses: ['whatsapp:+84905550173'] },
  ],
  [
    'likely samePhoneTail',
    { name: 'Alfa', addresses: ['phone:+84905550173'] },
    { name: 'Beta', addresses: ['phone:0905 550 173'] },
  ],
  [
    '',
    { name: 'Alfa', addresses: ['phone:+84905550173'] },
    { name: 'Beta', addresses: ['phone:+44905550173'] },
  ],
  [
    'sure sameHandle',
    { name: 'Alfa', addresses: ['wechat:An-7'] },
    { name: 'Beta', addresses: ['wechat:an-7'] },
  ],
  [
    'likely sameDomain',
    { name: 'Alfa', website: 'https://www.alfa.example/en' },
    { name: 'Beta', addresses: ['email:bo@alfa.example'] },
  ],
  [
    'likely sameDomain sameName',
    { name: 'Alfa', website: 'alfa.example', person: 'Anna Berg' },
    { name: 'Beta', website: 'alfa.example', person: 'BERG, Anna' },
  ],
  ['likely sameCompany', { name: 'Alfa Home GmbH', country: 'DE' }, { name: 'ALFA HOME', country: 'DE' }],
  ['', { name: 'Alfa Home GmbH', country: 'DE' }, { name: 'Alfa Home Ltd', country: 'GB' }],
  ['', { name: 'Alfa Home', website: 'alfa.example' }, { name: 'Alfa Home', website: 'alfahome.example' }],
  [
    'likely sameCompany sameName',
    { name: 'Alfa Home', person: 'Wei Chen' },
    { name: 'Alfa Home Ltd', person: 'Chen Wei' },
  ],
  ['possible spelledCompany', { name: '青川有限公司' }, { name: 'Qing Chuan Co., Ltd.' }],
  ['possible spelledCompany', { name: 'Bep Xanh' }, { name: 'Bếpxanh JSC' }],
  ['possible similarCompany', { name: 'Nordlund Hem' }, { name: 'Nordlund Hen AB' }],
  ['', { name: 'Hall 6 Trading' }, { name: 'Hall 8 Trading' }],
  ['', { name: 'Alfa' }, { name: 'Alva' }],
  [
    'possible sameName',
    { name: 'Anna Berg', person: 'Anna Berg' },
    { name: 'Berg Anna', person: 'Berg Anna' },
  ],
  [
    'likely sameDomain spelledName',
    { name: '甲', website: 'alfa.example', person: '王思远' },
    { name: 'Beta', website: 'alfa.example', person: 'Siyuan Wang' },
  ],
  [
    'likely sameDomain spelledName',
    { name: '甲', website: 'alfa.example', person: '欧阳修' },
    { name: 'Beta', website: 'alfa.example', person: 'Xiu Ouyang' },
  ],
  [
    'likely sameDomain similarName',
    { name: 'Alfa', website: 'alfa.example', person: 'Anna Bergstrom' },
    { name: 'Beta', website: 'alfa.example', person: 'Anna Bergstron' },
  ],
])('%s', (expected, a, b) => {
  expect(verdict(a, b)).toBe(expected)
})

test('a reason says what is the same, as it stands in the notebook', () => {
  const a = profile(1, { name: 'Nordlund Hem AB', addresses: ['email:Anna@nordlund.example'] })
  const b = profile(2, { name: 'NORDLUND HEM', addresses: ['email:anna@nordlund.example'] })
  expect(comparePages(a, b)?.reasons).toEqual([
    { code: 'sameEmail', params: { value: 'Anna@nordlund.example' } },
    { code: 'sameCompany', params: { value: 'Nordlund Hem AB' } },
  ])
})
