import path from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { type Dropped, dropFiles, droppedFixture, importShown } from './importSteps'
import { dumpNotebook, liveRecords } from './notebookDump'
import { killEverything } from './processes'

const CONNECTIONS = 'linkedin/made/Connections.csv'

function people(count: number): Dropped {
  const rows = Array.from(
    { length: count },
    (_, at) => `Person ${at},Company ${at} Ltd,p${at}@company${at}.example`,
  )
  return { name: 'people.csv', bytes: Buffer.from(['Name,Company,Email', ...rows].join('\n')) }
}

test('imports are listed and each is taken back by itself; a page that was worked on since stays', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  const history = page.getByRole('region', { name: 'Earlier imports' }).last()
  await page.keyboard.press('Control+8')
  await page.getByRole('button', { name: 'Earlier imports' }).click()
  await expect(history.getByText('Nothing has been imported yet.')).toBeVisible()
  await dropFiles(page, [people(60)])
  await importShown(page)
  await dropFiles(page, [droppedFixture(CONNECTIONS)])
  await importShown(page)

  await page.getByRole('button', { name: 'Open the notebook' }).click()
  await page.getByLabel('Search the notebook').fill('Company 7 Ltd')
  await page.keyboard.press('Enter')
  await page.getByLabel('Country').first().selectOption('ES')
  await expect(page.getByLabel('Country').first()).toHaveValue('ES')

  await page.keyboard.press('Control+8')
  await page.getByRole('button', { name: 'Earlier imports' }).click()
  await expect(history.getByRole('listitem')).toHaveCount(2)
  await expect(history.getByText('300 new · 3 not usable')).toBeVisible()
  expect(await axeFaults(page), 'history').toEqual([])
  await history.getByRole('button', { name: 'Take it back: people.csv' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Left as it is, since you have worked on it: Company 7 Ltd')).toBeVisible()
  await expect(history.getByText('taken back', { exact: true })).toBeVisible()
  const dump = await dumpNotebook(page)
  expect(liveRecords(dump, 'customers')).toHaveLength(126)
})

test('the rows that could not be used are saved as a spreadsheet', async ({ launch, userData }) => {
  const { app, page } = await launch()
  await ready(page)
  const place = path.join(userData, 'left out.xlsx')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, place)
  await dropFiles(page, [droppedFixture(CONNECTIONS)])
  const result = page.getByRole('region', { name: 'What would happen' })
  await result.getByRole('button', { name: /^3 not usable/ }).click()
  await page.getByRole('button', { name: 'Save them as a spreadsheet' }).click()
  await expect(page.getByText(/^Saved: left out.xlsx/)).toBeVisible()
  const [sheet] = await readExcelFile(place)
  expect(sheet?.data.map((row) => row[1])).toEqual([
    'Orchard: code',
    ...Array(3).fill('import.reject.hiddenMember'),
  ])
  await importShown(page)
  await expect(page.getByRole('button', { name: 'Save them as a spreadsheet' })).toBeVisible()
})

test('an import in whose middle everything was killed is said at the next start, and runs again', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  await dropFiles(first.page, [people(12_000)])
  await first.page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(first.page.getByText('Writing', { exact: true })).toBeVisible()
  await killEverything(userData)

  const { page } = await launch()
  await ready(page)
  await page.keyboard.press('Control+8')
  const note = page.getByRole('region', { name: 'The import of people.csv was interrupted' })
  await expect(note.getByText(/Nothing of it was taken in/)).toBeVisible()
  expect(await axeFaults(page), 'interrupted').toEqual([])
  expect(liveRecords(await dumpNotebook(page), 'customers')).toHaveLength(0)
  await dropFiles(page, [people(40)])
  await importShown(page)
  await expect(note).toHaveCount(0)
})
