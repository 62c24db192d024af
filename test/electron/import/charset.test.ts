import { describe, expect, test } from 'vitest'
import { decode, encodingName, repairMojibake } from '../../../electron/files/import/charset'
import { readFixture } from './fixture'

describe('one fixture per encoding', () => {
  test.each([
    ['enc-utf8.csv', 'utf8', "Léa d'Exemple"],
    ['enc-gbk.csv', 'gb18030', '王样本'],
    ['enc-gb18030-4byte.csv', 'gb18030', '王𠮷（虚构）'],
    ['enc-big5.csv', 'big5', '王小明'],
    ['enc-shift-jis.csv', 'shift_jis', '見本太郎'],
    ['enc-euc-kr.csv', 'cp949', '홍길동'],
    ['enc-windows-1250.csv', 'windows-1250', 'Łukasz Przykładowski'],
    ['enc-windows-1251.csv', 'windows-1251', 'Фёдор Примеров'],
    ['enc-windows-1252-semicolon.csv', 'windows-1252', 'Jürgen Mustermann'],
    ['enc-windows-1254.csv', 'windows-1254', 'İsmail Örnek'],
    ['enc-windows-1256.csv', 'windows-1256', 'خالد المثالي'],
    ['utf16be-bom.csv', 'utf16be', 'Avery Sample'],
    ['utf16le-nobom.csv', 'utf16le', 'Avery Sample'],
    ['excel-unicode-text.txt', 'utf16le', 'Avery Sample'],
  ])('%s is %s', async (file, encoding, name) => {
    const reading = await readFixture(`quirks/made/${file}`)
    expect([reading.encoding, reading.records[0]?.person?.fullName]).toEqual([encoding, name])
  })
})

test('pure Chinese in UTF-16 without a mark is recognised', () => {
  const bytes = Buffer.from('公司，联系人\n虚构照明有限公司，王样本\n', 'utf16le')
  expect(decode(bytes)).toMatchObject({ encoding: 'utf16le', why: 'import.why.nulPattern' })
})

test('UTF-8 with a little damage stays UTF-8 and is counted', () => {
  const bytes = Buffer.concat([
    Buffer.from('王样本测试公司'.repeat(10)),
    Buffer.from([0xff]),
    Buffer.from('\nend'),
  ])
  expect(decode(bytes)).toMatchObject({ encoding: 'utf8', badBytes: 1 })
})

test('labels mean their superset', () => {
  expect(['GB2312', 'ISO-8859-1', 'iso-8859-9', 'EUC-KR', 'nonsense'].map(encodingName)).toEqual([
    'gb18030',
    'windows-1252',
    'windows-1254',
    'cp949',
    undefined,
  ])
})

test('a double encoding is undone, honest text is left alone', () => {
  const broken = Buffer.from('Björn Müller, Léa Crème').toString('latin1')
  expect(repairMojibake(broken)).toBe('Björn Müller, Léa Crème')
  expect(repairMojibake('Ãngela Âncora, Ãlvaro')).toBeUndefined()
})

test('accents inside Latin words are no Cyrillic, however short the file', () => {
  expect(decode(Buffer.from('premi\xe8re,second,troisi\xe8me\n', 'latin1')).encoding).toBe('windows-1252')
})
