import type { Page } from '@playwright/test'
import { captureLead, createFair, daysFromToday } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { chooseOnPage } from './chooseOnPage'

test('what stands on a page can be rewritten and removed where it stands, and taken back', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await page.keyboard.press('Control+3')
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /Nordlund/ })
    .click()
  const timeline = page.getByRole('region', { name: 'Timeline' })

  await page.getByRole('textbox', { name: 'Quick note' }).fill('Wants oak !send the catalogue')
  await page.keyboard.press('Control+Enter')
  await timeline.getByRole('button', { name: 'Note: change' }).click()
  const words = timeline.getByRole('textbox', { name: 'Words' })
  await words.fill('Wants walnut !send the price list')
  await words.press('Enter')
  await expect(timeline.getByText('Wants walnut !send the price list')).toBeVisible()
  const note = timeline.getByRole('button', { name: 'Note: change' })
  await expect(note).toBeFocused()
  await page.keyboard.press('Enter')
  await words.fill('Never mind')
  await words.press('Escape')
  await expect(timeline.getByText('Wants walnut')).toBeVisible()

  // The mark in the rewritten note made no second promise.
  const promise = timeline.getByRole('button', { name: 'I promised: change' })
  await expect(promise).toHaveCount(1)
  await promise.click()
  await words.fill('send the catalogue and prices')
  await timeline.getByLabel('Due day').fill(daysFromToday(9))
  await timeline.getByRole('button', { name: 'Save' }).click()
  await expect(timeline.getByRole('listitem').filter({ hasText: 'catalogue and prices' })).toContainText(
    '9 days',
  )

  await note.click()
  await timeline.getByRole('button', { name: 'Remove Note' }).click()
  await expect(timeline.getByText('Wants walnut')).toHaveCount(0)
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(timeline.getByText('Wants walnut')).toBeVisible()

  await rewrite(page, 'Website', 'https://nordlund.example')
  await rewrite(page, 'Tags', 'oak, key account')
  await expect(page.getByRole('button', { name: 'Tags: oak, key account' })).toBeVisible()

  await page.getByRole('button', { name: 'Quote', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Product 1').fill('Bowl')
  await dialog.getByLabel('Quantity 1').fill('4000')
  await dialog.getByLabel('Price a piece 1').fill('1.92')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(timeline.getByText('7,680.00')).not.toHaveCount(0)
  // Nobody said of what unit they are.
  await expect(timeline.getByText('4,000', { exact: true })).toBeVisible()
  await timeline.getByRole('button', { name: 'Quote: change' }).click()
  await expect(dialog.getByLabel('Price a piece 1')).toHaveValue('1.92')
  await dialog.getByLabel('Price a piece 1').fill('2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(timeline.getByText('8,000.00')).not.toHaveCount(0)
  await timeline.getByRole('button', { name: 'Quote: change' }).click()
  await dialog.getByRole('button', { name: 'Remove Quote' }).click()
  await expect(timeline.getByText('8,000.00')).toHaveCount(0)
})

test('what became of papers and how customers are tied is changed in place, and taken back by name', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await captureLead(page, 'Casa Ferraris', 'Marco Ferraris')
  await page.keyboard.press('Control+3')
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /Nordlund/ })
    .click()
  const timeline = page.getByRole('region', { name: 'Timeline' })
  const dialog = page.getByRole('dialog')

  await page.getByRole('button', { name: 'Quote', exact: true }).click()
  await dialog.getByLabel('Number').fill('Q-7')
  await dialog.getByLabel('Product 1').fill('Bowl')
  await dialog.getByLabel('Quantity 1').fill('4000')
  await dialog.getByLabel('Price a piece 1').fill('1.92')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const status = timeline.getByRole('combobox', { name: 'Status: Quote Q-7' })
  await expect(status).toHaveValue('open')
  await status.selectOption('declined')
  await expect(status).toHaveValue('declined')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: Quote for Nordlund Hem AB is declined')).toBeVisible()
  await expect(status).toHaveValue('open')
  await timeline.getByRole('button', { name: 'Quote Q-7: what it said before' }).press('Enter')
  await expect(dialog.getByText('Undone: Quote for Nordlund Hem AB is declined')).toBeVisible()
  await expect(dialog.getByText('Status open → declined')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Sample', exact: true }).click()
  await dialog.getByLabel('What').fill('Two bowls')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await timeline.getByRole('button', { name: 'Outcome: outcome?' }).click()
  await timeline.getByRole('textbox', { name: 'Outcome' }).fill('too dark')
  await page.keyboard.press('Enter')
  await expect(timeline.getByRole('button', { name: 'Outcome: too dark' })).toBeVisible()

  await chooseOnPage(page, 'Relate')
  await dialog.getByLabel('Other customer').fill('Ferraris')
  await dialog.getByRole('button', { name: 'Casa Ferraris' }).click()
  await page.getByRole('button', { name: 'referred by Casa Ferraris: change' }).click()
  await dialog.getByLabel('Relation').selectOption('agent')
  await dialog.getByLabel('Note').fill('for Italy')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const tie = page.getByRole('button', { name: 'agent is Casa Ferraris: change' })
  await expect(tie).toHaveText('agent is · for Italy')
  await tie.click()
  await dialog.getByRole('button', { name: 'Remove Relation' }).click()
  await expect(tie).toHaveCount(0)
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(tie).toBeVisible()
})

test('a line that is half rewritten, and a half-written fact, are there after the window was loaded anew', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  const open = () =>
    page
      .getByRole('listitem')
      .getByRole('button', { name: /Nordlund/ })
      .click()
  await page.keyboard.press('Control+3')
  await open()
  const timeline = page.getByRole('region', { name: 'Timeline' })
  const words = timeline.getByRole('textbox', { name: 'Words' })
  const facts = page.getByLabel('New fact, Enter')
  await timeline.getByRole('button', { name: 'Met: change' }).click()
  await words.fill('Wants walnut, not')
  await facts.fill('No gold')
  await expect.poll(() => keptEdits(page)).toEqual(['No gold', 'Wants walnut, not'])
  await page.reload()
  await ready(page)
  await page.keyboard.press('Control+3')
  await open()
  await expect(words).toHaveValue('Wants walnut, not')
  await expect(words).not.toBeFocused()
  await expect(facts).toHaveValue('No gold')
  await words.fill('Wants walnut, not oak')
  await words.press('Enter')
  await expect(timeline.getByText('Wants walnut, not oak')).toBeVisible()
  await facts.press('Enter')
  await expect(page.getByRole('button', { name: /: No gold$/ })).toBeVisible()
  await expect.poll(() => keptEdits(page)).toEqual([])
})

test('a fair is edited from its header', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await page.getByRole('button', { name: /^Edit Tavola/ }).click()
  await expect(page.getByLabel('Our people at the booth')).toHaveValue('Linh, Minh')
  await page.getByLabel('Booth', { exact: true }).fill('D12')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('booth D12')).toBeVisible()
  await expect(page.getByText('Linh, Minh')).toBeVisible()
})

async function rewrite(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `${label}: –` }).click()
  await page.getByRole('textbox', { name: label }).fill(value)
  await page.keyboard.press('Enter')
}

/** The words of the edits that wait on the disk, sorted. */
function keptEdits(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const listed = await window.orchard.call['draft:list']()
    const drafts = listed.ok ? listed.value : []
    return drafts
      .filter(({ name }) => name.startsWith('edit-'))
      .map(({ text }) => (JSON.parse(text) as { fields: { text: string } }).fields.text)
      .sort()
  })
}
