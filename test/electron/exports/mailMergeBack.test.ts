import { read, utils } from '@e965/xlsx'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { ExportPart } from '#shared/exporting/exportFile'
import { MAIL_MERGE_COLUMNS, mailMergeHead, mailMergeRow } from '#shared/exporting/mailMerge'
import { exportBytes } from '../../../electron/exports/exportBytes'
import { customer, NOW, person } from '../../shared/exporting/customerFiles'

const letter = {
  customer: customer(1, '=HYPERLINK("http://evil.example")', { country: 'SE' }),
  person: person(2, '陈伟 <b>&', { salutation: '007' }),
  language: 'zh-Hans',
  subject: '1/2',
  text: '陈伟，您好\n\n00123\n+46 70 000 00 00',
  values: { salutationName: '陈伟', dueOn: '11月24日' },
  open: [],
}

async function sheet(): Promise<Buffer> {
  async function* parts(): AsyncGenerator<ExportPart> {
    yield { kind: 'rows', sheet: 0, rows: [mailMergeRow(letter, 'chen@qingchuan.example')] }
  }
  const chunks: Uint8Array[] = []
  const around = { readPhoto: async () => undefined, delimiter: () => ',' as const, now: () => NOW }
  for await (const chunk of exportBytes(mailMergeHead(), parts(), around)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const ROW = mailMergeRow(letter, 'chen@qingchuan.example')

test('a second reader finds every cell as the text that it is, below names that a merge can use', async () => {
  const workbook = read(await sheet(), { cellFormula: true, cellNF: true })
  const [name = ''] = workbook.SheetNames
  const cells = workbook.Sheets[name] ?? {}
  const rows = utils.sheet_to_json<(string | null)[]>(cells, { header: 1, raw: true, defval: null })
  expect(rows).toEqual([[...MAIL_MERGE_COLUMNS], ROW])
  const types = Object.entries(cells).flatMap(([place, cell]) => (/^[A-Z]+\d+$/.test(place) ? [cell.t] : []))
  expect(new Set(types)).toEqual(new Set(['s']))
  expect(Object.values(cells).some((cell) => cell?.f !== undefined)).toBe(false)
})

test('and a third one, too', async () => {
  const [first] = await readExcelFile(await sheet())
  const rows = first !== undefined && 'data' in first ? first.data : undefined
  expect(rows).toEqual([[...MAIL_MERGE_COLUMNS], ROW])
})
