import type { Page } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { dumpNotebook, liveRecords } from './notebookDump'

async function showTakeBack(page: Page) {
  await page.keyboard.press('Control+9')
  await page
    .getByRole('button', { name: /^More with the backup/ })
    .last()
    .press('Enter')
  await page.getByRole('menuitem', { name: 'Take customers back…' }).press('Enter')
  return page.getByRole('dialog', { name: /^Take customers back from the backup of/ })
}

test('one customer comes back as the backup has it, the others stay, and undo takes it back', async ({
  launch,
}, testInfo) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Casa Ferraris Srl', 'Marco Ferraris')
  await captureLead(page, 'Wójcik Hurt', 'Piotr Wójcik')
  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('A backup was taken and checked.')).toBeVisible()
  const then = await dumpNotebook(page)

  const asking = await showTakeBack(page)
  await expect(asking.getByText(/Nothing to take back/)).toBeVisible()
  await asking.getByRole('button', { name: 'Cancel' }).click()

  // Both leads are taken back, the last one first, and one is written since.
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 customer', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('0 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+n')
  await captureLead(page, 'Østby Kjøkken AS', 'Ingrid Østby')

  const choosing = await showTakeBack(page)
  const list = choosing.getByRole('list', { name: 'Customers that differ' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('listitem', { name: '' }).first()).toContainText('Page: 1 missing')
  await page.screenshot({ path: testInfo.outputPath('take-back.png') })
  await choosing.getByLabel('Find a customer').fill('wójcik')
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await list.getByRole('checkbox').press('Space')
  await choosing.getByRole('button', { name: 'Take back 1 customer' }).press('Enter')
  await expect(page.getByText('1 customer is as in the backup again.', { exact: false })).toBeVisible()
  await expect(page.getByText('2 customers', { exact: true })).toBeVisible()

  const namesOf = async () =>
    liveRecords(await dumpNotebook(page), 'customers')
      .map(({ name }) => name)
      .sort()
  expect(await namesOf()).toEqual(['Wójcik Hurt', 'Østby Kjøkken AS'])
  const people = liveRecords(await dumpNotebook(page), 'people')
  const before = liveRecords(then, 'people').find(({ fullName }) => fullName === 'Piotr Wójcik')
  const { rev: _rev, updatedAt: _at, ...person } = people.find(({ id }) => id === before?.id) ?? {}
  expect(before).toMatchObject(person)

  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 customer', { exact: true })).toBeVisible()
  expect(await namesOf()).toEqual(['Østby Kjøkken AS'])
})
