import { expect, test } from 'vitest'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { fixtureBytes, readFixture } from './fixture'

async function readLatin1(text: string) {
  const result = await inspectFile(Buffer.from(text, 'latin1'), { fileName: 'a.vcf' })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

test('an iPhone card keeps labels, messengers, note and id', async () => {
  expect((await readFixture('vcard/made/ios-3.0.vcf')).records[0]).toMatchObject({
    row: 0,
    person: { fullName: 'Avery Sample', title: 'Purchasing Manager', department: 'Purchasing' },
    company: { name: 'Fictional Lighting LLC 0', website: 'https://www.fictional-0.example', country: 'US' },
    handles: [
      { kind: 'email', value: 'avery.sample.0@fictional-lighting.example', label: 'Work' },
      { kind: 'phone', value: '+12025550100', label: 'cell' },
      { kind: 'phone', value: '+442079460000', label: 'work' },
      { kind: 'whatsapp', value: '+12025550100', label: 'WhatsApp' },
      { kind: 'wechat', value: 'wx_fictional_0' },
      { kind: 'linkedin', value: 'fictional-0-example' },
    ],
    externalIds: [
      { scheme: 'vcard', value: 'fictional-0' },
      { scheme: 'linkedin', value: 'fictional-0-example' },
    ],
  })
})

test('an Android 2.1 card reads quoted-printable with soft breaks and a picture without indent', async () => {
  expect((await readFixture('vcard/made/android-2.1-qp-utf8.vcf')).records[0]).toMatchObject({
    person: { fullName: 'Avery Sample', nickname: 'nick0' },
    note: 'line one\nline two = soft-wrapped',
  })
})

test.each([
  ['vcard/made/china-2.1-gbk-raw.vcf', '王样本'],
  ['vcard/made/china-3.0-gb2312-label-but-utf8.vcf', '王样本'],
  ['vcard/made/outlook-2.1-windows-1252-undeclared.vcf', 'Avery Sample'],
])('%s reads names whatever its label says', async (path, name) => {
  expect((await readFixture(path)).records[0]?.person?.fullName).toBe(name)
})

test('version 4 cards give extensions, categories and companies of KIND org', async () => {
  const { records } = await readFixture('vcard/made/v4.vcf')
  expect(records[0]).toMatchObject({
    handles: [
      { value: '+12025550100' },
      { value: '+442079460000', extension: '12' },
      { kind: 'email' },
      { kind: 'other' },
    ],
    tags: ['buyer', 'Canton Fair 138'],
  })
  expect(records.at(-1)?.person).toBeUndefined()
  expect(records.at(-1)?.company?.name).toBeTruthy()
})

test('a card without END, with bare LF, blank lines and lower-case names is still a card', async () => {
  const { records, warnings } = await readLatin1(
    'begin:vcard\nversion:3.0\nfn:First Person\ntel:+12025550100\n\nBEGIN:VCARD\rVERSION:2.1\rN:Doe;Jane\rEND:VCARD\r',
  )
  expect(records.map((record) => record.person?.fullName)).toEqual(['First Person', 'Jane Doe'])
  expect(warnings.map((warning) => warning.code)).toContain('import.warn.unclosedCards')
})

test('GB2312 inside quoted-printable is decoded by its label', async () => {
  const { records } = await readLatin1(
    'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=CD=F5=D1=F9=B1=BE\r\nEND:VCARD\r\n',
  )
  expect(records[0]?.person?.fullName).toBe('王样本')
})

test('a chosen encoding wins over what the bytes look like', async () => {
  const result = await inspectFile(
    fixtureBytes('vcard/made/china-2.1-gbk-raw.vcf'),
    { fileName: 'a.vcf' },
    { encoding: 'gbk' },
  )
  expect(result.ok && result.value.records[0]?.person?.fullName).toBe('王样本')
})

test('a card of nothing but a nickname and an old messenger is somebody', async () => {
  const { records } = await readLatin1(
    'BEGIN:VCARD\r\nVERSION:2.1\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Nick;1;;;\r\nX-GOOGLE-TALK:hhh@gmail.com\r\nEND:VCARD\r\n',
  )
  expect(records).toMatchObject([
    {
      person: { fullName: 'Nick' },
      handles: [{ kind: 'other', value: 'hhh@gmail.com', label: 'google-talk' }],
    },
  ])
})
