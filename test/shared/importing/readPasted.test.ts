import { describe, expect, test } from 'vitest'
import { pastedMail } from '#shared/importing/pastedHeaders'
import { readPasted } from '#shared/importing/readPasted'

const ALIBABA = [
  'From: Alibaba.com <feedback@service.alibaba.com>',
  'To: sales@fictional-exports.example',
  'Subject: [Avery Sample] has sent you an inquiry',
  'Date: Mon, 5 Oct 2026 10:00:00 +0800',
  '',
  'Dear Lin,',
  'You have received an inquiry on Alibaba.com.',
  '',
  'Buyer name: Avery Sample',
  'Company name: Fictional Lighting LLC',
  'Country/Region: United States',
  'Email: avery@fictional-lighting.example',
  'Tel: +1 202-555-0100',
  'Product: A-102',
  '',
  'Please send a catalogue and your price for 500 pcs.',
].join('\n')

const MADE_IN_CHINA = [
  '发件人: Made-in-China.com <inquiry@made-in-china.com>',
  '主题: Inquiry about LED panel',
  '日期: 2026年10月5日 (周一) 10:00',
  '收件人: sales@fictional-exports.example',
  '',
  'You have a new inquiry from Made-in-China.com',
  'From: Ms. Björn Beispiel',
  'Company: Beispiel Textiles GmbH',
  'Country: Germany',
  'E-mail: bjorn@textiles.example',
  'Message: we need 500 pcs by May.',
].join('\n')

const LETTER = [
  'From: Ana Ferraris <ana@ferraris-lights.example>',
  'Sent: Monday, October 5, 2026 10:00 AM',
  'To: Lin <sales@fictional-exports.example>',
  'Subject: Price for A-102',
  '',
  'Dear Lin,',
  'Could you send us your best price for 500 pcs?',
  '',
  'Best regards,',
  'Ana Ferraris',
  'Purchasing Manager',
  'Ferraris Lights Srl',
  'Tel: +39 02 1234 5678',
  'www.ferraris-lights.example',
].join('\n')

test('an enquiry mail of Alibaba is from the buyer that it names, on that channel', () => {
  const reading = readPasted(ALIBABA)
  expect(reading.records).toMatchObject([
    {
      row: 0,
      person: { fullName: 'Avery Sample' },
      company: { name: 'Fictional Lighting LLC', country: 'US' },
      handles: [
        { kind: 'email', value: 'avery@fictional-lighting.example' },
        { kind: 'phone', value: '+12025550100' },
      ],
      channel: 'alibaba',
      productInterests: ['A-102'],
      interaction: {
        kind: 'enquiry',
        carrier: 'email',
        at: Date.UTC(2026, 9, 5, 2),
        subject: '[Avery Sample] has sent you an inquiry',
      },
    },
  ])
  expect(reading.records[0]?.interaction?.text).toContain('your price for 500 pcs.')
})

test('one of Made-in-China under Chinese header lines reads the same way', () => {
  expect(readPasted(MADE_IN_CHINA).records).toMatchObject([
    {
      company: { name: 'Beispiel Textiles GmbH', country: 'DE' },
      handles: [{ kind: 'email', value: 'bjorn@textiles.example' }],
      channel: 'made-in-china',
      interaction: { kind: 'enquiry', at: '2026-10-05T10:00', subject: 'Inquiry about LED panel' },
    },
  ])
})

test('a letter is what its sender said, and its signature says who that is', () => {
  const reading = readPasted(LETTER)
  expect(reading.records).toMatchObject([
    {
      person: { fullName: 'Ana Ferraris', title: 'Purchasing Manager' },
      company: { name: 'Ferraris Lights Srl' },
      handles: [
        { kind: 'email', value: 'ana@ferraris-lights.example' },
        { kind: 'phone', value: '+390212345678' },
      ],
      interaction: {
        kind: 'message',
        direction: 'in',
        at: '2026-10-05T10:00',
        subject: 'Price for A-102',
      },
    },
  ])
  expect(reading.columns.map(({ target }) => target)).toEqual([
    'person.full',
    'email',
    'person.title',
    'company.name',
    'phone',
    'web',
  ])
})

test('a letter of ours is to whom we wrote, whatever stands in our signature', () => {
  const [record] = readPasted(LETTER, {}, { self: 'ana@ferraris-lights.example' }).records
  expect(record).toMatchObject({
    person: { fullName: 'Lin' },
    handles: [{ value: 'sales@fictional-exports.example' }],
    interaction: { direction: 'out' },
  })
  expect(record?.company).toBeUndefined()
})

describe('words with a signature', () => {
  test('are an enquiry of the one who signed', () => {
    const text = [
      'Hello,',
      'we saw your booth at the fair and would like samples of the blue one.',
      '',
      'Kind regards',
      'Björn Beispiel',
      'Head of Buying',
      'Beispiel Textiles GmbH',
      'bjorn@textiles.example',
    ].join('\n')
    const [record] = readPasted(text).records
    expect(record).toMatchObject({
      person: { fullName: 'Björn Beispiel', title: 'Head of Buying' },
      company: { name: 'Beispiel Textiles GmbH' },
      handles: [{ kind: 'email', value: 'bjorn@textiles.example' }],
      interaction: { kind: 'enquiry', text },
    })
  })

  test('a bare signature is somebody, and nothing that was said', () => {
    const { records } = readPasted(
      'Avery Sample\nPurchasing Manager\nFictional Lighting LLC\n+1 202-555-0100\navery@fictional-lighting.example',
    )
    expect(records).toMatchObject([
      {
        person: { fullName: 'Avery Sample', title: 'Purchasing Manager' },
        company: { name: 'Fictional Lighting LLC' },
      },
    ])
    expect(records[0]?.interaction).toBeUndefined()
  })

  test('each part goes where the person sends it', () => {
    const text = 'Avery Sample\nFictional Lighting LLC\navery@fictional-lighting.example'
    const at = readPasted(text).columns.findIndex(({ target }) => target === 'company.name')
    const [record] = readPasted(text, {}, { columns: { [at]: 'note' } }).records
    expect(record?.company).toBeUndefined()
    expect(record?.note).toBe('Fictional Lighting LLC')
  })

  test('words of nobody are named and left out', () => {
    expect(readPasted('we will think about it and come back to you soon.')).toMatchObject({
      records: [],
      rejected: [{ row: 0, code: 'import.reject.noIdentity' }],
    })
  })
})

describe('header lines', () => {
  test('are known in the languages of mail programs', () => {
    expect(
      pastedMail(
        'Von: "Ana B." <Ana@x.example>\nGesendet: 5. Oktober 2026\nAn: b@x.example; c@x.example\nBetreff: Preis\n\nHallo',
      ),
    ).toEqual({
      from: { name: 'Ana B.', address: 'ana@x.example' },
      to: [
        { name: '', address: 'b@x.example' },
        { name: '', address: 'c@x.example' },
      ],
      subject: 'Preis',
      date: '5. Oktober 2026',
      body: 'Hallo',
    })
  })

  test('are none in a form, a card or a sentence', () => {
    expect(pastedMail('Name: A\nEmail: a@x.example')).toBeUndefined()
    expect(pastedMail('From: a@x.example\nhello')).toBeUndefined()
    expect(pastedMail('')).toBeUndefined()
  })
})
