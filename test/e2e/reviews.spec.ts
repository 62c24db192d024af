import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { expect, ready, test } from './app'
import { answerFolder } from './reportSteps'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-review-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a review is looked at, saved, kept, and made again with one key after a restart', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+7')
  await page.getByRole('tab', { name: 'Reports' }).click()

  const paper = page.getByRole('article', { name: 'Monthly review' })
  await expect(paper.getByRole('row', { name: /^Leads / })).toBeVisible()
  await page.getByRole('button', { name: 'Product selection review' }).click()
  await expect(page.getByRole('article', { name: 'Product selection review' })).toBeVisible()

  await page.getByRole('button', { name: 'Channel review' }).click()
  await page.getByLabel('Period', { exact: true }).selectOption('Year')
  await page.getByLabel('Of', { exact: true }).selectOption('Channel')
  await expect(page.getByText('Choose whose review it is.')).toBeVisible()
  await page.getByLabel('Channel', { exact: true }).selectOption({ index: 1 })
  const review = page.getByRole('article', { name: /^Channel review: / })
  const shown = await review
    .getByRole('row', { name: /^Revenue / })
    .getByRole('cell')
    .first()
    .textContent()

  await answerFolder(app, folder)
  await page.getByRole('button', { name: 'Save both' }).click()
  await expect(page.getByText(/^Saved as Channel review.*\.pdf in /)).toBeVisible()
  const [pdf = '', xlsx = ''] = readdirSync(folder).sort()
  expect(readFileSync(path.join(folder, pdf)).subarray(0, 5).toString()).toBe('%PDF-')
  const sheets = await readExcelFile(path.join(folder, xlsx))
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Figures',
    'Touchpoints',
    'Customers',
    'Orders',
    'Costs',
    'Hours',
    'Definitions',
    'Data quality',
  ])
  const revenue = sheets[0]?.data.find(([name]) => name === 'Revenue')?.[1]
  expect(Number(shown?.replace(/[^\d.-]/g, ''))).toBe(revenue)
  await page.getByRole('button', { name: 'Save CSV' }).click()
  await expect(page.getByText(/^Saved as Channel review.* Costs\.csv in /)).toBeVisible()

  await page.getByRole('button', { name: 'Keep this report' }).click()
  await page.getByLabel('Name of the report').fill('The channel, year by year')
  await page.keyboard.press('Enter')
  const kept = page.getByRole('button', { name: 'The channel, year by year', exact: true })
  await expect(kept).toHaveAttribute('aria-current', 'true')
  await app.close()

  const again = await launch()
  await ready(again.page)
  await again.page.keyboard.press('Control+7')
  await again.page.getByRole('tab', { name: 'Reports' }).click()
  await again.page.getByRole('button', { name: 'The channel, year by year', exact: true }).click()
  await expect(again.page.getByRole('article', { name: /^Channel review: / })).toBeVisible()
  await again.page.keyboard.press('r')
  await expect(again.page.getByText(/^Saved as Channel review.* \(2\)\.xlsx in /)).toBeVisible()
  await again.page.getByRole('button', { name: 'Remove The channel, year by year' }).click()
  await expect(
    again.page.getByRole('button', { name: 'The channel, year by year', exact: true }),
  ).toBeHidden()
  await again.page.keyboard.press('Control+z')
  await expect(
    again.page.getByRole('button', { name: 'The channel, year by year', exact: true }),
  ).toBeVisible()
})
