import { expect, ready, test } from './app'
import { dumpNotebook, liveRecords } from './notebookDump'

test('an empty notebook offers a sample, and one undo takes it away', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill('bamboo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
  expect(liveRecords(await dumpNotebook(page), 'customers')).toHaveLength(80)

  // Out of the search field, where the key would undo typing.
  await page.getByRole('article').click({ position: { x: 2, y: 2 } })
  await page.keyboard.press('Control+z')
  const ask = page.getByRole('dialog', { name: /^Take this back\?/ })
  await ask.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText(/^Undone: /)).toBeVisible()
  const liveTables = async () => {
    const { meta: _meta, changeLog: _changeLog, ...tables } = await dumpNotebook(page)
    return Object.keys(tables).filter((table) => liveRecords(tables, table).length > 0)
  }
  await expect.poll(liveTables).toEqual([])
  await expect(page.getByText('80 customers', { exact: true })).toHaveCount(0)
})
