import type { Page } from '@playwright/test'
import { expect, ready, test } from './app'
import { figureOf } from './reportSteps'

/** The cells of a row of a table by its name. */
function rowOf(page: Page, name: string) {
  return page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) })
}

test('a channel and a campaign of its own show budget, cost and result; what is taken away comes back', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.keyboard.press('Control+6')
  await page.getByRole('tab', { name: 'Channels & touchpoints' }).click()
  await page.getByRole('button', { name: 'Add a channel' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('Give it a name.')).toBeVisible()
  await form.getByLabel('Name').fill('Search ads')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await expect(rowOf(page, 'Search ads')).toContainText('Rented')

  await page.getByRole('button', { name: 'Add a touchpoint' }).click()
  await form.getByLabel('Name').fill('Gift sets')
  await form.getByRole('combobox', { name: 'Channel' }).click()
  await page.getByRole('option', { name: 'Search ads' }).click()
  await form.getByLabel('Budget').fill('2,000')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await expect(rowOf(page, 'Gift sets')).toContainText('Budget USD 2,000.00, 0% spent')

  await page.getByRole('tab', { name: 'Costs' }).click()
  await page.getByRole('button', { name: /^Gift sets/ }).click()
  await page.getByRole('button', { name: 'Add a cost' }).click()
  await form.getByLabel('Amount').fill('500')
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form).toBeHidden()

  await page.getByRole('tab', { name: 'Channels & touchpoints' }).click()
  await expect(rowOf(page, 'Gift sets')).toContainText('25% spent')
  await expect(rowOf(page, 'Search ads')).toContainText('USD 500.00')
  await rowOf(page, 'Gift sets').getByRole('button').click()
  await form.getByRole('button', { name: 'Remove Gift sets' }).click()
  await expect(rowOf(page, 'Gift sets')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'Gift sets')).toBeVisible()
})

test('the worked example of the calculator comes out to the cent, and a slider moves it', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.keyboard.press('Control+6')
  await page.getByRole('tab', { name: 'What if' }).click()
  await expect(figureOf(page, 'A new customer costs')).toContainText('there is no new customer yet')
  await page.getByRole('button', { name: 'The worked example' }).click()
  await expect(figureOf(page, 'A new customer costs')).toHaveText('USD 1,000.00')
  await expect(figureOf(page, 'With those who were referred')).toHaveText('USD 833.33')
  await expect(figureOf(page, 'With repeat business as well')).toHaveText('USD 714.29')
  await page.getByRole('slider', { name: /^Referred by customers/ }).press('Home')
  await expect(figureOf(page, 'With those who were referred')).toHaveText('USD 1,000.00')
})
