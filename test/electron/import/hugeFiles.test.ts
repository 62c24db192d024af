import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { LIMITS } from '../../../electron/files/import/limits'
import { openZip } from '../../../electron/files/import/zipFile'

const MIB = 1024 * 1024
const SHEET = 'xl/worksheets/sheet1.xml'
const PARTS = {
  '[Content_Types].xml': strToU8('<Types/>'),
  'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'),
}
const TWO_ROWS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Ana</t></is></c></row>'

function workbook(sheet: Uint8Array): Uint8Array {
  return zipSync({ ...PARTS, [SHEET]: sheet })
}

/** Changes a number of the directory's entry of a file. */
function withDirectory(zip: Uint8Array, name: string, change: (entry: DataView) => void): Uint8Array {
  const bytes = Uint8Array.from(zip)
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const view = new DataView(bytes.buffer, at)
    const isEntry = view.getUint32(0, true) === 0x02014b50
    const length = isEntry ? view.getUint16(28, true) : 0
    if (isEntry && new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name) change(view)
  }
  return bytes
}

/** Deflated blanks of any size that take a thousandth of it: whole blocks can be set one behind the other. */
function blanks(megabytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(MIB, 0x20), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), deflateRawSync(Buffer.alloc(0))])
}

test('a sheet that claims to hold a gigabyte is read for what it holds', async () => {
  const zip = workbook(strToU8(`<worksheet><sheetData>${TWO_ROWS}</sheetData></worksheet>`))
  const claiming = withDirectory(zip, SHEET, (entry) => entry.setUint32(24, 1024 * MIB, true))
  expect(openZip(claiming).statedBytes(SHEET)).toBe(1024 * MIB)
  expect(await inspectFile(claiming, { fileName: 'a.xlsx' })).toMatchObject({
    ok: true,
    value: { dataRows: 1 },
  })
})

test('a sheet that blows up to more than the limit ends in a code that names it', async () => {
  const packed = blanks(LIMITS.inflatedBytes / MIB + 8)
  expect(packed.length).toBeLessThan(MIB)
  const stored = zipSync({ ...PARTS, [SHEET]: [packed, { level: 0 }] })
  const bomb = withDirectory(stored, SHEET, (entry) => entry.setUint16(10, 8, true))
  expect(await inspectFile(bomb, { fileName: 'a.xlsx' })).toMatchObject({
    ok: false,
    error: { code: 'import.inflatesTooFar', params: { limit: LIMITS.inflatedBytes / MIB } },
  })
})

test('a million rows without a cell, hidden or not, are none', async () => {
  const rows = Array.from(
    { length: 1_000_000 },
    (_, at) => `<row r="${at + 3}"${at % 2 ? ' hidden="1"' : ''}/>`,
  )
  const sheet = strToU8(`<worksheet><sheetData>${TWO_ROWS}${rows.join('')}</sheetData></worksheet>`)
  expect(await inspectFile(workbook(sheet), { fileName: 'a.xlsx' })).toMatchObject({
    ok: true,
    value: { dataRows: 1, records: [{ person: { fullName: 'Ana' } }] },
  })
})

test('a million rows of nothing but dividers below two filled ones are none', async () => {
  const text = `Name,Email,Phone\nAna,ana@example.com,\n${',,\n'.repeat(1_000_000)}`
  expect(await inspectFile(Buffer.from(text), { fileName: 'a.csv' })).toMatchObject({
    ok: true,
    value: { dataRows: 1, delimiter: ',' },
  })
})

test('between two filled rows they end in a code', async () => {
  const text = `Name,Email\n${',\n'.repeat(LIMITS.rows)}Ana,ana@example.com\n`
  expect(await inspectFile(Buffer.from(text), { fileName: 'a.csv' })).toMatchObject({
    ok: false,
    error: { code: 'import.tooManyRows' },
  })
})

test('a card with a photo of 50 MB gives its person and says that the photo stays behind', async () => {
  const line = `${'QUJD'.repeat(18)}\r\n `
  const photo = line.repeat((50 * MIB) / line.length)
  const card = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Lagos\r\nPHOTO;ENCODING=b;TYPE=JPEG:${photo}\r\nEMAIL:ana@example.com\r\nEND:VCARD\r\n`
  const result = await inspectFile(Buffer.from(card), { fileName: 'a.vcf' })
  expect(result).toMatchObject({
    ok: true,
    value: {
      records: [{ person: { fullName: 'Ana Lagos' }, handles: [{ value: 'ana@example.com' }], extra: {} }],
    },
  })
  expect(result.ok && result.value.warnings.map(({ code }) => code)).toEqual(['import.warn.photosSkipped'])
})
