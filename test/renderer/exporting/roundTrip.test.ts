import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportFormat } from '#shared/exporting/exportRequest'
import type { LanguageChoice } from '#shared/i18n/languages'
import { runExport } from '../../../renderer/store/runExport'
import { planImport } from '../../../renderer/store/runImport'
import { openReal, type RealNotebook, readFileBytes } from '../importing/realNotebook'
import { forgetAllIndexes } from '../indexFixture'
import { addSample, exportDesk, must, order, watch } from './exportFixture'

const CUSTOMERS = 60

let real: RealNotebook
beforeAll(async () => {
  forgetAllIndexes()
  real = await openReal()
  await addSample(real.notebook, CUSTOMERS)
})
afterAll(() => real.remove())

async function planOfOwnExport(format: ExportFormat, language: LanguageChoice, delimiter: ',' | ';' = ',') {
  const desk = exportDesk(real.notebook, delimiter)
  try {
    const outcome = must(await runExport(desk.parts, order({ format }, language), watch()))
    const fileName = outcome?.file.fileName ?? ''
    const { summary, calls } = readFileBytes(desk.read(fileName), fileName)
    const planned = must(await planImport({ calls, notebook: real.notebook }, summary, 'hold', {}))
    return { summary, tally: planned.tally, rows: outcome?.tally.rows }
  } finally {
    desk.remove()
  }
}

const FILES: readonly [ExportFormat, LanguageChoice, ',' | ';'][] = [
  ['xlsx', 'en', ','],
  ['xlsx', 'zh-Hans', ','],
  ['csvExcel', 'en', ','],
  ['csvExcel', 'zh-Hans', ';'],
  ['csvPlain', 'en', ','],
  ['vcard3', 'en', ','],
  ['vcard4', 'zh-Hans', ','],
]

test.each(FILES)('reading our own %s in %s back plans no change', async (format, language, delimiter) => {
  const { summary, tally, rows } = await planOfOwnExport(format, language, delimiter)
  const isCard = format === 'vcard3' || format === 'vcard4'
  expect(summary.format).toBe(isCard ? 'vcard' : 'orchard-contacts')
  expect(summary.records).toBe(rows)
  expect(tally).toEqual({ new: 0, update: 0, same: rows, duplicate: 0, reasons: {} })
})
