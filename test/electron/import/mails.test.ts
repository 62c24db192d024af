import { describe, expect, test } from 'vitest'
import { inspectFile } from '../../../electron/files/import/inspectFile'

async function readMail(lines: readonly string[], overrides = {}, fileName = 'mail.eml') {
  const result = await inspectFile(Buffer.from(lines.join('\r\n')), { fileName }, overrides)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const LETTER = [
  'Date: Mon, 05 Oct 2026 10:00:00 +0800',
  'From: =?UTF-8?B?QmrDtnJu?= Beispiel <Bjorn@Textiles.example>',
  'To: Lin <sales@fictional-exports.example>',
  'Subject: =?UTF-8?B?6K+i55uY?=',
  'Content-Type: text/plain; charset=gb2312',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Hello =CD=F5',
  'price?',
]

describe('a mail', () => {
  test('is what its sender said to us', async () => {
    const reading = await readMail(LETTER)
    expect(reading.records).toEqual([
      {
        row: 0,
        person: { fullName: 'Björn Beispiel' },
        handles: [{ kind: 'email', value: 'bjorn@textiles.example', entered: 'bjorn@textiles.example' }],
        interaction: {
          kind: 'message',
          direction: 'in',
          carrier: 'email',
          at: Date.UTC(2026, 9, 5, 2),
          subject: '询盘',
          text: 'Hello 王\nprice?',
        },
        extra: {},
      },
    ])
    expect(reading.decisions.find(({ what }) => what === 'self')).toMatchObject({
      chosen: 'sales@fictional-exports.example',
      alternatives: ['bjorn@textiles.example'],
      ask: true,
    })
  })

  test('that we sent is what we said, once somebody says who we are', async () => {
    const { records } = await readMail(LETTER, { self: 'bjorn@textiles.example' })
    expect(records[0]).toMatchObject({
      person: { fullName: 'Lin' },
      handles: [{ value: 'sales@fictional-exports.example', flags: ['roleAddress'] }],
      interaction: { direction: 'out' },
    })
  })

  test('that a platform sends for somebody is from the one to answer', async () => {
    const { records } = await readMail([
      'From: Shop <noreply@shop.example>',
      'Reply-To: Ana <ana@buyer.example>',
      'To: me@fictional-exports.example',
      'Subject: Enquiry',
      '',
      'Hi',
    ])
    expect(records[0]).toMatchObject({
      person: { fullName: 'Ana' },
      handles: [{ value: 'ana@buyer.example' }],
    })
  })

  test('of HTML alone is read as its words, and files that hang on it are named', async () => {
    const reading = await readMail([
      'From: Ana <ana@buyer.example>',
      'To: me@fictional-exports.example',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<style>p{}</style><p>Two&nbsp;lines<br>here</p><script>alert(1)</script>',
      '--b',
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Disposition: attachment; filename=a.pdf',
      '',
      'x',
      '--b--',
    ])
    expect(reading.records[0]?.interaction?.text?.replaceAll('\u00a0', ' ').trim()).toBe('Two lines\nhere')
    expect(reading.warnings).toEqual([{ code: 'import.warn.attachmentsSkipped', params: { count: 1 } }])
  })

  test('whose parts lie in each other without end gives a code or a record', async () => {
    const deep = Array.from({ length: 400 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      '',
      `--b${at}`,
    ]).flat()
    const result = await inspectFile(
      Buffer.from(['From: a@b.example', 'To: c@d.example', ...deep].join('\r\n')),
      {
        fileName: 'deep.eml',
      },
    )
    expect(result.ok ? result.value.records.length : result.error.code).toBe('import.damaged')
  })
})

describe('an enquiry form', () => {
  const FORM = [
    'You have a new message:',
    '',
    'Name: Avery Sample',
    'Company: Fictional Lighting LLC',
    'E-mail: avery@fictional-lighting.example',
    'Phone: +1 202-555-0100',
    'Country: United States',
    'Message: please send a catalogue',
  ]
  const who = {
    person: { fullName: 'Avery Sample' },
    company: { name: 'Fictional Lighting LLC', country: 'US' },
    handles: [
      { kind: 'email', value: 'avery@fictional-lighting.example' },
      { kind: 'phone', value: '+12025550100' },
    ],
  }

  test('in a mail says who asks, whoever sent the mail', async () => {
    const { records } = await readMail([
      'Date: Mon, 05 Oct 2026 10:00:00 +0000',
      'From: Website <wordpress@fictional-exports.example>',
      'To: sales@fictional-exports.example',
      'Subject: Contact form',
      '',
      ...FORM,
    ])
    expect(records[0]).toMatchObject({
      ...who,
      interaction: {
        kind: 'enquiry',
        at: Date.UTC(2026, 9, 5, 10),
        subject: 'Contact form',
        text: FORM.join('\n'),
      },
    })
  })

  test('saved as a text is read the same', async () => {
    const reading = await readMail(FORM, {}, 'enquiry.txt')
    expect(reading.format).toBe('mail')
    expect(reading.records[0]).toMatchObject({
      ...who,
      interaction: { kind: 'enquiry', text: FORM.join('\n') },
    })
  })
})

test('a web page that Excel saved in one file reads as its table', async () => {
  const reading = await readMail(
    [
      'MIME-Version: 1.0',
      'X-Document-Type: Workbook',
      'Content-Type: multipart/related; boundary="p"',
      '',
      '--p',
      'Content-Location: file:///C:/a.htm',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/html; charset="utf-8"',
      '',
      '<html><table><tr><td>Name</td><td>Email</td></tr><tr><td>A</td><td>a@example.com</td></tr></table></html>',
      '--p--',
    ],
    {},
    'orders.xls',
  )
  expect(reading.records).toMatchObject([
    { person: { fullName: 'A' }, handles: [{ value: 'a@example.com' }] },
  ])
})
