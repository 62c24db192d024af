import type { Page } from '@playwright/test'
import { addDays, dayIn } from '#shared/time/calendarDay'
import { expect, ready, test } from './app'
import { type Dropped, dropFiles } from './importSteps'

/** Today in the sample's made-up past holds a cost in won, four months ago, for which it has no rate. */
const today = dayIn('UTC', Date.now())
const COST_DAY = addDays(today, -120)

/** As the European Central Bank publishes it: the currencies against the euro, the newest day first. */
function eurofxref(newest: string): Dropped {
  const lines = [0, -7, -14].map((days) => `${addDays(newest, days)},1.08,162.4,7.83,1480.2,`)
  const text = `Date,USD,JPY,CNY,KRW,\n${lines.join('\n')}\n`
  return { name: 'eurofxref-hist.csv', bytes: new TextEncoder().encode(text) }
}

async function takeRates(page: Page, newest: string): Promise<void> {
  await page.getByRole('button', { name: 'Import rates' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import rates' })
  await expect(dialog.getByRole('button', { name: /^Choose a file/ })).toBeVisible()
  await dropFiles(page, [eurofxref(newest)], '[role="dialog"] form')
  await expect(dialog.getByLabel('The other currency')).toHaveValue('EUR')
  await expect(dialog.getByRole('row').first()).toContainText('1 EUR = ')
  await dialog.getByRole('button', { name: /^Take \d+ rates$/ }).click()
  await expect(dialog).toBeHidden()
}

test('a rate that is missing is named, filled from a bank’s file, and every figure can be had in another currency and as a picture', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+7')
  const gap = page.getByText('Amounts are left out: rates are missing or too old for KRW → CNY')
  await gap.click()
  await expect(page.getByText(/^No rate from KRW to CNY for [^;]+$/)).toBeVisible()

  // Rates that are too old for the cost: how old they are is said, and they are not used.
  await takeRates(page, addDays(COST_DAY, -50))
  await expect(
    page.getByText(/^No rate from KRW to CNY .*; the one of .* is more than 31 days older/),
  ).toBeVisible()
  await expect(gap).toBeVisible()
  await takeRates(page, addDays(COST_DAY, 3))
  await expect(gap).toBeHidden()

  await recordPictures(page)
  const places = page
    .locator('section')
    .filter({ has: page.getByRole('button', { name: /^Copy a picture of / }) })
  await page.getByLabel('Currency', { exact: true }).selectOption('EUR')
  await inEuro(page)
  await places
    .first()
    .getByRole('button', { name: /^Copy a picture of / })
    .click()
  await expect(page.getByText('The picture is on the clipboard.')).toBeVisible()
  expect(await pictures(page)).toEqual([{ type: 'image/png', isPng: true, isSharp: true }])

  // The review keeps its own currency.
  await page.getByRole('tab', { name: 'Reports' }).click()
  const review = page.getByRole('article', { name: 'Monthly review' })
  await expect(review.getByRole('cell', { name: /^CNY / }).first()).toBeVisible()
  await page.getByLabel('Currency', { exact: true }).selectOption('EUR')
  await inEuro(page)
})

/** Every figure is in euro; only a sentence may name the currency that a price is kept in. */
async function inEuro(page: Page): Promise<void> {
  await expect(page.getByRole('cell', { name: /^EUR / }).first()).toBeVisible()
  await expect(page.getByRole('cell', { name: /^CNY / })).toHaveCount(0)
}

/** Writes down which pictures go to the clipboard; no test may depend on the machine's own. */
async function recordPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const copied: unknown[] = []
    ;(globalThis as Record<string, unknown>).copied = copied
    navigator.clipboard.write = async ([item]) => {
      const [type = ''] = item?.types ?? []
      const blob = await item?.getType(type)
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
      const isPng = String.fromCharCode(...bytes.subarray(1, 4)) === 'PNG'
      const { width = 0, height = 0 } = blob === undefined ? {} : await createImageBitmap(blob)
      copied.push({ type, isPng, isSharp: width > 600 && height > 100 })
    }
  })
}

function pictures(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (globalThis as Record<string, unknown>).copied as unknown[])
}
