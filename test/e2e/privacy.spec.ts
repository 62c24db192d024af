import type { Page } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { chooseOnPage } from './chooseOnPage'

const OTHERS = ['Distribuidora Araucaria', 'Valentina', 'Halfway Traders']

test('with the privacy key no place names another customer or a price, to the eye or to a screen reader', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Distribuidora Araucaria', 'Valentina Ibáñez')
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await page.getByLabel('Company').fill('Halfway Traders')
  await page.keyboard.press('Escape')
  const aside = page.getByRole('button', { name: 'Halfway Traders', exact: true })
  await expect(aside).toBeVisible()
  await page.keyboard.press('F7')
  await expect(aside).toHaveCount(0)
  await namesNobody(page)
  await page.keyboard.press('F7')
  await expect(aside).toBeVisible()

  await openPage(page, 'Nordlund')
  await page.getByRole('textbox', { name: 'Quick note' }).fill('Offered USD 0.78 for 5,000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Offered USD 0.78 for 5,000')).toBeVisible()

  const warmth = page.getByRole('button', { name: 'What warmth 34 is made of' })
  await warmth.focus()
  await expect(page.getByRole('tooltip')).toHaveText(/^Met .*\+34$/)

  await page.keyboard.press('F7')
  await expect(page.getByText('Offered ••• for 5,000')).toBeVisible()
  await expect(warmth).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /Nordlund Hem AB/ })).toBeVisible()
  await expect(page.getByLabel('Search the notebook')).toHaveCount(0)
  await namesNobody(page)
  await chooseOnPage(page, 'History')
  await expect(page.getByRole('dialog').getByText('Hidden while somebody looks')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('Control+1')
  await expect(page.getByText('Hidden while somebody looks')).toBeVisible()
  await namesNobody(page)
  await page.keyboard.press('Control+4')
  await page.getByRole('radio', { name: 'Customer' }).click()
  await expect(page.getByRole('list', { name: 'Lanes' }).getByText('(hidden)').first()).toBeVisible()
  await page.getByRole('list', { name: 'Lanes' }).getByRole('button').first().click()
  await expect(page.getByText('Hidden while somebody looks')).toBeVisible()
  await namesNobody(page)
  await page.keyboard.press('Control+8')
  await expect(page.getByText('Hidden while somebody looks')).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog').getByText('Hidden while somebody looks')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('F7')
  await page.keyboard.press('q')
  await expect(page.getByRole('heading', { name: 'Evening queue' })).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.getByText('Hidden while somebody looks')).toBeVisible()
  await namesNobody(page)

  await page.keyboard.press('Control+2')
  await page.getByLabel('Company').fill('Distribuidora Araucari')
  await page.getByLabel('Person', { exact: true }).fill('Valentin')
  await expect(page.getByRole('region', { name: 'Met before' })).toBeVisible()
  await namesNobody(page)
})

/** Neither in the document, attributes and hidden words included, nor in what a screen reader is given. */
async function namesNobody(page: Page): Promise<void> {
  for (const name of OTHERS) {
    expect(await page.content()).not.toContain(name)
  }
  expect(await page.content()).not.toContain('0.78')
}

async function openPage(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill(words)
  // The finder may not have heard of a lead that was saved a moment ago.
  await expect(page.getByRole('listitem').getByRole('button', { name: new RegExp(words) })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Quick note' })).toBeVisible()
}
