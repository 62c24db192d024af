import type { Page } from '@playwright/test'
import { createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { cutWords, outOfReach } from './outOfReach'

const PLACES = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

for (const theme of ['light', 'dark'] as const) {
  test(`in booth mode every place, and a customer with prices hidden as well, is free of faults and whole in the smallest window, ${theme}`, async ({
    launch,
  }) => {
    const { page } = await launch()
    await ready(page)
    await lookAround(page, theme)
    for (const key of PLACES) {
      await page.keyboard.press(`Control+${key}`)
      await expectWhole(page, `place ${key}`)
    }
    await page.keyboard.press('Control+3')
    await page.getByLabel('Search the notebook').fill('bamboo')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toBeVisible()
    await page.keyboard.press('F7')
    await expectWhole(page, 'a customer')
  })
}

async function expectWhole(page: Page, where: string): Promise<void> {
  expect(await axeFaults(page), where).toEqual([])
  expect(await outOfReach(page), where).toEqual([])
  expect(await cutWords(page), where).toEqual([])
}

/** The smallest window with the sample in it, in booth mode. */
async function lookAround(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 640 })
  await page.emulateMedia({ colorScheme: theme })
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('F6')
  await expect(page.locator('html')).toHaveAttribute('data-booth')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
}

test('booth mode is remembered by this computer and goes as it came', async ({ launch }) => {
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  const company = first.page.getByLabel('Company')
  const size = () => company.evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize))
  const before = await size()
  await company.focus()
  await first.page.keyboard.press('F6')
  await expect.poll(size).toBeGreaterThan(before)
  await first.app.close()

  const { page } = await launch()
  await ready(page)
  await expect(page.locator('html')).toHaveAttribute('data-booth')
  await page.keyboard.press('Control+9')
  const choice = page.getByRole('switch', { name: 'Booth mode' })
  await expect(choice).toBeChecked()
  await page.keyboard.press('F6')
  await expect(choice).not.toBeChecked()
  await expect(page.locator('html')).not.toHaveAttribute('data-booth')
})

test('compact rows let more customers stand in sight, and stay so', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  const first = page.locator('main li').first()
  const height = async () => (await first.boundingBox())?.height ?? 0
  await page.keyboard.press('Control+3')
  await expect(first).toHaveText(/\w/)
  const comfortable = await height()
  await page.keyboard.press('Control+9')
  await page.getByText('Compact', { exact: true }).click()
  await page.keyboard.press('Control+3')
  await expect(first).toHaveText(/\w/)
  const compact = await height()
  expect(compact).toBeLessThan(comfortable)
  // A row that is measured while it stands there follows, too.
  await page.keyboard.press('F6')
  await expect.poll(height).toBeGreaterThan(compact)
  await expect.poll(() => cutWords(page)).toEqual([])
})

test('whoever asks for less motion sees none', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moving = () =>
    page.evaluate(() => {
      const moves = (element: Element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return [transitionDuration, animationDuration].some((times) =>
          times.split(', ').some((time) => Number.parseFloat(time) > 0),
        )
      }
      return [...document.querySelectorAll('body *')]
        .filter(moves)
        .map(({ outerHTML }) => outerHTML.slice(0, 80))
    })
  for (const key of ['1', '2', '4', '9']) {
    await page.keyboard.press(`Control+${key}`)
    expect(await moving(), `place ${key}`).toEqual([])
  }
})
