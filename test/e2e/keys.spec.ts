import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'

test('under an open dialog no key changes the notebook, the place or opens a second dialog', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  const leads = page.getByRole('complementary', { name: 'Today’s leads' })
  await expect(leads.getByText('Nordlund Hem AB')).toBeVisible()

  await page.keyboard.press('F9')
  const report = page.getByRole('dialog', { name: /report/i })
  await expect(report).toBeVisible()
  await report.getByRole('button').first().focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+3')
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(1)

  await page.keyboard.press('Escape')
  await expect(report).toBeHidden()
  await expect(leads.getByText('Nordlund Hem AB')).toBeVisible()
  await expect(page.getByText(/^Undone/)).toHaveCount(0)
  await page.keyboard.press('Control+3')
  await expect(page.getByLabel('Search the notebook')).toBeVisible()
})
