import { expect, test } from 'vitest'
import { type AccessWords, accessHtml, accessJson } from '#shared/access/accessFile'
import { type AccessRecord, accessRecord, beginAccess, widenAccess } from '#shared/access/accessRecords'
import type { LooseRecord } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import { testId } from '../changes/memoryNotebook'

const WORDS: AccessWords = {
  language: 'en',
  direction: 'ltr',
  title: 'What we know about <b>Anna</b>',
  notes: ['Written today.'],
  section: (table) => (table === 'people' ? 'People' : 'Rest & more'),
  field: (field) => field,
  value: (_table, _field, value) => (typeof value === 'string' ? value : JSON.stringify(value)),
  alsoOthers: 'also about others',
  deleted: 'deleted',
}

const [PAGE, ANNA, BO, OTHER] = [testId(1), testId(2), testId(3), testId(4)]

function record(id: number, fields: Readonly<Record<string, unknown>>): LooseRecord {
  return { id: testId(id), rev: 1, ...fields }
}

/** A page with two people, and somebody else's. */
const NOTEBOOK: readonly (readonly [TableName, LooseRecord])[] = [
  ['customers', record(1, { name: 'Lindqvist' })],
  ['people', record(2, { customerId: PAGE, fullName: 'Anna' })],
  ['people', record(3, { customerId: PAGE, fullName: 'Bo' })],
  ['customers', record(4, { name: 'Somebody else' })],
  [
    'interactions',
    record(10, { customerId: PAGE, personIds: [ANNA], text: 'Anna alone', attachmentIds: [testId(20)] }),
  ],
  ['interactions', record(11, { customerId: PAGE, personIds: [ANNA, BO], text: 'both' })],
  ['interactions', record(12, { customerId: PAGE, personIds: [BO], text: 'Bo alone' })],
  ['orders', record(13, { customerId: PAGE, personId: ANNA, number: 'PO-1' })],
  ['interactions', record(14, { customerId: OTHER, personIds: [], text: 'elsewhere' })],
  ['attachments', record(20, { hash: 'a', fileName: 'card.png' })],
  ['facts', record(15, { customerId: PAGE, personId: ANNA, text: 'likes tea', deletedAt: 5 })],
]

function accessOf(kind: 'customer' | 'person', id: string): AccessRecord[] {
  const scope = beginAccess({ kind, id })
  for (let isNew = true; isNew; )
    isNew = NOTEBOOK.map(([table, each]) => widenAccess(scope, table, [each])).includes(true)
  return NOTEBOOK.flatMap(([table, each]) => accessRecord(scope, table, each) ?? [])
}

const told = (records: readonly AccessRecord[]) =>
  records.map((each) => `${each.record.id.slice(-2)}${each.alsoOthers ? ' also others' : ''}`)

test('of a customer everything on the page is told, and nothing of anybody else', () => {
  expect(told(accessOf('customer', PAGE))).toEqual(['01', '02', '03', '10', '11', '12', '13', '20', '15'])
})

test('of a person what is theirs is told, what they share with others is marked, and the rest is not in it', () => {
  expect(told(accessOf('person', ANNA))).toEqual(['02', '10', '11 also others', '13 also others', '20', '15'])
})

test('whatever is in a name or a text stays text on the page', () => {
  const hostile = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `</dd></dl></body>`,
    `'&amp;<!--`,
    `<style>*{}</style>`,
  ]
  const page = accessHtml(
    hostile.map((text, at) => ({
      table: 'people',
      record: record(30 + at, { fullName: text, [text]: text }),
      alsoOthers: true,
    })),
    { ...WORDS, title: hostile.join(' '), notes: hostile, alsoOthers: hostile.join(' ') },
  )
  const tags = [...page.matchAll(/<\/?([a-z0-9]+|!doctype|!--)/gi)].map(([, name]) => name?.toLowerCase())
  const own = [
    '!doctype',
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'h1',
    'h2',
    'p',
    'section',
    'em',
    'dl',
    'dt',
    'dd',
  ]
  expect(tags.filter((name) => !own.includes(name ?? ''))).toEqual([])
  expect(tags.filter((name) => name === 'style')).toHaveLength(2)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
})

test('deleted records are told as such, numbers of our own stand in the JSON alone, which has all of it', () => {
  const records = accessOf('person', ANNA)
  const page = accessHtml(records, WORDS)
  expect(page).toContain('<em>deleted</em>')
  expect(page).not.toContain(PAGE)
  expect(JSON.parse(accessJson(records, 0))).toEqual({ made: '1970-01-01T00:00:00.000Z', records })
})
