import type { Page } from '@playwright/test'
import { expect } from './app'

/** Opens the settings, once the window listens to keys. */
export async function openSettings(page: Page): Promise<void> {
  await page.locator('html[data-app-state="ready"]').waitFor()
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
}
