import type { Page } from '@playwright/test'

/** Chooses by its words what a customer's page offers behind its button for more. */
export async function chooseOnPage(page: Page, words: string, more = 'More actions'): Promise<void> {
  await page.getByRole('article').getByRole('button', { name: more }).click()
  await page.getByRole('menuitem', { name: words, exact: true }).click()
}
