import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { dropFiles, droppedFixture, importShown } from './importSteps'

const REPORT = 'ads/made/google_ads_Campaign_report.csv'
const COSTS = 'orders/made/展会费用明细.xlsx'
const ORDERS = 'alibaba/made/信保订单导出_2026-10-05.xlsx'

test('costs, figures and orders are taken in, told by table, and the days of a report are no second cost', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await dropFiles(page, [REPORT, COSTS, ORDERS, 'ads/made/google_ads_daily.csv'].map(droppedFixture))
  const files = page.getByRole('list', { name: 'Files' })
  const result = page.getByRole('region', { name: 'What would happen' })
  await expect(result.getByRole('button', { name: /^3 new/ })).toBeVisible()
  await expect(result.getByText('2 costs · 3 lines of figures')).toBeVisible()
  await importShown(page)

  await files.getByRole('button', { name: /^展会费用明细/ }).click()
  await expect(page.getByLabel('Rows are about')).toHaveValue('0')
  await expect(result.getByText('5 costs')).toBeVisible()
  await page.getByLabel('Belongs to').selectOption({ label: 'Google Ads' })
  await expect(result.getByText('New records')).toBeVisible()
  expect(await axeFaults(page), 'costs').toEqual([])
  await importShown(page)

  await files.getByRole('button', { name: /^信保订单导出/ }).click()
  await expect(result.getByText(/30 orders/)).toBeVisible()
  await importShown(page)

  await files.getByRole('button', { name: /^google_ads_daily/ }).click()
  await result.getByRole('button', { name: /^2 held back/ }).click()
  await expect(page.getByText(/the money would count twice/).first()).toBeVisible()

  // The expenses were sent to a channel by hand: the next list with these headings is, too, until it is forgotten.
  await files.getByRole('button', { name: /^展会费用明细/ }).click()
  await page.getByRole('button', { name: 'Look at it again' }).click()
  await files.getByRole('button', { name: /^Take 展会费用明细.* off the list/ }).click()
  await dropFiles(page, [droppedFixture(COSTS)])
  await files.getByRole('button', { name: /^展会费用明细/ }).click()
  await expect(page.getByText('Read as you chose it for the last file with these headings.')).toBeVisible()
  await expect(page.getByLabel('Belongs to').locator('option:checked')).toHaveText('Google Ads')
  await page.getByRole('button', { name: 'Forget this' }).click()
  await expect(page.getByText('Read as you chose it')).toHaveCount(0)
  await expect(page.getByLabel('Belongs to').locator('option:checked')).toHaveText('as the file says')
})
