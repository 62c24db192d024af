import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, ready, test } from '../e2e/app'

/** The browser that drew the recorded pictures: another one draws letters a little otherwise. */
const RECORDED_WITH = path.join(import.meta.dirname, 'baselines/recorded-with.txt')
const WEDNESDAY = new Date('2026-11-18T10:00:00Z')
type Theme = 'light' | 'dark'

test('the first screen, a customer’s page, the timeline and the settings look as they were recorded', async ({
  launch,
}, { config }) => {
  const { page } = await launch(['--lang=en'])
  const browser = await browserOf(page)
  const isRecording = config.updateSnapshots === 'all' || config.updateSnapshots === 'changed'
  if (isRecording) writeFileSync(RECORDED_WITH, `${browser}\n`)
  const recorded = existsSync(RECORDED_WITH) ? readFileSync(RECORDED_WITH, 'utf8').trim() : ''
  test.skip(
    browser !== recorded && process.env.ORCHARD_VISUAL !== '1',
    `the pictures were drawn by ${recorded}, this is ${browser}`,
  )
  // Days and hours stand still; the window may have read the real day before, so it starts again.
  await page.clock.setFixedTime(WEDNESDAY)
  await page.setViewportSize({ width: 960, height: 600 })
  await page.reload()
  await ready(page)

  await look(page, 'first-screen', 'Control+2', 'New fair', ['light'])
  await page.keyboard.press('Control+2')
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await page.keyboard.press('Control+3')
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.locator('main li').first().getByRole('button').click()
  await expect(page.getByRole('article')).toBeVisible()
  await look(page, 'customer', 'Control+3', 'Give a piece', ['light', 'dark'])
  await look(page, 'timeline', 'Control+4', 'Load a day', ['dark'])
  await look(page, 'settings', 'Control+9', 'About me', ['light'])
})

/** Looks at a place as soon as the words `sign` stand in it; every picture is compared, also after one that differs. Few, since each stays in the history. */
async function look(
  page: Page,
  name: string,
  key: string,
  sign: string,
  themes: readonly Theme[],
): Promise<void> {
  for (const theme of themes) {
    await page.keyboard.press('Control+9')
    // The radio itself is drawn by its label.
    await page.locator('label', { hasText: theme === 'light' ? /^Light$/ : /^Dark$/ }).click()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    await page.keyboard.press(key)
    await expect(page.getByText(sign, { exact: true }).first()).toBeVisible()
    // The cursor's ring stands where a person would last have been.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.mouse.move(0, 0)
    // When something was saved is told by the main process's clock, which goes on.
    const mask = [page.locator('section[class*="status"]'), page.locator('.mantine-Notifications-root')]
    if (name === 'customer')
      await expect.soft(page.getByRole('article')).toHaveScreenshot(`${name}-${theme}.png`, { mask })
    else await expect.soft(page).toHaveScreenshot(`${name}-${theme}.png`, { mask })
  }
}

async function browserOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { product } = await session.send('Browser.getVersion')
  await session.detach()
  return product
}
