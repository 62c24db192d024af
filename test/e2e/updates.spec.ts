import type { ElectronApplication, Page } from '@playwright/test'
import type { UpdateStep } from '#shared/ipc/updates'
import { expect, test } from './app'
import { axeFaults } from './axeFaults'

test('a copy without a place for new versions says so and offers nothing', async ({ launch }) => {
  const { page } = await launch()
  await openSettings(page)
  const row = page.getByRole('region', { name: 'New versions' })
  await expect(row.getByRole('status')).toHaveText(
    /^This is Orchard \d+\.\d+\.\d+\. It never looks for new versions\./,
  )
  await expect(page.getByRole('switch', { name: /new version/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Look now' })).toHaveCount(0)
})

// A build with a place for new versions can't be made here, so its steps are told as the main process would tell them.
test('each step of a new version is told, and nothing is fetched unasked', async ({ launch }) => {
  const { app, page } = await launch()
  await openSettings(page)
  const told = page.getByRole('region', { name: 'New versions' }).getByRole('status')
  await expect(told).toContainText('never looks')

  await tell(app, { step: 'idle' })
  const atStart = page.getByRole('switch', { name: 'Look for a new version when Orchard starts' })
  await expect(atStart).not.toBeChecked()
  await atStart.press('Space')
  await expect(atStart).toBeChecked()
  await tell(app, { step: 'looking' })
  await expect(told).toContainText('Looking…')
  await expect(page.getByRole('button', { name: 'Look now' })).toBeDisabled()
  await tell(app, { step: 'newest' })
  await expect(told).toContainText('There is no newer one.')
  await tell(app, { step: 'found', version: '0.2.0' })
  await expect(told).toContainText('Version 0.2.0 is out.')
  expect(await axeFaults(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Fetch it' })).toBeEnabled()
  await tell(app, { step: 'fetching', version: '0.2.0', percent: 42 })
  await expect(told).toContainText('Fetching version 0.2.0: 42%')
  await expect(page.getByRole('button', { name: 'Fetch it' })).toHaveCount(0)
  await tell(app, { step: 'failed', code: 'update.damaged' })
  await expect(told).toContainText('it was thrown away. Nothing has changed.')
  await expect(page.getByRole('button', { name: 'Look now' })).toBeEnabled()
  await tell(app, { step: 'ready', version: '0.2.0' })
  await expect(told).toContainText('will be installed when you close Orchard')
  await expect(page.getByRole('button', { name: 'Look now' })).toHaveCount(0)
})

async function openSettings(page: Page): Promise<void> {
  await page.locator('html[data-app-state="ready"]').waitFor()
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
}

async function tell(app: ElectronApplication, step: UpdateStep): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, state) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('update:changed', state)
    },
    { ownVersion: '0.1.0', ...step },
  )
}
