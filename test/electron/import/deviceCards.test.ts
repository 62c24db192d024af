import { expect, test } from 'vitest'
import type { ImportRecord } from '#shared/importing/importRecord'
import { readFixture } from './fixture'

/** A card as it is told in one line: name, job, company, addresses, what has no field. */
async function cardsOf(path: string) {
  const { records } = await readFixture(`vcard/${path}.vcf`)
  return records.map(({ person, company, handles, note, extra }: ImportRecord) => ({
    name: person?.fullName,
    ...(person?.title === undefined ? {} : { title: person.title }),
    ...(company === undefined ? {} : { company: company.name }),
    ...(handles.length === 0 ? {} : { reach: handles.map(({ value }) => value) }),
    ...(note === undefined ? {} : { note }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  }))
}

// What each file of Android's own tests is named after.
test.each([
  ['v21_backslash', [{ name: 'A;B\\C;D:E\\' }]],
  ['v21_base64_no_2_crlf', [{ name: 'fullname' }]],
  ['v21_im', [{ name: 'Nick', reach: ['hhh@gmail.com'] }]],
  [
    'v21_invalid_comment_line',
    [
      {
        name: 'Conference Call',
        note: 'This is an (sharp ->#<- sharp) example. This message must NOT be ignored.',
      },
    ],
  ],
  ['v21_invalid_multiple_line', [{ name: 'Omega', reach: ['omega@example.com'] }]],
  ['v21_japanese_1', [{ name: '安藤ロイド', reach: ['0300000000'] }]],
  ['v21_malformed_photo', [{ name: 'fullname' }]],
  ['v21_nest', [{ name: 'parent' }, { name: 'nest1' }, { name: 'nest2' }]],
  [
    'v21_org_before_title',
    [
      {
        name: 'Normal Guy',
        title: 'Excellent Janitor',
        company: 'Company',
        extra: { ORG: 'Devision, Room, Sheet No.' },
      },
    ],
  ],
  [
    'v21_pref_handling',
    [
      {
        name: 'Smith',
        title: 'Engineer',
        company: 'Company',
        reach: ['test@example.com', 'test2@examination.com'],
        extra: { TEL: '1\n2\n3', ORG: 'Mystery\nPoetry', TITLE: 'Blogger\nPoet' },
      },
    ],
  ],
  ['v21_simple_2', [{ name: 'Ando Roid' }]],
  ['v21_sip', [{ name: 'Android', reach: ['888', 'sip:90-180-360'] }]],
  [
    'v30_ios_613_multiline',
    [{ name: 'Bob Smith', company: 'Smith Auto Repair', reach: ['bob@smithauto.com', '(650) 555-1212'] }],
  ],
  ['v30_japanese', [{ name: '伊能 圭一 伊予' }]],
  [
    'v30_simple',
    [
      {
        name: 'And Roid',
        company: 'Open',
        reach: ['0300000000'],
        extra: { ORG: 'Alliance', 'X-GNO': '0', 'X-GN': 'group0', 'X-REDUCTION': '0' },
      },
    ],
  ],
  ['v40_sort_as', [{ name: '安藤 ロイド', company: 'グーグル' }]],
])('android-aosp/%s', async (file, expected) => {
  expect(await cardsOf(`android-aosp/${file}`)).toEqual(expected)
})

test('three telephones of NEC, each with what its maker calls a number', async () => {
  const cards = await cardsOf('android-aosp/v21_multiple_entry')
  expect(cards.map(({ name, extra }) => [name, extra?.TEL])).toEqual([
    ['安藤ロイド3', '9\n10\n11\n12'],
    ['安藤ロイド4', '13\n14\n15\n16'],
    ['安藤ロイド5', '17\n18\n19\n20'],
  ])
})

test('cards of programs: job, company, every address, and nothing lost of a second one', async () => {
  const [gmail] = (await readFixture('vcard/ez-vcard/gmail-single.vcf')).records
  expect(gmail).toMatchObject({
    person: { fullName: 'Greg Dartmouth', nickname: 'Gman', title: 'TheJobTitle' },
    company: { name: 'TheCompany', address: '123 Home St\nHome City, HM 12345' },
    extra: { ADR: '321 Custom St, Custom City, TX, 98765, USA', BDAY: '1960-09-10' },
  })
  const [outlook] = (await readFixture('vcard/ez-vcard/outlook-2007.vcf')).records
  expect(outlook).toMatchObject({
    person: {
      fullName: 'Mr. Michael Angstadt Jr.',
      salutation: 'Mr.',
      suffix: 'Jr.',
      department: 'TheDepartment',
    },
    company: { name: 'TheCompany', country: 'US' },
    handles: [
      { label: 'work' },
      { label: 'home' },
      { label: 'cell' },
      { label: 'work fax' },
      { kind: 'email' },
    ],
    note: expect.stringContaining('I assume it encodes this text inside a NOTE vCard type.'),
  })
  const [fullContact] = (await readFixture('vcard/ez-vcard/fullcontact.vcf')).records
  expect(fullContact?.handles.filter(({ kind }) => kind === 'email')).toHaveLength(5)
  expect(fullContact?.extra).toMatchObject({ ORG: 'Organization2, Department2', TITLE: 'Title2' })
})

test('of two pages the one of the work is the company’s', async () => {
  const [card] = (await readFixture('vcard/ez-vcard/thunderbird-MoreFunctionsForAddressBook-extension.vcf'))
    .records
  expect(card?.company).toMatchObject({
    website: 'http://www.work-webpage.com',
    address: '222 Broadway, Suite 100, New York, NY, 98765, USA',
  })
  expect(card?.handles.filter(({ kind }) => kind === 'web').map(({ value }) => value)).toEqual([
    'http://www.private-webpage.com',
  ])
  expect(card?.tags).toEqual(['category1', 'category2', 'category3'])
})

test('the examples of the two standards', async () => {
  expect(await cardsOf('ez-vcard/rfc2426-example')).toEqual([
    {
      name: 'Frank Dawson',
      company: 'Lotus Development Corporation',
      reach: ['+19196769515', '+19196769564', 'frank_dawson@lotus.com', 'fdawson@earthlink.net'],
    },
    {
      name: 'Tim Howes',
      company: 'Netscape Communications Corp.',
      reach: ['+14159373419', '+14155284164', 'howes@netscape.com'],
    },
  ])
  const [simon] = (await readFixture('vcard/ez-vcard/rfc6350-example.vcf')).records
  expect(simon).toMatchObject({
    person: { fullName: 'Simon Perreault', language: 'fr' },
    company: { name: 'Viagenie', country: 'CA' },
    handles: [
      { value: '+14186569254', extension: '102' },
      { value: '+14182626501' },
      { value: 'simon.perreault@viagenie.ca' },
    ],
  })
})
