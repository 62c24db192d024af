import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import readExcelFile from 'read-excel-file/node'
import { expect, ready, test } from './app'
import { answerFolder } from './reportSteps'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-review-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The part Reports over the sample notebook. */
async function openReports(page: Page): Promise<void> {
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+7')
  await page.getByRole('tab', { name: 'Reports' }).click()
}

test('a review is looked at and saved: the files say what the screen says', async ({ launch }) => {
  const { app, page } = await launch()
  await openReports(page)
  const paper = page.getByRole('article', { name: 'Monthly review' })
  await expect(paper.getByRole('row', { name: /^Leads / })).toBeVisible()

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
})

test('a review is kept, made again with one key, and its removal undone', async ({ launch }) => {
  const { app, page } = await launch()
  await openReports(page)
  await page.getByRole('button', { name: 'Customer-asset statement' }).click()
  await page.getByRole('button', { name: 'Keep this report' }).click()
  await page.getByLabel('Name of the report').fill('What the notebook is')
  await page.keyboard.press('Enter')
  const kept = page.getByRole('button', { name: 'What the notebook is', exact: true })
  await expect(kept).toHaveAttribute('aria-current', 'true')

  await page.getByRole('button', { name: 'Monthly review' }).click()
  await kept.click()
  await expect(page.getByRole('article', { name: 'Customer-asset statement' })).toBeVisible()
  await answerFolder(app, folder)
  await page.keyboard.press('r')
  await expect(page.getByText(/^Saved as Customer-asset statement .*\.pdf in /)).toBeVisible()
  expect(
    readdirSync(folder)
      .map((name) => path.extname(name))
      .sort(),
  ).toEqual(['.pdf', '.xlsx'])

  await page.getByRole('button', { name: 'Remove What the notebook is' }).click()
  await expect(kept).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(kept).toBeVisible()
})
