import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { readVCards } from '../../../electron/files/import/vcardText'
import { testId } from '../../shared/changes/memoryNotebook'
import {
  choiceOf,
  consent,
  customer,
  fileOf,
  handle,
  NOW,
  person,
  photo,
} from '../../shared/exporting/customerFiles'
import { textOf, written } from './written'

const COMPANY = customer(1, 'Fictional; Lighting, S.L.', {
  country: 'ES',
  city: 'Villarriba',
  address: '1 Example Street;\n28001 Villarriba',
  website: 'https://www.fictional-1.example',
  tags: ['lamps', 'LED, warm'],
})
const ANA = person(2, 'Ana Prueba', {
  firstName: 'Ana',
  lastName: 'Prueba',
  title: 'Import Director',
  language: 'es',
  handles: [
    handle('email', 'ana@example.com', { preferred: true }),
    handle('phone', '+34600000001'),
    handle('whatsapp', '+34600000002'),
    handle('wechat', 'ana;wx,1'),
    handle('linkedin', 'ana-prueba'),
  ],
})
const WANG = person(3, '王样本', { handles: [handle('phone', '+8619900001234')] })
const CONSENTS = [consent(10, { personId: ANA.id }), consent(11, { personId: ANA.id, carrier: 'phone' })]
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
  attachmentIds: [testId(80)],
}
const FILE = fileOf(COMPANY, {
  people: [ANA, WANG],
  consents: CONSENTS,
  interactions: [TALK],
  photos: [photo(80)],
})

test('another reader finds texts, phones as text and real dates in the spreadsheet', async () => {
  const bytes = await written(choiceOf({}), [FILE])
  const [sheet] = await readExcelFile(Buffer.from(bytes))
  expect(sheet?.sheet).toBe('Customers and people')
  const [captions = [], ana = []] = sheet?.data ?? []
  const cell = (caption: string) => ana[captions.indexOf(caption)]
  expect([cell('Company'), cell('Phone'), cell('Created'), cell('Tags')]).toEqual([
    'Fictional; Lighting, S.L.',
    '+34600000001',
    new Date('2026-11-28T17:00:00Z'),
    'lamps; LED, warm',
  ])
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(xml).toContain('state="frozen"')
  expect(xml).toContain('<autoFilter ref="A1:AA3"/>')
})

test('a spreadsheet of what happened has a sheet for each table, filtered over its own rows', async () => {
  const bytes = await written(choiceOf({ subject: 'history' }), [FILE])
  const sheets = await readExcelFile(Buffer.from(bytes))
  expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
    ['Talks', 2],
    ['Quotes', 1],
    ['Orders', 1],
    ['Lines', 1],
  ])
  const parts = unzipSync(bytes)
  const filters = [1, 2].map(
    (number) =>
      /<autoFilter ref="([^"]+)"/.exec(
        strFromU8(parts[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array()),
      )?.[1],
  )
  expect(filters).toEqual(['A1:M2', 'A1:N2'])
})

test('the CSV for Excel has a byte order mark and the delimiter of the region', async () => {
  const text = textOf(await written(choiceOf({ format: 'csvExcel' }), [FILE], { delimiter: ';' }))
  expect(text.startsWith('\ufeffOrchard ID;Company;')).toBe(true)
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true })
  expect(data.map((row) => [row.Company, row.Name, row.Phone, row.Address])).toEqual([
    ['Fictional; Lighting, S.L.', 'Ana Prueba', '+34 600 00 00 01', COMPANY.address],
    ['Fictional; Lighting, S.L.', '王样本', '+86 199 0000 1234', COMPANY.address],
  ])
})

test('the CSV for programs is RFC 4180: no mark, commas, CRLF, everything verbatim', async () => {
  const text = textOf(await written(choiceOf({ format: 'csvPlain' }), [FILE], { delimiter: ';' }))
  expect(text.startsWith('Orchard ID,Company,')).toBe(true)
  const { data, meta } = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true })
  expect([meta.linebreak, data.map((row) => row[9])]).toEqual([
    '\r\n',
    ['Phone', '+34600000001', '+8619900001234'],
  ])
})

test.each(['vcard3', 'vcard4'] as const)(
  'another reader finds everything on the cards of %s',
  async (format) => {
    const picture = Uint8Array.from([0xff, 0xd8, 0xff, 1, 2, 3])
    const text = textOf(await written(choiceOf({ format, photos: true }), [FILE], { photo: picture }))
    const cards = (ICAL.parse(text) as unknown as unknown[][]).map(
      (card) => new ICAL.Component(card as never),
    )
    const [ana, wang] = cards
    const all = (name: string) => ana?.getAllProperties(name).map((property) => property.getValues()) ?? []
    expect(cards).toHaveLength(2)
    expect(all('fn')).toEqual([['Ana Prueba']])
    expect(all('n')).toEqual([[['Prueba', 'Ana', '', '', '']]])
    expect(all('org').flat(2)).toEqual(['Fictional; Lighting, S.L.'])
    expect(all('email')).toEqual([['ana@example.com']])
    expect(all('tel')).toEqual(
      format === 'vcard4'
        ? [['tel:+34600000001'], ['tel:+34600000002']]
        : [['+34600000001'], ['+34600000002']],
    )
    expect(all('adr').flat()).toEqual([['', '', COMPANY.address, 'Villarriba', '', '', 'Spain']])
    expect(all('categories').flat()).toEqual(['lamps', 'LED, warm'])
    expect(all('x-wechat').flat()).toEqual(['ana;wx,1'])
    expect(all('url').flat()).toEqual([
      'https://www.linkedin.com/in/ana-prueba',
      'https://www.fictional-1.example',
    ])
    const base64 = Buffer.from(picture).toString('base64')
    expect(all('photo').flat().map(String)).toEqual([
      format === 'vcard4' ? `data:image/jpeg;base64,${base64}` : base64,
    ])
    expect(wang?.getAllProperties('photo')).toEqual([])
  },
)

test.each(['vcard3', 'vcard4'] as const)(
  'no line of %s is longer than 75 bytes or cuts a character',
  async (format) => {
    const long = { ...COMPANY, name: '王样本贸易有限公司'.repeat(20) }
    const bytes = await written(choiceOf({ format }), [fileOf(long, { people: [WANG] })])
    const lines = textOf(bytes).split('\r\n')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toContain('王样本')
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCARD', `VERSION:${format === 'vcard4' ? '4.0' : '3.0'}`])
  },
)

test('our own reader finds the same addresses on the cards', async () => {
  const bytes = await written(choiceOf({ format: 'vcard4' }), [FILE])
  const [ana] = readVCards(bytes).cards
  const values = (name: string) =>
    ana?.properties.filter((property) => property.name === name).map(({ text }) => text)
  expect([values('EMAIL'), values('TEL'), values('X-WECHAT')]).toEqual([
    ['ana@example.com'],
    ['tel:+34600000001', 'tel:+34600000002'],
    ['ana;wx,1'],
  ])
})

const PROMISE = {
  id: testId(60),
  schema: 1,
  rev: 2,
  createdAt: NOW,
  updatedAt: NOW,
  origin: 'person' as const,
  customerId: COMPANY.id,
  personId: ANA.id,
  by: 'us' as const,
  text: 'Samples; two, by courier\nBEGIN:VEVENT',
  dueOn: '2026-12-31',
}
const WITH_PROMISE = fileOf(COMPANY, { people: [ANA], promises: [PROMISE] })

test('a calendar reads a promise as an all-day event that ends before the next day', async () => {
  const text = textOf(await written(choiceOf({ subject: 'calendar', format: 'icsEvents' }), [WITH_PROMISE]))
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    from: String(event.getFirstPropertyValue('dtstart')),
    to: String(event.getFirstPropertyValue('dtend')),
    made: String(event.getFirstPropertyValue('dtstamp')),
    sequence: event.getFirstPropertyValue('sequence'),
    summary: event.getFirstPropertyValue('summary'),
    reminder: String(event.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')),
  }))
  expect([calendar.getFirstPropertyValue('method'), events]).toEqual([
    'PUBLISH',
    [
      {
        uid: `promise-${PROMISE.id}@orchard.invalid`,
        from: '2026-12-31',
        to: '2027-01-01',
        made: '2026-11-28T09:00:00Z',
        sequence: 1,
        summary: 'I promised: Samples; two, by courier\nBEGIN:VEVENT',
        reminder: 'PT9H',
      },
    ],
  ])
})

test('as tasks there are tasks and no events', async () => {
  const text = textOf(await written(choiceOf({ subject: 'calendar', format: 'icsTasks' }), [WITH_PROMISE]))
  const calendar = new ICAL.Component(ICAL.parse(text))
  const dues = calendar.getAllSubcomponents('vtodo').map((todo) => String(todo.getFirstPropertyValue('due')))
  expect([dues, calendar.getAllSubcomponents('vevent')]).toEqual([['2026-12-31'], []])
})

const APPOINTMENT = {
  id: testId(71),
  schema: 2,
  rev: 3,
  createdAt: NOW,
  updatedAt: NOW,
  origin: 'person' as const,
  customerId: COMPANY.id,
  personId: ANA.id,
  kind: 'review' as const,
  title: 'Quarterly review; spring',
  startsAt: Date.UTC(2026, 11, 1, 7, 30),
  minutes: 45,
  place: 'https://meet.example/1',
  note: 'Bring the list\nEND:VEVENT',
}

test.each(['icsEvents', 'icsTasks'] as const)(
  'as %s an agreed hour is an event at its instant',
  async (format) => {
    const file = fileOf(COMPANY, {
      people: [ANA],
      appointments: [APPOINTMENT, { ...APPOINTMENT, id: testId(72), doneAt: NOW }],
    })
    const text = textOf(await written(choiceOf({ subject: 'calendar', format }), [file]))
    const calendar = new ICAL.Component(ICAL.parse(text))
    const read = calendar.getAllSubcomponents().map((event) => ({
      is: event.name,
      uid: event.getFirstPropertyValue('uid'),
      from: String(event.getFirstPropertyValue('dtstart')),
      to: String(event.getFirstPropertyValue('dtend')),
      sequence: event.getFirstPropertyValue('sequence'),
      summary: event.getFirstPropertyValue('summary'),
      description: event.getFirstPropertyValue('description'),
      location: event.getFirstPropertyValue('location'),
      reminder: String(event.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')),
    }))
    expect(read).toEqual([
      {
        is: 'vevent',
        uid: `appointment-${APPOINTMENT.id}@orchard.invalid`,
        from: '2026-12-01T07:30:00Z',
        to: '2026-12-01T08:15:00Z',
        sequence: 2,
        summary: 'Quarterly review; spring: Ana Prueba (Fictional; Lighting, S.L.)',
        description: 'Bring the list\nEND:VEVENT',
        location: 'https://meet.example/1',
        reminder: '-PT15M',
      },
    ])
  },
)

test('an empty calendar is a whole one', async () => {
  const text = textOf(await written(choiceOf({ subject: 'calendar', format: 'icsEvents' }), []))
  expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents()).toEqual([])
})

test('a mailing list holds who agreed and nobody else', async () => {
  const choice = choiceOf({ subject: 'mailing', format: 'brevo' })
  expect(textOf(await written(choice, [FILE]))).toBe(
    `EMAIL;FIRSTNAME;LASTNAME;COMPANY;EXT_ID\r\nana@example.com;Ana;Prueba;"Fictional; Lighting, S.L.";${ANA.id}\r\n`,
  )
})

test('a hashed audience has nothing of the addresses in it', async () => {
  const choice = choiceOf({ subject: 'audience', format: 'meta', hashed: true })
  const text = textOf(await written(choice, [FILE]))
  const [, row] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  const sha256 = (plain: string) => createHash('sha256').update(plain).digest('hex')
  expect(row).toEqual(
    ['ana@example.com', '', '', '34600000001', '', '', 'ana', 'prueba', '', 'villarriba', 'es'].map(
      (plain) => (plain === '' ? '' : sha256(plain)),
    ),
  )
})
