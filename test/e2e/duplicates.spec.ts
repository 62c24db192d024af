import type { Page } from '@playwright/test'
import { createFair, expectLeadSaved } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { dumpNotebook, liveRecords } from './notebookDump'

interface Lead {
  readonly company: string
  readonly person: string
  readonly email: string
  readonly country: string
}

/** One buyer, twice: the second card was written by a colleague who did not look. */
const ONCE: Lead = {
  company: 'Nordlund Hem AB',
  person: 'Anna Nordlund',
  email: 'anna@nordlund.example',
  country: 'Sweden',
}
const AGAIN: Lead = {
  company: 'Interiör Syd',
  person: 'Nordlund Anna',
  email: 'anna@nordlund.example',
  country: '',
}

test('two pages of one customer are seen, merged, written on, taken apart and put together again', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await capture(page, ONCE)
  await capture(page, AGAIN)

  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: '1 possible duplicate' }).click()
  const row = page.getByRole('list', { name: 'Possible duplicates' })
  await expect(row).toContainText('almost certain')
  await expect(row).toContainText('same e-mail anna@nordlund.example')
  expect(await axeFaults(page), 'the list').toEqual([])
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'One customer?' })
  await expect(dialog.getByRole('radiogroup', { name: 'Name' })).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: /Anna Nordlund = Nordlund Anna/ })).toBeChecked()
  expect(await axeFaults(page), 'side by side').toEqual([])
  await page.keyboard.press('m')
  await expect(page.getByText('Interiör Syd is now on the page of Nordlund Hem AB.')).toBeVisible()
  await expect(page.getByText('No two pages look like one customer.')).toBeVisible()
  await expect.poll(() => names(page)).toEqual(['Nordlund Hem AB'])

  await page.getByRole('button', { name: 'Back to the pages' }).click()
  // The name of the page that is gone still finds its customer.
  await find(page, 'interior syd')
  await expect(page.getByText('also Interiör Syd')).toBeVisible()
  await writeNote(page, 'Wants the matt glaze')
  await writeNote(page, 'Second shop in Lund')

  await page.getByRole('button', { name: 'Take apart…' }).click()
  const apart = page.getByRole('dialog', { name: 'Take Nordlund Hem AB apart' })
  await apart.getByLabel('Whose is this: Note: Second shop in Lund').selectOption('Interiör Syd')
  await apart.getByRole('button', { name: 'Take apart' }).click()
  await expect(page.getByText('Interiör Syd has a page of its own again.')).toBeVisible()
  await expect.poll(() => names(page)).toEqual(['Interiör Syd', 'Nordlund Hem AB'])
  await expect
    .poll(() => notesOf(page))
    .toEqual({
      'Nordlund Hem AB': ['Wants the matt glaze'],
      'Interiör Syd': ['Second shop in Lund'],
    })

  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: Interiör Syd taken out of Nordlund Hem AB')).toBeVisible()
  await expect.poll(() => names(page)).toEqual(['Nordlund Hem AB'])
})

test('two pages that were said not to be the same are not shown again', async ({ launch }) => {
  const { page, app } = await launch()
  await ready(page)
  await createFair(page)
  await capture(page, ONCE)
  await capture(page, AGAIN)
  await openDuplicates(page)
  await expect(page.getByRole('list', { name: 'Possible duplicates' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByText('No two pages look like one customer.')).toBeVisible()
  await app.close()

  const again = await launch()
  await ready(again.page)
  await again.page.keyboard.press('Control+3')
  await expect(again.page.getByText('2 customers', { exact: true })).toBeVisible()
  await openDuplicates(again.page)
  await expect(again.page.getByText('No two pages look like one customer.')).toBeVisible()
})

/** Through the palette, whose keys the page has again when it is gone. */
async function openDuplicates(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('duplicates')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Duplicates' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function capture(page: Page, lead: Lead): Promise<void> {
  await page.getByLabel('Company').fill(lead.company)
  await page.getByLabel('Person', { exact: true }).fill(lead.person)
  await page.getByLabel('E-mail').fill(lead.email)
  await page.keyboard.press('Control+Enter')
  await expectLeadSaved(page)
}

async function find(page: Page, words: string): Promise<void> {
  await page.getByLabel('Search the notebook').fill(words)
  await page.keyboard.press('Enter')
}

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Quick note' }).fill(text)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Quick note' })).toHaveValue('')
}

async function names(page: Page): Promise<string[]> {
  const customers = liveRecords(await dumpNotebook(page), 'customers')
  return customers.map(({ name }) => String(name)).sort()
}

/** The notes of each page. */
async function notesOf(page: Page): Promise<Record<string, string[]>> {
  const dump = await dumpNotebook(page)
  const nameOf = new Map(liveRecords(dump, 'customers').map(({ id, name }) => [id, String(name)]))
  const notes: Record<string, string[]> = {}
  for (const { kind, customerId, text } of liveRecords(dump, 'interactions')) {
    if (kind !== 'note') continue
    const name = nameOf.get(customerId) ?? ''
    notes[name] = [...(notes[name] ?? []), String(text)]
  }
  return notes
}
