import { describe, expect, test } from 'vitest'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { fixtureBytes, readFixture } from './fixture'

interface Entry {
  readonly path: string
  readonly encoding?: string
  readonly bom?: boolean
  readonly delimiter?: string | null
  readonly sheet?: string
  readonly headerRow?: number | null
  readonly headerRowFirst?: number
  readonly dataRows?: number
  readonly cards?: number
  readonly messages?: number
  readonly first?: string
  readonly detect: string
}

const manifest = JSON.parse(new TextDecoder().decode(fixtureBytes('made-manifest.json'))) as Entry[]
const ERRORS: Readonly<Record<string, string>> = {
  'quirks/made/empty.csv': 'import.emptyFile',
  'quirks/made/bom-only.csv': 'import.emptyFile',
  'quirks/made/binary-named.csv': 'import.notATable',
  'quirks/made/password.xlsx': 'import.passwordProtected',
}

function sameEncoding(name: string | undefined): string | undefined {
  return name === 'gbk' ? 'gb18030' : name
}

describe('every made sample reads as the manifest says', () => {
  const readable = manifest.filter((entry) => entry.detect !== 'error')
  test.each(readable.map((entry) => [entry.path, entry] as const))('%s', async (path, entry) => {
    const reading = await readFixture(path)
    const wanted = {
      format: entry.detect,
      ...(entry.encoding === undefined ? {} : { encoding: sameEncoding(entry.encoding) }),
      ...(entry.bom === undefined ? {} : { bom: entry.bom }),
      ...(entry.delimiter === undefined ? {} : { delimiter: entry.delimiter }),
      ...(entry.sheet === undefined ? {} : { sheet: entry.sheet }),
      ...(entry.headerRow === undefined ? {} : { headerRow: entry.headerRow }),
      ...(entry.headerRowFirst === undefined ? {} : { headerRowFirst: entry.headerRowFirst }),
      dataRows: entry.cards ?? entry.messages ?? entry.dataRows,
    }
    expect({ ...reading, encoding: sameEncoding(reading.encoding) }).toMatchObject(wanted)
    if (entry.first !== undefined) expect(reading.records[0]?.person?.fullName).toBe(entry.first)
  })

  test.each(Object.entries(ERRORS))('%s gives a clear error', async (path, code) => {
    expect(await inspectFile(fixtureBytes(path), { fileName: path })).toMatchObject({
      ok: false,
      error: { code },
    })
  })
})
