import type { Page } from '@playwright/test'
import { expect, type Scene } from './photographer'

const WORDS = 'four words nobody guesses'

/** The lock: turned on, its sheet, and the screen that asks for the passphrase. Last, since it writes the notebook anew. */
export const lockScenes: readonly Scene[] = [
  {
    name: 'lock',
    async show(photographer) {
      const { page, words } = photographer
      await photographer.go(9)
      await photographer.button('lock.turnOn').click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await photographer.picture('lock-turn-on')
      const fields = page.getByRole('dialog').locator('input')
      await fields.nth(0).fill(WORDS)
      await fields.nth(1).fill(WORDS)
      await page.keyboard.press('Enter')
      const groups = page.getByTestId('recovery-code').getByRole('listitem')
      await expect(groups).toHaveCount(8)
      await photographer.scrolled('lock-sheet')
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('checkbox').check()
      await sheet.getByLabel(words('lock.lastGroup')).fill((await groups.allInnerTexts()).at(-1) ?? '')
      await page.keyboard.press('Enter')
      await isSealed(page)
      await photographer.go(9)
      await photographer.button('lock.change').scrollIntoViewIfNeeded()
      await photographer.picture('lock-on')
      await page.keyboard.press('Control+Shift+l')
      await page.locator('html[data-app-state="locked"]').waitFor()
      await photographer.picture('locked')
      await photographer.button('lock.forgot').click()
      await photographer.picture('locked-recover')
    },
  },
]

/** Waits until the notebook was written anew and stands in the window again. */
async function isSealed(page: Page): Promise<void> {
  const state = () =>
    page
      .evaluate(() => window.orchard.call['lock:state']())
      .then((now) => now.ok && now.value.isOn && now.value.work === null)
      // The page is loaded anew meanwhile.
      .catch(() => false)
  await expect.poll(state).toBe(true)
  await page.locator('html[data-app-state="ready"]').waitFor()
}
