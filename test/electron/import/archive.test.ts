import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { archiveFormat, memberName } from '#shared/importing/archives'
import { listArchive, readMember } from '../../../electron/files/import/archive'
import { inspectMember } from '../../../electron/files/import/inspectFile'
import { fixtureBytes } from './fixture'

const linkedin = zipSync({
  'Connections.csv': fixtureBytes('linkedin/made/Connections-bom-crlf.csv'),
  'Jobs/': new Uint8Array(0),
  'Jobs/Saved Jobs.csv': strToU8('Title\nx\n'),
  'Profile picture.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
  '__MACOSX/._Connections.csv': strToU8('x'),
})

test('an archive lists what can be read, largest first, and names the rest', () => {
  expect(listArchive(linkedin, 'export.zip')).toEqual({
    ok: true,
    value: {
      format: 'linkedin-archive',
      members: [
        { entry: 'Connections.csv', fileName: 'Connections.csv', sizeBytes: 3381 },
        { entry: 'Jobs/Saved Jobs.csv', fileName: 'Saved Jobs.csv', sizeBytes: 8 },
      ],
      others: ['Profile picture.jpg'],
    },
  })
})

test('a workbook and a text are no archives', () => {
  for (const path of [
    'quirks/made/types.xlsx',
    'quirks/made/sheet.ods',
    'quirks/made/sheet.xlsb',
    'quirks/made/ragged.csv',
  ])
    expect(listArchive(fixtureBytes(path), path)).toEqual({ ok: true, value: null })
})

test('each file in it reads as it would by itself', async () => {
  const reading = await inspectMember(linkedin, 'Connections.csv', { fileName: 'Connections.csv' })
  expect(reading).toMatchObject({
    ok: true,
    value: { format: 'linkedin-connections', dataRows: 20, fileName: 'Connections.csv' },
  })
})

test('a workbook in it reads as well, an archive in it says what to do', async () => {
  const mixed = zipSync({
    'book.xlsx': fixtureBytes('quirks/made/types.xlsx'),
    'inner.csv': zipSync({ 'a.csv': strToU8('Name\nA\n') }),
  })
  expect(await inspectMember(mixed, 'book.xlsx', { fileName: 'book.xlsx' })).toMatchObject({
    ok: true,
    value: { sheet: 'types' },
  })
  expect(await inspectMember(mixed, 'inner.csv', { fileName: 'inner.csv' })).toMatchObject({
    ok: false,
    error: { code: 'import.archiveInside' },
  })
})

describe('names from an archive', () => {
  test.each([
    ['../../etc/passwd.csv', 'passwd.csv'],
    ['C:\\Users\\x\\客户.xlsx', '客户.xlsx'],
    ['a/b/Kunden\u202evsc.csv', 'Kundenvsc.csv'],
    ['\u0000\u0007', '?'],
    [`${'x'.repeat(400)}.csv`, 'x'.repeat(200)],
  ])('%j is shown as %j', (name, shown) => {
    expect(memberName(name)).toBe(shown)
  })

  test('that Chinese Windows wrote without a word are GBK', () => {
    const plain = Buffer.from(zipSync({ 'aaaaaaaa.csv': strToU8('Name\nA\n') })).toString('latin1')
    const gbk = Buffer.from('bfcdbba7c3fbb5a5', 'hex').toString('latin1')
    const bytes = Buffer.from(plain.replaceAll('aaaaaaaa', gbk), 'latin1')
    expect(listArchive(bytes, 'a.zip')).toMatchObject({
      value: { members: [{ entry: '客户名单.csv', fileName: '客户名单.csv' }] },
    })
  })

  test('tell whose export it is', () => {
    expect(archiveFormat('Complete_LinkedInDataExport_10-02-2026.zip.zip', [])).toBe('linkedin-archive')
    expect(archiveFormat('a.zip', ['cleaned_members_export_fa1234567.csv'])).toBe('mailchimp-archive')
    expect(archiveFormat('a.zip', ['people.csv'])).toBe('files')
  })
})

describe('hostile archives', () => {
  test('one whose file grows more than two hundred times is closed again', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(8_000_000).fill(65) })
    expect(bomb.length).toBeLessThan(40_000)
    expect(await inspectMember(bomb, 'a.csv', { fileName: 'a.csv' })).toEqual({
      ok: false,
      error: { code: 'import.inflatesTooFar', params: { limit: 400 }, container: 'zip' },
    })
  })

  test('one that lies about its sizes is counted by what comes out', async () => {
    const bytes = zipSync({ 'a.csv': new Uint8Array(8_000_000).fill(65) })
    const view = new DataView(bytes.buffer)
    const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    view.setUint32(directory + 24, 10, true)
    expect(() => readMember(bytes, 'a.csv')).toThrow('import.inflatesTooFar')
  })

  test('a thousand files are not all listed, a cut one says so, an empty one too', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, at) => [`${at}.csv`, strToU8('Name\nA\n')]),
    )
    const listing = listArchive(zipSync(many), 'a.zip')
    expect(listing.ok && [listing.value?.members.length, listing.value?.others.length]).toEqual([60, 940])
    expect(listArchive(linkedin.subarray(0, 900), 'a.zip')).toMatchObject({
      error: { code: 'import.truncated' },
    })
    expect(listArchive(zipSync({ 'a.jpg': strToU8('x') }), 'a.zip')).toMatchObject({
      error: { code: 'import.emptyArchive' },
    })
  })

  test('only files that are there are found, whatever every object has', () => {
    const bytes = zipSync({ 'constructor.csv': strToU8('Name\nB\n') })
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(() => readMember(bytes, name)).toThrow('import.damaged')
    expect(new TextDecoder().decode(readMember(bytes, 'constructor.csv'))).toBe('Name\nB\n')
  })
})
