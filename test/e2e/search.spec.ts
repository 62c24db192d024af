import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../build/project'
import { expect, ready, test } from './app'

const ASSETS = path.join(ROOT, 'out/renderer/assets')

test('whoever searches before everybody can be found is told so, and sees the list fill without typing again', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+3')
  const row = page.locator('li[aria-posinset="1"]')
  const name = (await row.locator('bdi').first().innerText()).trim()

  // The search waits for the sounds of Chinese names; they come when the test says so.
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(`**/${spellingTables()}`, async (route) => {
    await released
    await route.continue()
  })
  await page.reload()
  await ready(page)
  await page.keyboard.press('Control+3')
  await expect(row).toBeVisible()
  await page.getByLabel('Search the notebook').fill(name)
  await expect(page.getByText('0 found so far')).toBeVisible()
  await expect(page.getByText('The notebook is still being read for the search.')).toBeVisible()
  release()
  await expect(row.locator('bdi').first()).toHaveText(name)
  await expect(page.getByText('The notebook is still being read for the search.')).toHaveCount(0)
  await expect(page.getByText(/^\d+ found$/)).toBeVisible()
})

/** The built file with the tables by which Chinese is spelled, which the worker loads by itself. */
function spellingTables(): string {
  const holds = (name: string) => readFileSync(path.join(ASSETS, name), 'utf8').includes('toneType')
  const names = readdirSync(ASSETS).filter(
    (name) => name.endsWith('.js') && !name.startsWith('notebookWorker'),
  )
  const [found, ...more] = names.filter(holds)
  expect(more).toEqual([])
  return found ?? ''
}
