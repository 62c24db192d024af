import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { makeIndexNewer } from './indexDamage'
import { dumpNotebook, liveRecords } from './notebookDump'
import { killEverything } from './processes'

/** Flips a byte of the journal within the entry that holds the words. */
function damageJournal(userData: string, words: string): void {
  const folder = path.join(userData, NOTEBOOK_FOLDER, 'journal')
  const [file = ''] = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((name) => readFileSync(name).includes(words))
  const bytes = readFileSync(file)
  const place = bytes.indexOf(words)
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

function deleteIndex(userData: string): void {
  const indexes = readdirSync(userData, { recursive: true, encoding: 'utf8' }).filter(
    (name) => path.basename(name) === 'IndexedDB',
  )
  expect(indexes.length).toBeGreaterThan(0)
  for (const name of indexes) rmSync(path.join(userData, name), { recursive: true, force: true })
}

async function namesOf(page: Parameters<typeof dumpNotebook>[0]): Promise<string[]> {
  const dump = await dumpNotebook(page)
  return liveRecords(dump, 'customers')
    .map((customer) => String(customer.name))
    .sort()
}

test('what a damaged journal can no longer give is in the index still, is backed up, and comes back from there', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  for (const name of ['Alpha', 'Beta', 'Gamma']) await captureLead(first.page, name, `Ms ${name}`)
  await expect.poll(() => namesOf(first.page)).toEqual(['Alpha', 'Beta', 'Gamma'])
  // No quit, no backup: journal and index are all there is.
  await killEverything(userData)
  damageJournal(userData, 'Ms Beta')

  const second = await launch()
  await ready(second.page)
  await expect(second.page.getByRole('alert').getByText('Nothing is missing')).toBeVisible()
  expect(await namesOf(second.page)).toEqual(['Alpha', 'Beta', 'Gamma'])
  await expect(second.page.getByText(/Backup \d\d:\d\d ok/)).toBeVisible()
  await killEverything(userData)
  deleteIndex(userData)

  const third = await launch()
  await ready(third.page)
  await expect(third.page.getByText('Nothing that was saved is lost')).toBeVisible()
  expect(await namesOf(third.page)).toEqual(['Alpha', 'Beta', 'Gamma'])
})

test('what is lost for good is counted and said, and all the rest is there', async ({ launch, userData }) => {
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  for (const name of ['Alpha', 'Beta', 'Gamma']) await captureLead(first.page, name, `Ms ${name}`)
  await expect.poll(() => namesOf(first.page)).toEqual(['Alpha', 'Beta', 'Gamma'])
  await killEverything(userData)
  damageJournal(userData, 'Ms Beta')
  deleteIndex(userData)

  const second = await launch()
  await ready(second.page)
  await expect(second.page.getByRole('alert').getByText('1 change from before')).toBeVisible()
  expect(await namesOf(second.page)).toEqual(['Alpha', 'Gamma'])
  await second.page.getByRole('button', { name: 'Understood' }).click()
  await second.app.close()

  const third = await launch()
  await ready(third.page)
  expect(await namesOf(third.page)).toEqual(['Alpha', 'Gamma'])
  await expect(third.page.getByRole('alert')).toHaveCount(0)
})

test('a journal whose newest file has vanished takes nothing with it that the list still shows', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  for (const name of ['Alpha', 'Beta']) await captureLead(first.page, name, `Ms ${name}`)
  await expect.poll(() => namesOf(first.page)).toEqual(['Alpha', 'Beta'])
  await killEverything(userData)
  const journal = path.join(userData, NOTEBOOK_FOLDER, 'journal')
  for (const name of readdirSync(journal)) rmSync(path.join(journal, name))

  const second = await launch()
  await ready(second.page)
  await expect(second.page.getByRole('alert').getByText('Nothing is missing')).toBeVisible()
  expect(await namesOf(second.page)).toEqual(['Alpha', 'Beta'])
  await expect(second.page.getByText(/Backup \d\d:\d\d ok/)).toBeVisible()
  await captureLead(second.page, 'Gamma', 'Ms Gamma')
  await expect.poll(() => namesOf(second.page)).toEqual(['Alpha', 'Beta', 'Gamma'])
  await killEverything(userData)
  deleteIndex(userData)

  const third = await launch()
  await ready(third.page)
  expect(await namesOf(third.page)).toEqual(['Alpha', 'Beta', 'Gamma'])
})

test('while the list of records can’t be opened, leads are captured all the same and are there after the repair', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Alpha', 'Ms Alpha')
  await expect.poll(() => namesOf(page)).toEqual(['Alpha'])
  await makeIndexNewer(page)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-app-state', 'failed')

  await captureLead(page, 'Beta', 'Ms Beta')
  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/No backup was taken: the list of your records needs repair/)).toBeVisible()

  await deleteIndexes(page)
  await page.getByRole('button', { name: 'Build it again' }).click()
  await ready(page)
  await expect.poll(() => namesOf(page)).toEqual(['Alpha', 'Beta'])
})

async function deleteIndexes(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (name.startsWith('orchard-g')) indexedDB.deleteDatabase(name)
    }
  })
}
