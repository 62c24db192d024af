import type { Page } from '@playwright/test'
import { expect, startOn, test } from './app'

const MONDAY = new Date('2026-09-21T09:30:00')

test('a plan is edited, rehearsed, begun with many, moved to a new version, paused, and all of it undone', async ({
  launch,
}) => {
  const { page } = await launch()
  await startOn(page, MONDAY)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+4')
  await page.getByRole('tab', { name: 'Plans' }).click()
  await page.getByRole('button', { name: /^Quote follow-up/ }).click()
  const editor = page.getByRole('form', { name: 'Quote follow-up' })
  await expect(editor.getByText('Gives before it asks.')).toBeVisible()

  // What can't be is said, and nothing is saved.
  const second = editor.getByRole('listitem').nth(1)
  await second.getByLabel('Days').fill('10000')
  await editor.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(editor.getByRole('alert')).toHaveText('Step 2: The days must be a whole number from 0 to 730.')
  await second.getByLabel('Days').fill('9')
  // The question before the second gift: by keys, and the guard answers at once.
  await editor.getByRole('listitem').nth(2).getByLabel('What it is').press('Alt+ArrowUp')
  await expect(editor.getByText(/1 question comes before enough was given/)).toBeVisible()
  await editor.getByRole('listitem').nth(1).getByLabel('What it is').press('Alt+ArrowDown')
  await expect(editor.getByText('Gives before it asks.')).toBeVisible()

  // What a step says beyond its day: who it waits for, and by which way it goes. What can't be is said, nothing is lost.
  await second.getByText('Way to write, piece, who, conditions').click()
  await second.getByLabel('Way to write').selectOption('WeChat')
  await second.getByRole('button', { name: 'Add a condition' }).click()
  await second.getByRole('button', { name: 'Add a condition' }).click()
  await second.getByLabel('How it must be').last().selectOption('has come')
  await expect(second.getByText(/Two of its conditions can never hold together/)).toBeVisible()
  await second.getByRole('button', { name: 'Remove Condition 2' }).click()
  await expect(second.getByText('WeChat · only if they have not answered')).toBeVisible()
  await editor.getByLabel('Goal').selectOption('an order')

  await editor.getByLabel('For which customer?').fill('a')
  await expect(editor.getByText('What makes the price').last()).toBeVisible()
  await picture(page, 'editor')
  await editor.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(page.getByText('Quote follow-up saved as version 2')).toBeVisible()

  await editor.getByRole('button', { name: 'Put customers on it…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Whom').fill('a')
  await expect(dialog.getByText(/people, \d+ touches in 90 days/)).toBeVisible()
  await expect(dialog.getByText('only if they have not answered').first()).toBeVisible()
  await picture(page, 'dry-run')
  const confirm = dialog.getByRole('button', { name: /^Put \d+ people on it/ })
  const count = Number((await confirm.textContent())?.match(/\d+/)?.[0])
  expect(count).toBeGreaterThan(50)
  await confirm.click()
  await expect(dialog).toHaveCount(0)
  await expect(editor.getByText(`${count} people are on it.`)).toBeVisible()

  // A new version: whoever is on the plan keeps theirs until it is said otherwise.
  await editor.getByRole('listitem').nth(1).getByLabel('Days').fill('11')
  await editor.getByRole('button', { name: 'Save as version 3' }).click()
  await expect(editor.getByText(`${count} are on an older version.`)).toBeVisible()
  await editor.getByRole('listitem').nth(1).getByLabel('Days').fill('12')
  await editor.getByLabel(`Move all ${count} running people to the new version.`, { exact: false }).check()
  await editor.getByRole('button', { name: 'Save as version 4' }).click()
  await expect(editor.getByText('Version 4.')).toBeVisible()
  await expect(editor.getByText(/on an older version/)).toHaveCount(0)

  await editor.getByRole('button', { name: 'Pause all' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Pause ${count}` })
    .click()
  await expect(editor.getByText(`Nobody is on it, ${count} paused.`)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  // More than a slip of the hand: it is asked.
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(editor.getByText(`${count} people are on it.`)).toBeVisible()
  await picture(page, 'plans')

  // A segment from the notebook's list, on another plan, taken back by its name.
  await page.keyboard.press('Control+3')
  const segments = page.getByRole('combobox', { name: 'Segment' })
  await segments.selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Put on a plan…' }).click()
  await dialog.getByLabel('Which plan').selectOption('Quarterly review')
  await expect(dialog.getByText(/touch(es)? in 90 days/)).toBeVisible()
  await picture(page, 'segment')
  await dialog.getByRole('button', { name: /^Put \d+ (person|people) on it/ }).click()
  await expect(page.getByText(/on Quarterly review now/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/Undone: \d+ put on Quarterly review/)).toBeVisible()
})

/** With ORCHARD_PICTURES set to a folder, leaves what was seen there. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ORCHARD_PICTURES
  if (folder !== undefined) await page.screenshot({ path: `${folder}/plans-${name}.png` })
}
