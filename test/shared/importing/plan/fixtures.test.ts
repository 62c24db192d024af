import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inspectFile } from '../../../../electron/files/import/inspectFile'
import { fixtureBytes } from '../../../electron/import/fixture'
import { PlainNotebook, planFile, tally } from './planning'

const FOLDER = path.join(import.meta.dirname, '../../../fixtures/import')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.includes('.') && !/\.(json|md)$/.test(file))
  .sort()

/** The fixtures that are not meant to be read, each with what is said of it. */
const UNREADABLE: Readonly<Record<string, string>> = {
  'csv/messytables/encrypted_no_password.xls': 'import.passwordProtected',
  'csv/messytables/simple.zip': 'import.archiveInside',
  'csv/phpspreadsheet/empty.csv': 'import.emptyFile',
  'quirks/made/binary-named.csv': 'import.notATable',
  'quirks/made/bom-only.csv': 'import.emptyFile',
  'quirks/made/empty.csv': 'import.emptyFile',
  'quirks/made/password.xlsx': 'import.passwordProtected',
  'spreadsheets/password_2002_40_xor.xls': 'import.passwordProtected',
}

test.each(files)(
  '%s taken back leaves what was, and twice brings nothing new the second time',
  async (file) => {
    const reading = await inspectFile(fixtureBytes(file), { fileName: path.basename(file), year: 2026 })
    if (!reading.ok) return expect(reading.error.code).toBe(UNREADABLE[file])
    expect(UNREADABLE[file]).toBeUndefined()
    const { records, format } = reading.value
    const notebook = new PlainNotebook()
    for (const duplicates of ['hold', 'new', 'merge'] as const) {
      const options = { format, fileName: path.basename(file), duplicates }
      const first = planFile(notebook, records, options)
      expect(first.rows).toHaveLength(records.length)
      const before = notebook.canonical()
      notebook.apply(first.changes)
      notebook.takeBack(first.changes)
      expect(notebook.canonical()).toEqual(before)
      notebook.takeForth(first.changes)
      const second = planFile(notebook, records, { ...options, at: 1_790_000_900_000 })
      expect(second.changes).toEqual([])
      expect(tally(second.rows).new ?? 0).toBe(0)
      expect(tally(second.rows).update ?? 0).toBe(0)
    }
  },
)

test('a new row loses no column: what has no field stands in extra, in a note or in a text', async () => {
  const lost: string[] = []
  for (const file of files) {
    const reading = await inspectFile(fixtureBytes(file), { fileName: path.basename(file), year: 2026 })
    if (!reading.ok) continue
    const { records, format } = reading.value
    const notebook = new PlainNotebook()
    const { changes, rows } = planFile(notebook, records, { format, fileName: file })
    notebook.apply(changes)
    const kept = JSON.stringify(changes.map(({ after }) => after))
    for (const [at, record] of records.entries()) {
      if (rows[at]?.outcome !== 'new') continue
      for (const value of Object.values(record.extra)) {
        if (!kept.includes(JSON.stringify(value).slice(1, -1))) lost.push(`${file} ${record.row}: ${value}`)
      }
      for (const { entered } of record.handles)
        if (!kept.includes(JSON.stringify(entered).slice(1, -1)))
          lost.push(`${file} ${record.row}: ${entered}`)
    }
  }
  expect(lost).toEqual([])
})
