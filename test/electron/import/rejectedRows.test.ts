import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator'
import { nodeFs } from '../../../electron/files/fsPort'
import type { FileReading } from '../../../electron/files/import/fileReading'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { createRejectedSaver } from '../../../electron/import/saveRejected'
import { PlainNotebook, planFile } from '../../shared/importing/plan/planning'
import { readFixture, readText } from './fixture'

const PEOPLE = [
  'Name,Company,Email,Notes,Code',
  'Avery Sample,Fictional Lighting LLC,avery@fictional-lighting.example,first,007',
  ',,,no name at all,007',
  ',,,=HYPERLINK("http://x.example"),+1e5',
  'Björn Beispiel,Beispiel Textiles GmbH,bjorn@textiles.example,last,008',
].join('\n')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-rejected-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function saved(reading: FileReading, language: 'en' | 'zh-Hans' = 'en'): Promise<Buffer> {
  const places: string[] = []
  const save = createRejectedSaver({
    fs: nodeFs,
    choosePlace: async (name) => path.join(folder, name),
    onSaved: (place) => places.push(place),
    text: () => createTranslator(language),
  })
  const result = await save(reading)
  if (!result.ok || result.value === null) throw new Error('not saved')
  const place = path.join(folder, result.value.fileName)
  expect(places).toEqual([place])
  return readFile(place)
}

async function rowsOf(bytes: Buffer): Promise<unknown[][]> {
  const [sheet] = await readExcelFile(bytes)
  return sheet?.data ?? []
}

describe('the rows that could not be used', () => {
  test('are saved as they stand, each with the reason and its code, all of it text', async () => {
    expect(await rowsOf(await saved(await readText(PEOPLE)))).toEqual([
      [
        'Orchard: why it was left out',
        'Orchard: code',
        'Orchard: row in the file',
        'Name',
        'Company',
        'Email',
        'Notes',
        'Code',
      ],
      [
        'no name, company or address',
        'import.reject.noIdentity',
        '3',
        null,
        null,
        null,
        'no name at all',
        '007',
      ],
      [
        'no name, company or address',
        'import.reject.noIdentity',
        '4',
        null,
        null,
        null,
        '=HYPERLINK("http://x.example")',
        '+1e5',
      ],
    ])
  })

  test('say why in the language of the interface', async () => {
    const [head, first] = await rowsOf(
      await saved(await readFixture('linkedin/made/Connections.csv'), 'zh-Hans'),
    )
    expect(head?.slice(0, 4)).toEqual([
      'Orchard: 未导入的原因',
      'Orchard: 代码',
      'Orchard: 文件中的行号',
      'First Name',
    ])
    expect(first?.slice(0, 2)).toEqual([
      createTranslator('zh-Hans')('import.reject.hiddenMember'),
      'import.reject.hiddenMember',
    ])
    expect(await readdir(folder)).toContain('Connections 未导入.xlsx')
  })

  test('once mended are the only new ones, and our own columns are none of theirs', async () => {
    const original = await readText(PEOPLE)
    const notebook = new PlainNotebook()
    notebook.apply(planFile(notebook, original.records).changes)
    const rows = await rowsOf(await saved(original))
    const mended = rows.map((row, at) =>
      row.map((cell, column) => (at === 1 && column === 3 ? 'Cleo Exempel' : (cell ?? ''))),
    )
    const csv = mended
      .map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))
      .join('\n')
    const again = await readText(csv)
    expect(again.records).toMatchObject([
      { person: { fullName: 'Cleo Exempel' }, note: 'no name at all', extra: { Code: '007' } },
    ])
    expect(again.rejected).toHaveLength(1)
    const planned = planFile(notebook, again.records)
    expect(planned.rows.map(({ outcome }) => outcome)).toEqual(['new'])
  })

  test('come back as they were when nothing was mended', async () => {
    const bytes = await saved(await readText(PEOPLE))
    const again = await inspectFile(bytes, { fileName: 'left out.xlsx' })
    expect(again.ok && again.value.rejected.map(({ cells }) => cells?.slice(3))).toEqual([
      ['', '', '', 'no name at all', '007'],
      ['', '', '', '=HYPERLINK("http://x.example")', '+1e5'],
    ])
  })

  test('of an address book are what their cards say', async () => {
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:\nNOTE:who was this?\nEND:VCARD\n'
    const reading = await inspectFile(Buffer.from(card), { fileName: 'a.vcf' })
    if (!reading.ok) throw new Error(reading.error.code)
    expect((await rowsOf(await saved(reading.value)))[1]?.slice(3)).toContain('NOTE: who was this?')
  })
})

test('nothing is written when no place is chosen', async () => {
  const save = createRejectedSaver({
    fs: nodeFs,
    choosePlace: async () => null,
    text: () => createTranslator('en'),
    onSaved: () => expect.unreachable('nothing was saved'),
  })
  expect(await save(await readText(PEOPLE))).toEqual({ ok: true, value: null })
})
