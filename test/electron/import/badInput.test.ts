import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { NAME_MAX_CHARS } from '#shared/records/record'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { checkFileSize, LIMITS } from '../../../electron/files/import/limits'
import { openZip } from '../../../electron/files/import/zipFile'
import { fixtureBytes, readText } from './fixture'

async function errorOf(bytes: Uint8Array, fileName = 'file.csv') {
  const result = await inspectFile(bytes, { fileName })
  return result.ok ? undefined : { code: result.error.code, ...result.error.params }
}

function workbook(sheet: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  })
}

describe('files that cannot be read say why', () => {
  test.each([
    ['empty', new Uint8Array(0), 'import.emptyFile'],
    ['only blanks', Buffer.from(' \r\n\t\n'), 'import.emptyFile'],
    ['bytes of a program', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3]), 'import.binaryFile'],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), 'import.notATable'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 'import.notATable'],
  ])('%s', async (_, bytes, code) => {
    expect((await errorOf(bytes))?.code).toBe(code)
  })

  test('a truncated workbook is not a damaged one', async () => {
    const whole = fixtureBytes('quirks/made/types.xlsx')
    expect((await errorOf(whole.subarray(0, whole.length / 2), 'a.xlsx'))?.code).toBe('import.truncated')
    const broken = Uint8Array.from(whole)
    broken.fill(0xaa, whole.length * 0.1, whole.length * 0.7)
    expect((await errorOf(broken, 'a.xlsx'))?.code).toMatch(/^import\.(damaged|truncated)$/)
  })

  test('a workbook with a password', async () => {
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect((await errorOf(ole, 'a.xlsx'))?.code).toBe('import.passwordProtected')
  })

  test('an archive within another, a calendar', async () => {
    expect(await errorOf(zipSync({ 'Connections.csv': strToU8('a') }))).toEqual({
      code: 'import.archiveInside',
    })
    expect(await errorOf(Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR'))).toEqual({
      code: 'import.calendar',
    })
  })

  test('a message of Outlook says how to save it so that it can be read', async () => {
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('__properties_version1.0', 'utf16le'),
    ])
    expect(await errorOf(ole, 'mail.msg')).toEqual({ code: 'import.outlookMessage' })
  })
})

describe('hostile sizes end in a code', () => {
  test('a file beyond the limit is refused before it is read', () => {
    expect(checkFileSize(LIMITS.fileBytes)).toMatchObject({ ok: true })
    expect(checkFileSize(LIMITS.fileBytes + 1)).toMatchObject({
      ok: false,
      error: { code: 'import.tooLarge' },
    })
  })

  test('a zip bomb is stopped by the bytes that come out, whatever its directory claims', async () => {
    const bomb = workbook(`<worksheet><sheetData>${' '.repeat(1024)}</sheetData></worksheet>`)
    expect(await errorOf(bomb, 'a.xlsx')).toBeUndefined()
    const zip = openZip(zipSync({ 'a.xml': new Uint8Array(5_000), 'b.xml': new Uint8Array(6_000) }), 10_000)
    expect(zip.read('a.xml')).toHaveLength(5_000)
    expect(() => zip.read('b.xml')).toThrow('import.inflatesTooFar')
  })

  test('a cell in the last column of every row costs no memory for the empty ones', async () => {
    const rows = Array.from(
      { length: 10 },
      (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
    ).join('')
    expect((await errorOf(workbook(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)))?.code).toBe(
      'import.tooManyColumns',
    )
    const far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    expect((await errorOf(workbook(`<worksheet><sheetData>${far}</sheetData></worksheet>`)))?.code).toBe(
      'import.tooManyRows',
    )
  })

  test('a file just below the limit of rows is read', async () => {
    const bytes = Buffer.from(`Name,Notes\n${'A,b\n'.repeat(LIMITS.rows - 10)}`)
    // A format whose rows become no records: this is about the table.
    const result = await inspectFile(bytes, { fileName: 'a.csv' }, { format: 'stripe' })
    expect(result).toMatchObject({ ok: true, value: { dataRows: LIMITS.rows - 10 } })
  })

  test('more rows than the limit stop the parser', async () => {
    expect((await errorOf(Buffer.from('a,b\n'.repeat(LIMITS.rows + 10))))?.code).toBe('import.tooManyRows')
  })
})

describe('odd content is plain text', () => {
  test('a name of 10,000 characters is taken whole, as it may be typed', async () => {
    const name = 'x'.repeat(NAME_MAX_CHARS)
    const reading = await readText(`Name,Email\n${name},a@example.com\n`)
    expect(reading.records[0]?.person?.fullName).toBe(name)
    expect(reading.warnings).toEqual([])
  })

  test('a longer one is cut, and kept whole beside', async () => {
    const name = 'x'.repeat(NAME_MAX_CHARS + 1)
    const reading = await readText(`Name,Email\n${name},a@example.com\n`)
    expect(reading.records[0]?.person?.fullName).toHaveLength(NAME_MAX_CHARS)
    expect(reading.records[0]?.extra.Name).toBe(name)
    expect(reading.warnings.map((warning) => warning.code)).toEqual(['import.warn.tooLong'])
  })

  test('a company of nothing but emoji is imported with a warning', async () => {
    const reading = await readText('Company,Email\n🌟🌟,a@example.com\n')
    expect(reading.records[0]?.company?.name).toBe('🌟🌟')
    expect(reading.warnings.map((warning) => warning.code)).toEqual(['import.warn.nameWithoutLetters'])
  })

  test('a header without rows says so', async () => {
    expect(await readText('Name,Email\n')).toMatchObject({
      dataRows: 0,
      warnings: [{ code: 'import.warn.noRows' }],
    })
  })

  test('columns called __proto__ and constructor are columns', async () => {
    const reading = await readText('Name,__proto__,constructor\nA,x,y\n')
    expect(Object.values(reading.records[0]?.extra ?? {})).toEqual(['x', 'y'])
  })
})
