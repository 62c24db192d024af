import { expect, ready, test } from './app'

test('an empty notebook offers a sample, and one undo takes it away', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill('bamboo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
})
