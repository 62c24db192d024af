import { expect, ready, test } from './app'

test('figures lead to the customers behind them, and the orchard to a page', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+7')
  const funnel = page.getByRole('region', { name: 'Funnel' })
  await funnel.getByRole('button', { name: /^Order/ }).click()
  const behind = page.getByRole('dialog', { name: 'Behind “Order”' })
  await expect(behind.getByText(/^\d+ customers$/)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Orchard' }).click()
  const trees = page.getByRole('listbox', { name: /^The orchard/ })
  await trees.focus()
  const first = await trees.getByRole('option').textContent()
  await page.keyboard.press('ArrowRight')
  await expect(trees.getByRole('option')).not.toHaveText(first ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
})
