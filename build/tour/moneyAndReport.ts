import { readdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { daysFromToday } from './fairSteps'
import { expect, type Tourist } from './tourist'

interface TypedCost {
  readonly category: string
  readonly amount: string
  readonly currency: string
  readonly on: string
}

/** Writes down what the fair cost, with the rates of the day, and reads the figures. */
export async function countCosts(tourist: Tourist): Promise<void> {
  const { page } = tourist
  await tourist.press('Control+6')
  await addCost(tourist, { category: 'Booth', amount: '30,000', currency: 'CNY', on: daysFromToday(-7) })
  await page.getByRole('button', { name: 'Add this rate' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Rate', { exact: true }).fill('0.14')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await addCost(tourist, { category: 'Travel', amount: '1200', currency: 'USD', on: daysFromToday(-1) })
  const figure = (label: string) =>
    page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .locator('xpath=following-sibling::dd[1]')
  await expect(figure('Total')).toHaveText('USD 5,400.00')
  for (const label of ['Total', 'Cost per card', 'Cost per qualified lead']) {
    const value = await figure(label).innerText()
    tourist.figures[label] = value
    tourist.say(`${label}: ${value}`)
  }
  await tourist.picture('costs')
}

/** One key in the evening: the fair's report as spreadsheet and page. */
export async function saveReport(tourist: Tourist): Promise<void> {
  const { page, folder } = tourist
  await tourist.press('Control+2')
  await tourist.answerOpenDialog([folder])
  await tourist.press('F9')
  await page.getByRole('button', { name: 'Save both' }).click()
  await expect(page.getByText(/^Saved as .*\.xlsx in /)).toBeVisible()
  await expect(page.getByText(/^Saved as .*\.pdf in /)).toBeVisible()
  await tourist.picture('report')
  for (const name of readdirSync(folder)) {
    const extension = path.extname(name)
    if (extension === '.xlsx' || extension === '.pdf') {
      renameSync(path.join(folder, name), path.join(folder, `fair-report${extension}`))
    }
  }
  tourist.say('saved the fair report: fair-report.xlsx and fair-report.pdf')
  await tourist.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Takes a backup and saves a copy that holds everything, photos included. */
export async function saveCopy(tourist: Tourist): Promise<void> {
  const { page } = tourist
  await tourist.press('Control+9')
  await page.getByRole('button', { name: 'Back up now' }).click()
  const copy = page.getByRole('button', { name: /^Save a copy/ }).first()
  await expect(copy).toBeVisible()
  await tourist.answerSaveDialog('notebook.orchard')
  await copy.click()
  await expect(page.getByText(/copy/i).and(page.getByRole('status')).first()).toBeVisible()
  tourist.say('saved a copy of the whole notebook: notebook.orchard')
  await tourist.picture('backups')
}

async function addCost(tourist: Tourist, cost: TypedCost): Promise<void> {
  const { page } = tourist
  await page.getByRole('button', { name: 'Add a cost' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Category' }).click()
  await page.getByRole('option', { name: cost.category, exact: true }).click()
  await form.getByLabel('Day', { exact: true }).fill(cost.on)
  await form.getByLabel('Amount').fill(cost.amount)
  await form.getByLabel('Currency').fill(cost.currency)
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form).toBeHidden()
  tourist.say(`wrote down ${cost.category.toLowerCase()}: ${cost.currency} ${cost.amount}`)
}
