import { expect, ready, test } from './app'
import { axeFaults as faults } from './axeFaults'

/** The places that exist, by their key. */
const PLACE_KEYS = ['1', '2', '3', '4', '8', '9']

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
    await page.keyboard.press('Control+e')
    await page.getByRole('radio', { name: /^Advertising audience/ }).check()
    await expect(page.getByText('What leaves this computer')).toBeVisible()
    expect(await faults(page), 'the export dialog').toEqual([])
  })
}
