import type { Page } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, type RunningApp, ready, test } from './app'
import { chooseOnPage } from './chooseOnPage'
import { dumpNotebook, liveRecords } from './notebookDump'

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

test('what is typed while a note is on its way stays in the field, and a key that is held down keeps the note once', async ({
  launch,
}) => {
  const page = await pageOfOneLead(launch)
  const note = page.getByRole('textbox', { name: 'Quick note' })
  await note.fill('Wants the oak version')
  // All in one turn of the window: no answer can have come in between.
  await note.evaluate((field: HTMLTextAreaElement) => {
    const keep = () =>
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))
    keep()
    keep()
    const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    setValue?.call(field, `${field.value}\nand the lids`)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByText('Wants the oak version')).toHaveCount(1)
  await expect(note).toHaveValue('and the lids')
  await note.press('Control+Enter')
  await expect(note).toHaveValue('')
  await expect(timeline.getByText('and the lids')).toBeVisible()
  const notes = liveRecords(await dumpNotebook(page), 'interactions').filter(({ kind }) => kind === 'note')
  expect(notes.map(({ text }) => text).sort()).toEqual(['Wants the oak version', 'and the lids'])
})

test('a fact is kept once however often Enter is pressed, and the next one is not lost with it', async ({
  launch,
}) => {
  const page = await pageOfOneLead(launch)
  const fact = page.getByLabel('New fact, Enter')
  await fact.fill('No gold rim')
  await fact.evaluate((field: HTMLInputElement) => {
    field.form?.requestSubmit()
    field.form?.requestSubmit()
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    setValue?.call(field, 'Matt glazes')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await expect(page.getByRole('button', { name: /: No gold rim$/ })).toBeVisible()
  await expect(fact).toHaveValue('Matt glazes')
  await fact.press('Enter')
  await expect(page.getByRole('button', { name: /: Matt glazes$/ })).toBeVisible()
  await expect(fact).toHaveValue('')
  const facts = liveRecords(await dumpNotebook(page), 'facts')
  expect(facts.map(({ text }) => text).sort()).toEqual(['Matt glazes', 'No gold rim'])
})

test('the history of a page says in words what a field said, not how it is kept', async ({ launch }) => {
  const page = await pageOfOneLead(launch)
  await page.getByLabel('Stage').selectOption('order')
  await page.getByLabel('Country').selectOption('SE')
  await chooseOnPage(page, 'History')
  const history = page.getByRole('dialog')
  await expect(history.getByText('Country of Nordlund Hem AB')).toBeVisible()
  await expect(history.getByText('Sweden')).toBeVisible()
  await expect(history.getByText('Customer', { exact: true })).toBeVisible()
  await expect(history.getByText('Lead', { exact: true })).toBeVisible()
})

test('what a page offers behind its button is chosen by keys, and the focus comes back to the button', async ({
  launch,
}) => {
  const page = await pageOfOneLead(launch)
  const more = page.getByRole('article').getByRole('button', { name: 'More actions' })
  await more.press('Enter')
  const entry = (name: string) => page.getByRole('menuitem', { name, exact: true })
  await expect(entry('Relate')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(entry('Relate')).toHaveCount(0)
  await expect(more).toBeFocused()

  await more.press('Enter')
  await expect(entry('Relate')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(entry('History')).toBeFocused()
  await page.keyboard.press('Enter')
  const history = page.getByRole('dialog')
  await expect(history.getByRole('heading', { name: /Nordlund Hem AB/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(history).toHaveCount(0)
})

test('news and an enquiry that one hears of are written down by hand, and each offers its plan', async ({
  launch,
}) => {
  const page = await pageOfOneLead(launch)
  for (const [kind, words, plan] of [
    ['news', 'Anna is head of purchasing now', 'Congratulation on news'],
    ['enquiry', 'Asks for 4,000 oak bowls', 'Platform enquiry'],
  ] as const) {
    await page.getByLabel('Kind of note').selectOption(kind)
    await expect(page.getByLabel('Who spoke')).toHaveCount(0)
    await page.getByRole('textbox', { name: 'Quick note' }).fill(words)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: new RegExp(plan) })).toBeVisible()
  }
})

/** A new notebook with one lead in it, Nordlund, whose page is open. */
async function pageOfOneLead(launch: () => Promise<RunningApp>): Promise<Page> {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Nordlund Hem AB', 'Anna Nordlund')
  await openPage(page, 'Nordlund')
  return page
}

async function openPage(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill(words)
  // The finder may not have heard of a lead that was saved a moment ago.
  await expect(page.getByRole('listitem').getByRole('button', { name: new RegExp(words) })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: new RegExp(words) })).toBeVisible()
}
