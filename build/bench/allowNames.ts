import type { Page } from '@playwright/test'

/**
 * Gives a window what functions that we hand it may call: what runs our TypeScript gives functions their names by a helper
 * that the page does not have.
 */
export async function allowNames(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name = (target) => target')
}
