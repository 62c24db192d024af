import { expect, ready, test } from './app'

test('the sample’s orders say enough: a page tells what a customer is expected to bring, as a range', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+3')
  await page.getByRole('combobox', { name: 'Segment' }).selectOption('Late against their own rhythm')
  await page.locator('li[aria-posinset="1"]').getByRole('button').click()
  const paper = page.getByRole('article')
  await paper.getByRole('button', { name: 'Tell the expected value' }).click()
  const range = paper.getByText(/^expected in three years, CNY [\d,.]+ to CNY [\d,.]+$/)
  await expect(range).toBeVisible()
  const amounts = (await range.locator('xpath=..').textContent())?.match(/[\d,]+\.\d\d/g) ?? []
  const [expected = 0, low = 0, high = 0] = amounts.map((amount) => Number(amount.replaceAll(',', '')))
  expect([low > 0, low <= expected, expected <= high]).toEqual([true, true, true])
  const folder = process.env.ORCHARD_PICTURES
  if (folder !== undefined) await page.screenshot({ path: `${folder}/expected-value.png` })
})
