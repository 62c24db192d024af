import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, ready, test } from './app'

/** The places that exist, by their key. */
const PLACE_KEYS = ['2', '3', '9']
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page as it stands, one line a fault. */
async function faults(page: Page): Promise<string[]> {
  // Electron has no page for axe's blank helper window; the legacy mode needs none.
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode().analyze()
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`),
  )
}

for (const theme of ['light', 'dark'] as const) {
  test(`every place is free of accessibility faults, ${theme}`, async ({ launch }) => {
    const { page } = await launch()
    await ready(page)
    await page.emulateMedia({ colorScheme: theme })
    expect(await faults(page), 'empty notebook').toEqual([])
    await page.getByRole('button', { name: 'Look around with a sample' }).click()
    await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
    for (const key of PLACE_KEYS) {
      await page.keyboard.press(`Control+${key}`)
      expect(await faults(page), `place ${key}`).toEqual([])
    }
    await page.keyboard.press('Control+3')
    await page.getByLabel('Search the notebook').fill('bamboo')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toBeVisible()
    expect(await faults(page), 'a customer').toEqual([])
  })
}
