import { describe, expect, test } from 'vitest'
import { readFixture, readText } from './fixture'

describe('LinkedIn connections', async () => {
  const reading = await readFixture('linkedin/made/Connections.csv')

  test('become people with their profile, company and the day of connecting', () => {
    expect(reading.records[1]).toEqual({
      row: 5,
      person: {
        fullName: 'Imogen Example-Smythe',
        first: 'Imogen',
        last: 'Example-Smythe',
        title: 'Import Director',
      },
      company: { name: 'Fictional Toys Ltd' },
      handles: [
        {
          kind: 'linkedin',
          value: 'fictional-imogen-example-smythe-0001-example',
          entered: 'https://www.linkedin.com/in/fictional-imogen-example-smythe-0001-example',
          label: 'URL',
        },
      ],
      channel: 'linkedin',
      interaction: { kind: 'connected', at: '2020-06-12' },
      externalIds: [{ scheme: 'linkedin', value: 'fictional-imogen-example-smythe-0001-example' }],
      extra: {},
    })
  })

  test('keep credentials apart from the last name and a line break out of the job', () => {
    expect(reading.records[0]?.person).toEqual({
      fullName: 'Avery Sample',
      first: 'Avery',
      last: 'Sample',
      suffix: 'PhD',
      title: 'Engineer, Platform APAC',
    })
  })

  test('count hidden members as rejected rows', () => {
    expect(reading.records).toHaveLength(300)
    expect(reading.rejected.map((row) => row.code)).toEqual(Array(3).fill('import.reject.hiddenMember'))
  })

  test('give the same people when Excel saved the file again without URLs', async () => {
    const old = await readFixture('linkedin/made/Connections-2021-no-url-no-preamble.csv')
    expect(old.records[1]?.person?.fullName).toBe('Imogen Example-Smythe')
    expect(old.records[1]?.interaction).toEqual({ kind: 'connected', at: '2020-06-12' })
  })
})

describe('Google Contacts', async () => {
  const reading = await readFixture('google-contacts/made/google-new-2024.csv')

  test('split joined values and give each its label', () => {
    expect(reading.records[0]).toEqual({
      row: 1,
      company: {
        name: 'Fictional Lighting LLC 0',
        domain: 'fictional-0.example',
        website: 'https://www.fictional-0.example',
        country: 'US',
        address: '0 Example Street, Springfield',
      },
      handles: [
        {
          kind: 'email',
          value: 'avery.sample.0@fictional-lighting.example',
          entered: 'avery.sample.0@fictional-lighting.example',
          label: 'Work',
          flags: ['primary'],
        },
        { kind: 'phone', value: '+12025550100', entered: '+12025550100', label: 'Work Fax', flags: ['fax'] },
        {
          kind: 'phone',
          value: '+442079460000',
          entered: '+442079460000',
          label: 'Work Fax',
          flags: ['fax'],
        },
        { kind: 'wechat', value: 'wx_fictional_0', entered: 'wx_fictional_0', label: 'WeChat' },
      ],
      country: 'US',
      tags: ['Canton Fair 138'],
      note: 'Sample sent, "A-102"\nfollow up',
      channel: 'address-book',
      extra: { 'Organization Title': 'Purchasing Manager', Birthday: '--05-17' },
    })
  })
})

describe('Outlook', () => {
  test('takes Mr. as a salutation, default columns as noise', async () => {
    const reading = await readFixture('outlook/made/outlook-desktop-windows-1252.csv')
    expect(reading.records[0]).toEqual({
      row: 1,
      person: {
        fullName: 'Avery Sample',
        first: 'Avery',
        last: 'Sample',
        title: 'Purchasing Manager',
        salutation: 'Mr.',
      },
      company: {
        name: 'Fictional Lighting LLC 0',
        domain: 'fictional-0.example',
        website: 'https://www.fictional-0.example',
        country: 'US',
        address: '0 Example Street\nBuilding 2, Springfield',
      },
      handles: [
        { kind: 'phone', value: '+12025550100', entered: '+1 202-555-0100', label: 'Business Phone' },
        {
          kind: 'email',
          value: 'avery.sample.0@fictional-lighting.example',
          entered: 'avery.sample.0@fictional-lighting.example',
          label: 'E-mail Address',
        },
      ],
      country: 'US',
      tags: ['Buyers', 'VIP'],
      note: 'line 1\nline 2; "quoted"',
      channel: 'address-book',
      extra: {},
    })
  })

  test('reads accents of the ANSI code page', async () => {
    const reading = await readFixture('outlook/made/outlook-desktop-windows-1252.csv')
    expect(reading.records.slice(2, 5).map((record) => record.person?.fullName)).toEqual([
      'Björn Beispiel',
      'Benoît Fictif',
      'Íñigo Fulánez',
    ])
  })
})

describe('Alibaba enquiries', () => {
  test('become people, companies and an enquiry with text and product', async () => {
    const reading = await readFixture('alibaba/made/询盘导出_gbk.csv')
    expect(reading.records[0]).toMatchObject({
      person: { fullName: 'Avery Sample' },
      company: { name: 'Fictional Lighting LLC 0', country: 'US' },
      country: 'US',
      source: '自然询盘',
      grade: 'L1',
      channel: 'alibaba',
      productInterests: ['OEM Lighting Fictional Model 0'],
      interaction: {
        kind: 'enquiry',
        at: '2019-01-01T00:00',
        subject: 'Inquiry about Lighting',
        text: 'Hi,\nPls send "catalog", MOQ & price list.\nAvery',
        product: 'OEM Lighting Fictional Model 0',
      },
      externalIds: [{ scheme: 'alibaba-inquiry', value: '20261002000000' }],
    })
    expect(reading.warnings.map((warning) => warning.code)).toContain('import.warn.lostLetters')
  })

  test('are the same from the workbook, with the letters that GBK lost', async () => {
    const reading = await readFixture('alibaba/made/询盘_2026-10-05.xlsx')
    expect(reading.records[2]?.person?.fullName).toBe('Björn Beispiel')
    expect(reading.warnings).toEqual([])
  })
})

describe('fair lists', async () => {
  const reading = await readFixture('fair/made/广交会_采购商名单.xlsx')

  test('join a two-row header and leave title, section, total and note out', () => {
    expect(reading.columns.slice(0, 4).map(({ header, target }) => [header, target])).toEqual([
      ['序号', 'none'],
      ['采购商信息/公司名称', 'company.name'],
      ['采购商信息/国家/地区', 'country'],
      ['采购商信息/联系人', 'person.full'],
    ])
    expect(reading.skipped.map((row) => row.why)).toEqual(['section', 'total', 'footer'])
  })

  test('take the year from the edition, booth and day from one cell', () => {
    expect(reading.records[0]).toMatchObject({
      handles: [{ kind: 'phone', value: '+12025550100' }, { kind: 'email' }],
      interaction: { kind: 'met', at: '2026-10-15', text: '要求OEM\n索要目录' },
      touchpoint: { name: '第140届广交会', edition: 140, year: 2026, hallBooth: '10.2K15' },
      answers: [{ question: '采购意向/采购量级', value: '大' }],
    })
    expect(reading.records.slice(1, 4).map((record) => record.handles[0]?.value)).toEqual([
      '+447700900001',
      '+491713920002',
      '+33639980321',
    ])
  })
})

describe('lead retrieval', () => {
  test('turns unknown question columns into answers and a refusal into an opt-out', async () => {
    const reading = await readFixture('fair/made/Cvent_LeadCapture_leads.xlsx')
    expect(reading.records[0]).toMatchObject({
      person: { fullName: 'Avery Sample', title: 'Purchasing Manager' },
      grade: '1',
      optOut: true,
      answers: [
        { question: 'Which products are you interested in?', value: 'Lighting' },
        { question: 'Purchase timeframe', value: '0-3 months' },
        { question: 'Follow up required?', value: 'No' },
      ],
      interaction: { kind: 'met', at: '2019-01-01', text: 'Wants samples\nbefore Nov' },
      externalIds: [{ scheme: 'badge', value: 'L-00000' }],
    })
    expect(reading.records[1]?.optOut).toBeUndefined()
    expect(reading.records[1]?.interaction?.at).toBe('2020-06-12T03:17:23')
  })

  test('knows the instant of a scan that carries its zone', async () => {
    const reading = await readFixture('fair/made/Swapcard_leads.csv')
    expect(reading.records[0]).toMatchObject({
      source: 'Badge scan',
      interaction: { kind: 'met', at: Date.UTC(2019, 0, 1), text: 'see "catalog"' },
    })
  })
})

test('Mailchimp, Brevo and listmonk opt-outs survive', async () => {
  const optOuts = async (path: string) => (await readFixture(path)).records.map((record) => record.optOut)
  expect(await optOuts('mailing/made/unsubscribed_members_export_fa1234567.csv')).toEqual(Array(8).fill(true))
  expect((await readFixture('mailing/made/brevo_contacts_export.csv')).records[0]?.optOut).toBe(true)
  expect((await readFixture('mailing/made/listmonk_subscribers_export.csv')).records[0]?.optOut).toBe(true)
  expect(
    (await readFixture('hubspot/made/hubspot-crm-exports-all-contacts-2026-10-02.csv')).records[0]?.optOut,
  ).toBe(true)
})

describe('sources without a sample of their own', () => {
  test('a badge scanner with date and time in two columns keeps leading zeros', async () => {
    const reading = await readText(
      'Badge ID,First Name,Last Name,Date,Time,Hot Lead\n000123,AVERY,SAMPLE,10/15/2026,1:05 PM,Y\n',
    )
    expect(reading.format).toBe('fair-leads')
    expect(reading.records[0]).toMatchObject({
      interaction: { kind: 'met', at: '2026-10-15T13:05' },
      answers: [{ question: 'Hot Lead', value: 'Y' }],
      externalIds: [{ scheme: 'badge', value: '000123' }],
    })
  })

  test('OKKI names social accounts by type, country code and number', async () => {
    const reading = await readText(
      '公司名称,联系人昵称,社交平台\n虚构公司,Avery,WhatsApp-86-19900001234;WeChat-wx_1\n',
    )
    expect(reading.format).toBe('okki-customers')
    expect(reading.records[0]?.handles.map(({ kind, value }) => [kind, value])).toEqual([
      ['whatsapp', '+8619900001234'],
      ['wechat', 'wx_1'],
    ])
  })

  test('old Google exports join values and their labels', async () => {
    const reading = await readText(
      'Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value\nA,B,Fair ::: * myContacts,* Work ::: Home,a@example.com ::: b@example.com\n',
    )
    expect(reading.format).toBe('google-contacts-old')
    expect(reading.records[0]?.handles.map(({ value, label }) => [value, label])).toEqual([
      ['a@example.com', 'Work'],
      ['b@example.com', 'Home'],
    ])
    expect(reading.records[0]?.tags).toEqual(['Fair'])
  })
})
