import type { Page } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'

test('a half-written note stays with its customer, over other pages and a restart, until it is kept', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await captureLead(page, 'Alfa Trading', 'Ms Alfa')
  await openPage(page, 'Nordlund')
  const note = page.getByRole('textbox', { name: 'Quick note' })
  await note.fill('Wants the oak version')
  await page.getByLabel('Kind of note').selectOption('call')
  await openPage(page, 'Alfa')
  await expect(note).toHaveValue('')
  await openPage(page, 'Nordlund')
  await expect(note).toHaveValue('Wants the oak version')
  await app.close()

  const second = await launch()
  await ready(second.page)
  await openPage(second.page, 'Nordlund')
  const again = second.page.getByRole('textbox', { name: 'Quick note' })
  await expect(again).toHaveValue('Wants the oak version')
  await expect(second.page.getByLabel('Kind of note')).toHaveValue('call')
  await again.press('Control+Enter')
  await expect(again).toHaveValue('')
  await expect(second.page.getByText('Wants the oak version')).toBeVisible()
  await openPage(second.page, 'Alfa')
  await openPage(second.page, 'Nordlund')
  await expect(again).toHaveValue('')
})

async function openPage(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: new RegExp(words) })).toBeVisible()
}
