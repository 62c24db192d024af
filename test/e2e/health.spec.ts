import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { chooseOnPage } from './chooseOnPage'

/** Flips a byte of the one place where a name stands in the journal's only segment. */
function damageJournal(userData: string, word: string): void {
  const folder = path.join(userData, 'notebook', 'journal')
  const [segment = ''] = readdirSync(folder).sort()
  const file = path.join(folder, segment)
  const bytes = readFileSync(file)
  const place = bytes.indexOf(word)
  expect(place).toBeGreaterThan(0)
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

test('a self-check finds a healthy notebook healthy, and a damaged journal damaged', async ({
  launch,
  userData,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Lindqvist Kök AB', 'Karin Lindqvist')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByPlaceholder('What do you want to do, or whom do you look for?').fill('notebook healthy')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Is my notebook healthy?' })
  await dialog.getByRole('button', { name: 'Check now' }).click()
  await expect(dialog.getByText('Nothing is damaged, but something needs a look.')).toBeVisible()
  await expect(dialog.getByText(/compared with the journal; all are the same/)).toBeVisible()
  await expect(dialog.getByText(/There is no backup of this notebook yet/)).toBeVisible()

  // The same notebook with a flipped byte in a payload, while it is open.
  damageJournal(userData, 'Karin Lindqvist')
  await dialog.getByRole('button', { name: 'Check again' }).click()
  await expect(dialog.getByText('Something is damaged. Below it says what, and what to do.')).toBeVisible()
  await expect(dialog.getByText(/can’t be read any more/)).toBeVisible()

  // The file for support is shown before it is saved, with what was found and without a word of the notebook.
  await dialog.getByRole('button', { name: 'Show the file' }).click()
  const shown = await dialog.getByRole('textbox', { name: 'File for support' }).inputValue()
  const file = JSON.parse(shown) as {
    selfCheck: { code: string }[]
    notebook: { rows: { customers: number } }
  }
  expect(file.selfCheck.map(({ code }) => code)).toContain('journalLost')
  expect(file.notebook.rows.customers).toBe(1)
  for (const word of ['Lindqvist', 'Karin', userData]) expect(shown).not.toContain(word)
})

test('everything known of a customer leaves as a page that runs nothing, and the log of exports says so', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, '<img src=x onerror=alert(1)> AB', 'Karin Lindqvist')
  const place = path.join(userData, 'known.html')
  await app.evaluate(
    ({ dialog }, filePath) =>
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) }),
    place,
  )
  await page.keyboard.press('Control+3')
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /onerror/ })
    .click()
  await chooseOnPage(page, 'What we know…')
  const dialog = page.getByRole('dialog', { name: 'Everything we know' })
  await dialog.getByRole('button', { name: 'Save as a page (HTML)…' }).click()
  await expect(dialog.getByText(/saved as known\.html/)).toBeVisible()
  const html = readFileSync(place, 'utf8')
  expect(html).toContain('Karin Lindqvist')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; AB')
  expect(html).not.toContain('<img')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+9')
  await expect(page.getByText('All about one customer or person')).toBeVisible()
})
