import type { ElectronApplication } from '@playwright/test'
import type { UpdateStep } from '#shared/ipc/updates'
import { expect, test } from './app'
import { axeFaults } from './axeFaults'
import { openSettings } from './openSettings'

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

// A build with a place for new versions can't be made here: what the main process would answer and tell is told in its place.
test('each step of a new version is told, and looking and fetching take a press each', async ({ launch }) => {
  const { app, page } = await launch()
  await openSettings(page)
  const row = page.getByRole('region', { name: 'New versions' })
  const told = row.getByRole('status')
  await expect(told).toContainText('never looks')
  const called = await answerCalls(app)

  await tell(app, { step: 'idle' })
  const atStart = row.getByRole('switch', { name: 'Look for a new version when Orchard starts' })
  await expect(atStart).not.toBeChecked()
  await atStart.press('Space')
  await expect(atStart).toBeChecked()
  expect(await called()).toEqual([])
  const look = row.getByRole('button', { name: 'Look now' })
  await look.press('Enter')
  await expect.poll(called).toEqual(['update:look'])
  await tell(app, { step: 'looking' })
  await expect(told).toContainText('Looking…')
  await look.press('Enter')
  await tell(app, { step: 'newest' })
  await expect(told).toContainText('There is no newer one.')
  await tell(app, { step: 'found', version: '0.2.0' })
  await expect(told).toContainText('Version 0.2.0 is out.')
  expect(await axeFaults(page)).toEqual([])
  expect(await called(), 'a press while it looks asks for nothing').toEqual(['update:look'])
  await row.getByRole('button', { name: 'Fetch it' }).press('Enter')
  await expect.poll(called).toEqual(['update:look', 'update:fetch'])
  await tell(app, { step: 'fetching', version: '0.2.0', percent: 42 })
  await expect(told).toBeFocused()
  await expect(told).toContainText('Fetching version 0.2.0.')
  await expect(row.getByRole('progressbar')).toHaveJSProperty('value', 42)
  await tell(app, { step: 'failed', code: 'update.damaged' })
  await expect(told).toContainText('it was thrown away. Nothing was changed.')
  await tell(app, { step: 'ready', version: '0.2.0' })
  await expect(told).toContainText('will be installed when you quit Orchard')
  await expect(look).toHaveCount(0)

  // Elsewhere the line at the window's foot says it, and leads here.
  await page.keyboard.press('Control+1')
  await page.getByRole('button', { name: 'Version 0.2.0 comes when you quit' }).click()
  await expect(row).toBeVisible()
})

test('the window asks once how looking stands, and the button rests while it looks', async ({ launch }) => {
  const { app, page } = await launch()
  const called = await answerCalls(app)
  await page.reload()
  await openSettings(page)
  const row = page.getByRole('region', { name: 'New versions' })
  const look = row.getByRole('button', { name: 'Look now' })
  await expect(look).toBeVisible()
  expect(await called()).toEqual(['update:state'])
  const drawn = () => look.evaluate((button) => getComputedStyle(button).color)
  const ready = await drawn()
  await look.focus()
  await tell(app, { step: 'looking' })
  await expect(look).toHaveAttribute('aria-disabled', 'true')
  await expect(look).toBeFocused()
  expect(await drawn()).not.toBe(ready)
  expect(await axeFaults(page)).toEqual([])
})

/** Answers what the window asks of new versions; gives what was asked so far. */
async function answerCalls(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ ipcMain }) => {
    const called: string[] = []
    ;(globalThis as unknown as { updateCalls: string[] }).updateCalls = called
    for (const channel of ['update:state', 'update:look', 'update:fetch']) {
      ipcMain.removeHandler(channel)
      ipcMain.handle(channel, async () => {
        called.push(channel)
        return { ok: true, value: channel === 'update:state' ? { step: 'idle', ownVersion: '0.1.0' } : null }
      })
    }
  })
  return () => app.evaluate(() => (globalThis as unknown as { updateCalls: string[] }).updateCalls)
}

async function tell(app: ElectronApplication, step: UpdateStep): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, state) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('update:changed', state)
    },
    { ownVersion: '0.1.0', ...step },
  )
}
