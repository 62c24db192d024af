import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { createFair, daysFromToday } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { answerFolder, gradedLead } from './reportSteps'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-hours-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('hours are logged, changed, taken back, and leave as a spreadsheet', async ({ launch }) => {
  const { app, page } = await launch()
  await ready(page)
  await createFair(page)
  await gradedLead(page, 'Sjögren & Åkerlund AB', 'a')
  await page.keyboard.press('Control+6')
  await page.getByRole('tab', { name: 'Hours' }).click()
  await expect(page.getByText('Nothing logged yet.')).toBeVisible()

  await page.getByRole('button', { name: 'Log hours' }).click()
  const form = page.getByRole('dialog', { name: 'Log hours' })
  await form.getByLabel('Hours', { exact: true }).fill('a while')
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form.getByText('A time is for instance 1:30 or 1.5 hours.')).toBeVisible()
  await form.getByLabel('Hours', { exact: true }).fill('1:30')
  await form.getByLabel('What for').selectOption('Sample')
  await form.getByLabel('With a customer').fill('Sjö')
  await form.getByRole('button', { name: 'Sjögren & Åkerlund AB' }).click()
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  const row = page.getByRole('row', { name: /Sample.*Sjögren & Åkerlund AB.*1:30/ })
  await expect(row).toBeVisible()
  await expect(page.getByText('1.5 hours on 1 line')).toBeVisible()

  await row.getByRole('button', { name: 'Remove Sample' }).click()
  await expect(page.getByText('Nothing logged yet.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row).toBeVisible()

  await answerFolder(app, folder)
  await page.getByRole('button', { name: 'Save spreadsheet' }).click()
  const name = `Hours ${daysFromToday(0)}.xlsx`
  await expect(page.getByText(`Saved as ${name} in ${path.basename(folder)}.`)).toBeVisible()
  const [log] = await readExcelFile(path.join(folder, name))
  expect(log?.data[1]?.slice(1, 3)).toEqual(['Sample', 90])
})
