import '../../support/everyLanguage'
import { expect, test } from 'vitest'
import { contactColumns, contactRows } from '#shared/exporting/contactTable'
import { historyColumns, historyRows } from '#shared/exporting/historyTables'
import { mailingRow } from '#shared/exporting/mailingLists'
import type { OwnField } from '#shared/ownFields/ownField'
import { reportWords } from '#shared/reporting/words'
import { testId } from '../changes/memoryNotebook'
import { consent, customer, fileOf, handle, NOW, person } from './customerFiles'

const words = reportWords('en')
const ZONE = 'Asia/Shanghai'
const FAIR = testId(70)
const COMPANY = customer(1, 'Fictional Lighting S.L.', {
  country: 'ES',
  city: 'Villarriba',
  handles: [handle('email', 'info@fictional-1.example')],
  website: 'https://www.fictional-1.example',
  language: 'es',
  stage: 'quote',
  grade: 'A',
  tags: ['lamps, LED'],
  sourceTouchpointId: FAIR,
})
const ANA = person(2, 'Ana Prueba', {
  firstName: 'Ana',
  lastName: 'Prueba',
  title: 'Import Director',
  handles: [
    handle('email', 'ana@example.com'),
    handle('email', 'ana2@example.com'),
    handle('phone', '+34600000001'),
    handle('wechat', 'ana-1'),
    handle('wechat', 'ana-2'),
    handle('line', 'ana.line'),
    handle('linkedin', 'ana-prueba'),
    handle('other', 'Telex 4711'),
  ],
})

/** The filled cells of a row by their captions. */
function filled(columns: readonly { readonly caption: string }[], row: readonly unknown[] = []) {
  return Object.fromEntries(
    columns.flatMap(({ caption }, index) => (row[index] === null ? [] : [[caption, row[index]]])),
  )
}

test('a customer has a row for its own addresses and one for each person', () => {
  const file = fileOf(COMPANY, {
    people: [ANA],
    consents: [consent(10, { personId: ANA.id, state: 'withdrawn' })],
  })
  const sourceNames = new Map([[FAIR, 'Canton Fair 140']])
  const rows = contactRows(file, { words, zone: ZONE, isPlain: false, sourceNames })
  const changed = { kind: 'moment', value: '2026-11-28T17:00' }
  const company = {
    Company: 'Fictional Lighting S.L.',
    Country: 'Spain',
    City: 'Villarriba',
    Website: 'https://www.fictional-1.example',
    Language: 'es',
    Stage: 'Quote',
    Grade: 'A',
    Tags: 'lamps, LED;',
    Source: 'Canton Fair 140',
    Created: changed,
    Changed: changed,
  }
  expect(rows.map((row) => filled(contactColumns(words), row))).toEqual([
    { 'Orchard ID': COMPANY.id, ...company, 'E-mail': 'info@fictional-1.example' },
    {
      'Orchard ID': ANA.id,
      ...company,
      Name: 'Ana Prueba',
      'First name': 'Ana',
      'Last name': 'Prueba',
      'Job title': 'Import Director',
      'E-mail': 'ana@example.com; ana2@example.com',
      Phone: '+34600000001',
      WeChat: 'ana-1',
      LinkedIn: 'https://www.linkedin.com/in/ana-prueba',
      Messaging: 'WeChat: ana-2; LINE: ana.line',
      'Other addresses': 'Telex 4711',
      Unsubscribed: 'yes',
    },
  ])
})

test('programs get codes where people get names', () => {
  const [row] = contactRows(fileOf(COMPANY), {
    words: reportWords('zh-Hans'),
    zone: ZONE,
    isPlain: true,
    sourceNames: new Map(),
  })
  expect(filled(contactColumns(words), row)).toMatchObject({ Country: 'ES', Stage: 'quote' })
})

test('a country whose name a reader could take for another’s stands as its code', () => {
  const guinea = fileOf(customer(1, 'Fictional', { country: 'GN' }))
  const [row] = contactRows(guinea, { words, zone: ZONE, isPlain: false, sourceNames: new Map() })
  expect(filled(contactColumns(words), row)).toMatchObject({ Country: 'GN' })
})

const PRODUCT = testId(80)
const ORDER = {
  id: testId(30),
  schema: 1,
  rev: 1,
  createdAt: NOW,
  updatedAt: NOW,
  origin: 'person' as const,
  customerId: COMPANY.id,
  personId: ANA.id,
  number: '0042',
  on: '2026-11-02',
  currency: 'USD',
  lines: [
    {
      productId: PRODUCT,
      description: '',
      quantity: '8000',
      unit: 'pcs',
      unitPrice: { amount: 125, scale: 4, currency: 'USD' },
    },
  ],
  total: { minor: 10000, currency: 'USD' },
  leadTimeDays: 45,
  status: 'open' as const,
  milestones: [
    { kind: 'deposit' as const, doneOn: '2026-11-05' },
    { kind: 'shipped' as const, dueOn: '2026-12-20' },
  ],
}
const TALK = {
  id: testId(40),
  schema: 1,
  rev: 1,
  createdAt: NOW,
  updatedAt: NOW,
  origin: 'person' as const,
  customerId: COMPANY.id,
  personIds: [ANA.id],
  kind: 'met' as const,
  direction: 'both' as const,
  at: NOW,
  carrier: 'wechat' as const,
  touchpointId: FAIR,
  subject: 'Lamps for spring',
  productIds: [PRODUCT],
  text: '=HYPERLINK("x")',
  private: true,
}
const NAMES = new Map([
  [FAIR, 'Canton Fair 140'],
  [PRODUCT, 'Bamboo lamp'],
])

test('talks, orders and their lines are flat tables', () => {
  const file = fileOf(COMPANY, { people: [ANA], orders: [ORDER], interactions: [TALK] })
  const context = { words, zone: ZONE, isPlain: false, names: NAMES }
  const table = (name: 'interactions' | 'orders' | 'lines') =>
    historyRows(name, file, context).map((row) => filled(historyColumns(name, words), row))
  const who = { Company: 'Fictional Lighting S.L.', Name: 'Ana Prueba' }
  expect(table('interactions')).toEqual([
    {
      When: { kind: 'moment', value: '2026-11-28T17:00' },
      Kind: 'Met',
      Direction: 'both spoke',
      Over: 'WeChat',
      ...who,
      Source: 'Canton Fair 140',
      Products: 'Bamboo lamp',
      Private: 'yes',
      Subject: 'Lamps for spring',
      Text: '=HYPERLINK("x")',
    },
  ])
  expect(table('orders')).toEqual([
    {
      Day: { kind: 'day', value: '2026-11-02' },
      Number: '0042',
      ...who,
      Status: 'open',
      Currency: 'USD',
      Total: { kind: 'number', value: 100, format: 'money2' },
      'Lead time (days)': { kind: 'number', value: 45, format: 'integer' },
      Milestones: 'deposit 2026-11-05; shipped (2026-12-20)',
    },
  ])
  expect(table('lines')).toEqual([
    {
      Document: 'Order',
      Day: { kind: 'day', value: '2026-11-02' },
      Number: '0042',
      ...who,
      Product: 'Bamboo lamp',
      Quantity: { kind: 'number', value: 8000, format: 'decimal' },
      Unit: 'pcs',
      'Price a piece': { kind: 'number', value: 0.0125, format: 'rate' },
      Currency: 'USD',
      'Line total': { kind: 'number', value: 100, format: 'money2' },
    },
  ])
})

test('each mailing tool gets its own columns and no more than a newsletter needs', () => {
  const recipient = { customer: COMPANY, person: ANA, emails: ['ana@example.com'], phones: [] }
  const wang = person(3, '王样本')
  expect([
    mailingRow('mailchimp', recipient),
    mailingRow('mailchimp', { ...recipient, person: wang, customer: { ...COMPANY, tags: ['VIP', 'a "b"'] } }),
    mailingRow('listmonk', recipient),
    mailingRow('brevo', { ...recipient, person: undefined }),
  ]).toEqual([
    ['ana@example.com', 'Ana', 'Prueba', 'Fictional Lighting S.L.', '"lamps, LED"'],
    // A Chinese name is not cut in two.
    ['ana@example.com', '王样本', '', 'Fictional Lighting S.L.', '"VIP","a ""b"""'],
    [
      'ana@example.com',
      'Ana Prueba',
      '{"company":"Fictional Lighting S.L.","country":"ES","language":"es","tags":["lamps, LED"]}',
    ],
    ['ana@example.com', '', '', 'Fictional Lighting S.L.', COMPANY.id],
  ])
})

test('own fields stand behind the other columns, each by its kind; a retired one does not', () => {
  const own: OwnField[] = [
    { id: testId(81), table: 'people', name: 'Hobby', kind: 'text' },
    { id: testId(82), table: 'customers', name: 'Pallets', kind: 'number' },
    { id: testId(83), table: 'customers', name: 'Founded', kind: 'date' },
    { id: testId(84), table: 'customers', name: 'Own brand', kind: 'yesNo' },
    { id: testId(85), table: 'customers', name: 'Old', kind: 'text', retiredAt: 1 },
  ]
  const custom = {
    [testId(82)]: 4.5,
    [testId(83)]: '2001-02-03',
    [testId(84)]: false,
    [testId(85)]: 'kept',
  }
  const file = fileOf({ ...COMPANY, custom }, { people: [{ ...ANA, custom: { [testId(81)]: '=chess' } }] })
  const rows = contactRows(file, { words, zone: ZONE, isPlain: false, sourceNames: new Map(), own })
  const columns = contactColumns(words, own)
  expect(columns.slice(-4).map(({ caption }) => caption)).toEqual([
    'Pallets',
    'Founded',
    'Own brand',
    'Hobby',
  ])
  const ofCompany = [
    { kind: 'number', value: 4.5, format: 'rate' },
    { kind: 'day', value: '2001-02-03' },
    'No',
  ]
  expect(rows.map((row) => row.slice(-4))).toEqual([
    [...ofCompany, null],
    [...ofCompany, '=chess'],
  ])
})
