import { captureLead, createFair, expectLeadSaved } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { outOfReach } from './outOfReach'

test('the steps of the first hour tick themselves off, in any order, and go for good when all are done', async ({
  launch,
}) => {
  const first = await launch()
  const { page } = first
  await ready(page)
  const guide = page.getByRole('region', { name: 'Your first hour' })
  await expect(guide).toContainText('0 of 5')
  await createFair(page)
  await page.keyboard.press('Control+1')
  await expect(guide).toContainText('1 of 5')
  // All of it can be reached in the smallest window, where it is higher than the place.
  await page.setViewportSize({ width: 1024, height: 640 })
  await expect.poll(() => outOfReach(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await guide.getByRole('button', { name: 'Take a backup' }).click()
  await expect(guide).toContainText('2 of 5')

  // Without a plan nothing is due on the day of the meeting: the guide sends nobody to a line that is not there.
  await guide.getByRole('button', { name: 'Capture a real lead' }).click()
  await page.getByLabel('Company').fill('Ferm ApS')
  await page.keyboard.press('Control+Enter')
  await expectLeadSaved(page)
  await page.keyboard.press('Control+1')
  // Who has a lead of their own need not look around.
  await expect(guide).toContainText('4 of 5')
  await expect(guide).toContainText('Nothing is due yet')
  const waiting = page.getByText('Captured today, no plan yet')
  await expect(waiting.locator('..')).toContainText('Ferm ApS')
  await page.keyboard.press('f')
  await expect(waiting).toBeHidden()
  await expect(guide).toContainText('take the letter your own way')

  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await page.keyboard.press('Control+1')

  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: /Nordlund Hem AB/ }).click()
  await page.getByLabel('Kind of note').selectOption('message')
  await page.getByLabel('Who spoke').selectOption('out')
  await page.getByRole('textbox', { name: 'Quick note' }).fill('Thank you for your visit')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^The first hour is done/)).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(guide).toHaveCount(0)
  await first.app.close()

  const second = await launch()
  await ready(second.page)
  await second.page.keyboard.press('Control+1')
  await expect(second.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(second.page.getByRole('region', { name: 'Your first hour' })).toHaveCount(0)
})

test('who closes the guide keeps the offer of a sample, and never sees the guide again', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  const guide = page.getByRole('region', { name: 'Your first hour' })
  await guide.getByRole('button', { name: 'Close this guide for good' }).click()
  await expect(guide).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Look around with a sample' })).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(page.getByRole('button', { name: 'Look around with a sample' })).toBeVisible()
  await expect(guide).toHaveCount(0)
})
