import { expect, test } from 'vitest'
import { loadCatalogue } from '#shared/i18n/catalogues'
import type { Interaction } from '#shared/records/interaction'
import type { PromiseRecord } from '#shared/records/promise'
import type { Touchpoint } from '#shared/records/touchpoint'
import { type VisitorInput, visitorPack, visitorPackSchema } from '#shared/reporting/visitorPack'
import { visitorMarkup } from '../../../electron/reports/visitorHtml'
import { testId } from '../changes/memoryNotebook'
import { customer, person, photo } from '../exporting/customerFiles'

const NOW = Date.UTC(2026, 10, 28, 9)
const base = (number: number) => ({
  id: testId(number),
  schema: 1,
  rev: 1,
  createdAt: NOW,
  updatedAt: NOW,
  origin: 'person' as const,
})
const edition = (number: number, name: string, startsOn: string, halls: string[]): Touchpoint => ({
  ...base(number),
  kind: 'fair',
  name,
  startsOn,
  endsOn: startsOn,
  halls,
})
const talk = (number: number, customerId: string, more: Partial<Interaction>): Interaction => ({
  ...base(number),
  customerId,
  personIds: [],
  kind: 'met',
  direction: 'both',
  at: NOW,
  ...more,
})
const promised = (number: number, customerId: string, more: Partial<PromiseRecord>): PromiseRecord => ({
  ...base(number),
  customerId,
  by: 'us',
  text: 'the price list',
  dueOn: '2026-12-01',
  ...more,
})

const SPRING = edition(50, 'Tavola spring', '2026-04-10', ['9.1'])
const AUTUMN = edition(51, 'Tavola autumn', '2025-10-10', ['10.2'])
const ANNA = customer(1, 'Nordlund Hem AB', { country: 'SE', city: 'Örebro', stage: 'quote', grade: 'B' })
const BO = customer(2, 'Bo Kök', { country: 'SE', grade: 'A' })
const CHEN = customer(3, '青川酒店')
const STRANGER = customer(4, 'Never there')

const INPUT: VisitorInput = {
  fair: edition(60, 'Tavola autumn 2026', '2026-12-10', []),
  editions: [SPRING, AUTUMN],
  customers: [ANNA, BO, CHEN, STRANGER],
  people: [person(10, 'Anna Nordlund', { customerId: ANNA.id })],
  interactions: [
    talk(20, ANNA.id, {
      touchpointId: SPRING.id,
      at: Date.UTC(2026, 3, 10),
      text: 'Wants bamboo',
      attachmentIds: [testId(80)],
    }),
    talk(21, ANNA.id, { touchpointId: AUTUMN.id, at: Date.UTC(2025, 9, 10) }),
    talk(22, ANNA.id, { kind: 'call', at: Date.UTC(2026, 8, 1), text: 'Margin is 40 %', private: true }),
    talk(23, BO.id, { touchpointId: AUTUMN.id, at: Date.UTC(2025, 9, 11), text: '<b>x</b>' }),
    talk(24, CHEN.id, { touchpointId: SPRING.id, at: Date.UTC(2026, 3, 11) }),
    talk(25, STRANGER.id, { kind: 'message', touchpointId: SPRING.id }),
  ],
  promises: [
    promised(30, ANNA.id, { dueOn: '2026-11-01' }),
    promised(31, ANNA.id, { by: 'them', text: 'an order', dueOn: '2026-12-05' }),
    promised(32, ANNA.id, { text: 'kept', doneAt: NOW }),
  ],
  attachments: [photo(80)],
  grouping: 'country',
  language: 'en',
  zone: 'Asia/Shanghai',
  now: NOW,
}

test('visitors stand by country, the best first, with what was said, what is owed and their photo', () => {
  const { page, title } = visitorPack(INPUT)
  expect(title).toBe('Tavola autumn 2026 Past visitors')
  expect(page.groups).toEqual([
    {
      caption: 'Sweden',
      visitors: [
        {
          customerId: BO.id,
          company: 'Bo Kök',
          person: '',
          about: 'Sweden, Lead, A, met at Tavola autumn, 11 Oct 2025',
          lastWords: '11 Oct 2025: <b>x</b>',
          promises: [],
        },
        {
          customerId: ANNA.id,
          company: 'Nordlund Hem AB',
          person: 'Anna Nordlund',
          about: 'Örebro, Sweden, Quote, B, met at Tavola spring, 10 Apr 2026',
          lastWords: '10 Apr 2026: Wants bamboo',
          promises: [
            { text: 'We promised: the price list', due: '1 Nov', late: true },
            { text: 'They promised: an order', due: '5 Dec', late: false },
          ],
          photo: 'ab'.repeat(32),
        },
      ],
    },
    {
      caption: 'Country not known',
      visitors: [expect.objectContaining({ company: '青川酒店', lastWords: '' })],
    },
  ])
  expect(page.notes).toEqual(['3 visitors of 2 earlier editions. Private notes are left out.'])
})

test('by hall they stand where they were met last', () => {
  const { page } = visitorPack({ ...INPUT, grouping: 'hall' })
  expect(
    page.groups.map(({ caption, visitors }) => [caption, visitors.map(({ company }) => company)]),
  ).toEqual([
    ['Hall 9.1', ['Nordlund Hem AB', '青川酒店']],
    ['Hall 10.2', ['Bo Kök']],
  ])
})

test('nothing private is in the pack, and the sheet has a row for each', () => {
  const pack = visitorPack(INPUT)
  expect(JSON.stringify(pack)).not.toContain('Margin')
  expect(pack.workbook.sheets[0]?.rows).toHaveLength(3)
  expect(visitorPackSchema.parse(pack)).toEqual(pack)
})

test('very long names and texts stay within what is taken', () => {
  const long = 'ß'.repeat(10_000)
  const pack = visitorPack({
    ...INPUT,
    fair: { ...INPUT.fair, name: long },
    customers: [{ ...ANNA, name: long, city: long }],
    interactions: [talk(20, ANNA.id, { touchpointId: SPRING.id, text: long })],
    promises: [promised(30, ANNA.id, { text: long })],
  })
  expect(visitorPackSchema.safeParse(pack).success).toBe(true)
})

test('on paper every word is text', () => {
  const { text } = visitorMarkup(visitorPack(INPUT).page)
  expect(text).toContain('&lt;b&gt;x&lt;/b&gt;')
  expect(text).not.toContain('<b>x')
  expect(text).toContain(`<img src="/attachment/${'ab'.repeat(32)}" alt="">`)
})

test('in a line of Hebrew the names and words of others keep their own direction; a cell has no signs for it', async () => {
  await loadCatalogue('he')
  const pack = visitorPack({ ...INPUT, language: 'he' })
  const [, anna] = pack.page.groups[0]?.visitors ?? []
  expect(anna?.about.startsWith('\u2068Örebro\u2069')).toBe(true)
  expect(anna?.about).toContain('\u2068Tavola spring\u2069')
  expect(anna?.lastWords.endsWith(': \u2068Wants bamboo\u2069')).toBe(true)
  expect(anna?.promises[0]?.text).toContain('\u2068the price list\u2069')
  expect(JSON.stringify(pack.workbook)).not.toMatch(/[\u2068\u2069]/)
})
