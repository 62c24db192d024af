import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ROOT } from '../project'
import { expect, type Scene } from './photographer'

/** Files as a salesperson has them: a table in UTF-8 and one in an older Chinese encoding. */
const FILES = ['linkedin/made/Connections.csv', 'alibaba/made/询盘导出_gbk.csv']

/** An import from the empty desk to its history. */
export const importScenes: readonly Scene[] = [
  {
    name: 'import',
    async show(photographer) {
      await photographer.go(8)
      await photographer.picture('import')
      await photographer.button('import.paste').click()
      await photographer.picture('import-paste')
      await photographer.button('import.paste').click()
    },
  },
  {
    name: 'import-file',
    async show(photographer) {
      const { page, words } = photographer
      await photographer.go(8)
      await photographer.answerOpenDialog(FILES.map((file) => path.join(ROOT, 'test/fixtures/import', file)))
      await page.keyboard.press('Control+i')
      const result = page.getByRole('region', { name: words('import.result') })
      for (const [index, file] of FILES.entries()) {
        await page
          .getByRole('button', { name: new RegExp(path.basename(file, '.csv')) })
          .first()
          .click()
        await expect(result).toBeVisible()
        await photographer.scrolled(`import-file-${index + 1}`)
        if (index === 0) {
          await result.getByRole('button').first().click()
          await photographer.picture('import-rows')
        }
        if (index === 1) {
          await result.getByRole('button', { name: new RegExp(words('import.count.duplicate')) }).click()
          await photographer.picture('import-look-alikes')
          await result.getByText(words('import.duplicates.merge'), { exact: true }).click()
          await expect(result).toBeVisible()
          await photographer.scrolled('import-merged')
          await result.getByText(words('import.duplicates.hold'), { exact: true }).click()
          await expect(result).toBeVisible()
        }
      }
      await photographer.button('import.run', { count: 7_654_321 }).click()
      await expect(photographer.button('import.openNotebook')).toBeVisible()
      await photographer.picture('import-done')
      await photographer.button('import.history').click()
      await photographer.picture('import-history')
    },
  },
  {
    // The last import: see `holdImport`.
    name: 'import-progress',
    async show(photographer) {
      const { page, words } = photographer
      const folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-progress-'))
      const letGo = await photographer.holdImport(CHUNKS)
      try {
        const file = path.join(folder, 'contacts.csv')
        writeFileSync(file, manyContacts(ROWS))
        await photographer.go(8)
        await photographer.answerOpenDialog([file])
        await page.keyboard.press('Control+i')
        await expect(page.getByRole('region', { name: words('import.result') })).toBeVisible()
        await photographer.button('import.run', { count: 7_654_321 }).click()
        const bar = page.getByRole('progressbar', { name: words('import.journal') })
        await expect.poll(() => bar.evaluate(({ value }: HTMLProgressElement) => value)).toBeGreaterThan(0)
        await photographer.picture('import-progress')
        await photographer.button('import.stop').click()
        await letGo()
        await expect(page.getByText(words('error.import.cancelled'))).toBeVisible()
        await photographer.picture('import-cancelled')
      } finally {
        await letGo()
        rmSync(folder, { recursive: true, force: true })
      }
    },
  },
]

/** Enough for more chunks than the journal takes before it is held. */
const ROWS = 4_000
const CHUNKS = 2

function manyContacts(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `Buyer ${row},House ${row},buyer@house${row}.example`,
  )
  return ['Name,Company,E-mail', ...lines].join('\n')
}
