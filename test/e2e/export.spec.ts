import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { expect, ready, test } from './app'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-export-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Answers the save dialog: the offered name, in our folder. Tells what was offered. */
async function answerPlace(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath?: string }) => ({
      canceled: false,
      filePath: `${chosen}/${(options.defaultPath ?? '').split('/').at(-1)}`,
    })) as typeof dialog.showSaveDialog
  }, folder)
}

test('customers leave as a spreadsheet and as an audience of those who agreed, and the log says so', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await answerPlace(app)

  // A field of one's own, from the settings onto a page; it leaves with the others.
  await page.keyboard.press('Control+9')
  const own = page.getByRole('region', { name: 'Own fields' })
  await own.getByRole('textbox', { name: 'Name of the field' }).fill('Colour')
  await own.getByLabel('Kind', { exact: true }).selectOption('Choice')
  await own.getByLabel('Choices', { exact: true }).fill('sand; slate')
  await page.keyboard.press('Enter')
  await expect(own.getByRole('button', { name: 'Retire Colour' })).toBeVisible()

  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill('bamboo')
  // The search learns of the sample a moment after the status line, and of all of it a moment later.
  await expect(page.getByText(/^[1-9]\d* found$/)).toBeVisible()
  await page.locator('li[aria-posinset="1"]').getByRole('button').click()
  await page.getByLabel('Colour', { exact: true }).selectOption('slate')
  await expect(page.getByLabel('Colour', { exact: true })).toHaveValue('slate')
  await page.getByRole('button', { name: 'Export what is listed' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByLabel(/^\d+ found for “bamboo”$/)).toBeChecked()
  const found = Number((await dialog.getByText(/^\d+ found for “bamboo”$/).innerText()).split(' ')[0])
  await expect(dialog.getByText(/^\d+ rows$/)).toBeVisible()
  const rows = Number((await dialog.getByText(/^\d+ rows$/).innerText()).split(' ')[0])
  await dialog.getByRole('button', { name: 'Choose a place and save' }).click()
  await expect(dialog.getByText(/^Saved: Orchard Customers and people/)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+e')
  await dialog.getByRole('radio', { name: /^Advertising audience/ }).check()
  await dialog.getByLabel('Write addresses as SHA-256').check()
  await expect(dialog.getByText('What leaves this computer')).toBeVisible()
  await expect(dialog.getByText(/have not agreed to a newsletter$/)).toBeVisible()
  const audience = Number((await dialog.getByText(/^\d+ rows$/).innerText()).split(' ')[0])
  await dialog.getByRole('button', { name: 'Choose a place and save' }).click()
  await expect(dialog.getByText(/^Saved: Orchard Google Customer Match/)).toBeVisible()
  await page.keyboard.press('Escape')

  // The evening's letters for a mail merge, of those alone who agreed; one press logs them all.
  await page.keyboard.press('Control+1')
  await page.keyboard.press('r')
  const merge = page.getByRole('dialog', { name: 'Letters for a mail merge' })
  await merge.getByLabel('Which letters').selectOption({ index: 0 })
  await expect(merge.getByText(/not said yes to email/)).toBeVisible()
  const letters = Number((await merge.getByText(/^\d+ letters? in the sheet$/).innerText()).split(' ')[0])
  await merge.getByRole('button', { name: 'Choose a place and save' }).click()
  await expect(merge.getByText(/^Saved: Orchard Mail merge/)).toBeVisible()
  await merge.getByRole('button', { name: /as sent$/ }).click()
  await expect(page.getByText(/^\d+ letters? logged as sent$/)).toBeVisible()

  const saved = (ending: string) =>
    readdirSync(folder).find((name) => name.endsWith(ending) && !name.includes('Mail merge')) ?? ''
  const mailFile = readdirSync(folder).find((name) => name.includes('Mail merge')) ?? ''
  const [mail] = await readExcelFile(path.join(folder, mailFile))
  expect(mail?.data).toHaveLength(letters + 1)
  expect(mail?.data.slice(1).map((row) => row[0])).not.toContain(null)
  const [sheet] = await readExcelFile(path.join(folder, saved('.xlsx')))
  const captions = sheet?.data[0] ?? []
  expect(captions.slice(0, 3)).toEqual(['Orchard ID', 'Company', 'Name'])
  expect(captions.at(-1)).toBe('Colour')
  expect(new Set(sheet?.data.slice(1).map((row) => row.at(-1)))).toEqual(new Set([null, 'slate']))
  expect(sheet?.data).toHaveLength(rows + 1)
  expect(new Set(sheet?.data.slice(1).map((row) => row[1])).size).toBe(found)
  const text = readFileSync(path.join(folder, saved('.csv')), 'utf8')
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(data[0]?.[0]).toBe('Email')
  expect(data).toHaveLength(audience + 1)
  const addresses = data
    .slice(1)
    .flatMap((row) => row.slice(0, 6))
    .filter((cell) => cell !== '')
  expect(addresses.filter((cell) => !/^[0-9a-f]{64}$/.test(cell))).toEqual([])

  await page.keyboard.press('Control+9')
  const log = page.getByRole('region', { name: 'What has left the notebook' }).getByRole('row')
  await expect(log.nth(0)).toContainText(/Letters.*Mail merge \(XLSX\)/)
  await expect(log.nth(1)).toContainText(`${audience} rows`)
  await expect(log.nth(1)).toContainText('as SHA-256')
  await expect(log.nth(2)).toContainText(`${rows} rows`)
  await expect(log.nth(2)).toContainText('what was listed')

  // Undo passes over the log and takes back the letters, the value and its field, and the sample.
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: \d+ letters? sent by mail merge$/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: Colour of /)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: Own field “Colour” added')).toBeVisible()
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('0 customers', { exact: true })).toBeVisible()
  await expect(log).toHaveCount(3)
})
