import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../build/project'
import { createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { dumpNotebook, liveRecords } from './notebookDump'

/** Any picture will do for a card. */
const PICTURE = path.join(ROOT, 'build/pictures/met-before.png')

test('photographed cards are typed off one after the other; what says no more leaves the queue; undo brings it back', async ({
  launch,
}) => {
  expect(readFileSync(PICTURE).length).toBeGreaterThan(0)
  const { app, page } = await launch()
  await ready(page)
  await app.evaluate(({ dialog }, picture) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [picture] })
  }, PICTURE)
  await createFair(page)
  for (const company of ['Nordlund Hem AB', 'Distribuidora Araucaria']) {
    await page.getByRole('button', { name: 'Add a photo' }).click()
    await expect(page.getByRole('img', { name: 'Photo 1' })).toBeVisible()
    await page.getByLabel('Company').fill(company)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByLabel('Company')).toHaveValue('')
  }

  await page.keyboard.press('Control+1')
  await expect(page.getByText('2 photos unprocessed')).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByText('Card 1 of 2')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Photo 1' })).toBeVisible()
  const person = page.getByLabel('Person', { exact: true })
  await expect(person).toBeFocused()
  await expect(page.getByLabel('Company')).toHaveValue('Nordlund Hem AB')
  await page.keyboard.type('Anna Nordlund')
  await page.getByLabel('E-mail').fill('Anna@Nordlund.example')
  expect(await axeFaults(page)).toEqual([])
  // Going on and coming back loses nothing that was typed.
  await page.keyboard.press('PageDown')
  await expect(page.getByText('Card 2 of 2')).toBeVisible()
  await expect(page.getByLabel('Company')).toHaveValue('Distribuidora Araucaria')
  await page.keyboard.press('PageUp')
  await expect(person).toHaveValue('Anna Nordlund')
  await person.press('Enter')
  await expect(page.getByText('1 typed off')).toBeVisible()
  await page.getByRole('button', { name: 'Nothing more on this card' }).click()
  await expect(page.getByText(/2 cards typed off, 0 left/)).toBeVisible()
  const dump = await dumpNotebook(page)
  expect(liveRecords(dump, 'people')).toMatchObject([
    { fullName: 'Anna Nordlund', handles: [{ kind: 'email', value: 'anna@nordlund.example' }] },
  ])
  expect(
    liveRecords(dump, 'attachments')
      .map(({ purpose }) => purpose)
      .sort(),
  ).toEqual(['card', 'photo'])

  await page.keyboard.press('Escape')
  await expect(
    page.getByRole('list', { name: 'What to do' }).or(page.getByText('Nothing is due.')),
  ).toBeVisible()
  await expect(page.getByText(/unprocessed/)).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 photo unprocessed')).toBeVisible()
})
