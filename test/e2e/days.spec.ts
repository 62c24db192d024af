import type { Page } from '@playwright/test'
import { expect, startOn, test } from './app'
import { openSettings } from './openSettings'

/** The week before Golden Week, which the State Council has decreed for 1 to 7 October 2026. */
const MONDAY = new Date('2026-09-21T09:30:00')

test('holidays and our own closed days move touches, say why, and stand on the timeline', async ({
  launch,
}) => {
  const { page } = await launch()
  await sampleOnMonday(page)

  await page.keyboard.press('Control+4')
  await expect(page.getByRole('region', { name: 'Calendar' })).toBeVisible()
  const daysOff = page.getByRole('listitem').filter({ hasText: 'National Day in China' })
  await expect(daysOff).toHaveAttribute('title', /1 Oct.* to .*7 Oct.*: National Day in China/)
  await picture(page, 'timeline')

  await openSettings(page)
  const section = page.getByRole('region', { name: 'Days and load' })
  await expect(section.getByLabel('Our country')).toHaveValue('CN')
  await section.getByLabel('Name').first().fill('Inventory')
  await section.getByLabel('From', { exact: true }).fill('2026-09-28')
  await section.getByLabel('To', { exact: true }).fill('2026-09-21')
  await section.getByRole('button', { name: 'Add' }).first().click()
  await expect(section.getByRole('alert')).toHaveText('The last day lies before the first.')
  await section.getByLabel('To', { exact: true }).fill('2026-09-30')
  await section.getByRole('button', { name: 'Add' }).first().click()
  await expect(section.getByRole('row', { name: /Inventory/ })).toBeVisible()
  await section.getByLabel('Days between two letters').fill('1.5')
  await section.getByLabel('Days between two letters').press('Enter')
  await expect(section.getByText('A whole number, please.')).toBeVisible()
  await section.getByLabel('Days between two letters').fill('3')
  await section.getByLabel('Days between two letters').press('Enter')
  await section.getByLabel('Touches a day').fill('4')
  await section.getByLabel('Touches a day').press('Enter')
  await section.scrollIntoViewIfNeeded()
  await picture(page, 'settings')

  await page.keyboard.press('Control+4')
  await expect(page.getByRole('listitem').filter({ hasText: 'We are closed: Inventory' })).toBeVisible()
  await picture(page, 'timeline-closed')

  await openSettings(page)
  await section.getByRole('button', { name: /^Remove Inventory/ }).click()
  await expect(section.getByRole('row', { name: /Inventory/ })).toHaveCount(0)
  await page.keyboard.press('Control+4')
  await expect(daysOff).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Inventory' })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('listitem').filter({ hasText: 'Inventory' })).toBeVisible()
})

async function sampleOnMonday(page: Page): Promise<void> {
  await startOn(page, MONDAY)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  // Made by a thread of its own, which a busy machine may keep waiting.
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible({ timeout: 60_000 })
}

/** With ORCHARD_PICTURES set to a folder, leaves what was seen there. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ORCHARD_PICTURES
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}
