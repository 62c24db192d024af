import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { runtimePath } from '../../build/launchApp'
import { ROOT } from '../../build/project'
import { expect, ready, test } from './app'
import { killEverything } from './processes'

test('the app comes up without a test runner that attaches to it and helps it along', async ({
  userData,
}) => {
  const app = start(userData)
  // The window's last step of a first start: the main process notes which index belongs to the journal.
  await expect.poll(() => headsOf(userData), { timeout: 60_000 }).toContain('orchard-g1-')
  app.kill('SIGTERM')
  await killEverything(userData)
})

test('a window that has read nothing yet shows the first rows as the notebook was left', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await ready(first.page)
  const { page } = first
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await page.keyboard.press('Control+3')
  await expect(page.locator('main li').first()).toHaveText(/\w/)
  const kept = path.join(userData, NOTEBOOK_FOLDER, 'boot', 'first-rows')
  await expect
    .poll(() => existsSync(kept) && readFileSync(kept, 'utf8').includes('"customers":80'))
    .toBe(true)
  const row = await firstRow(page)
  await first.app.close()

  const second = await launch()
  await ready(second.page)
  // The index is never opened: whatever shows now was kept.
  await second.page.route('**/notebookWorker*', () => undefined)
  await second.page.reload()
  await expect(second.page.getByText('80 customers')).toBeVisible()
  await expect(second.page.getByText(/^As it stood on/)).toBeVisible()
  await second.page.keyboard.press('Control+3')
  await expect.poll(() => firstRow(second.page)).toEqual(row)
  await second.page.keyboard.press('F7')
  await expect(second.page.locator('main li')).toHaveCount(0)
})

/** Customer and person of the first row. What is next and how warm they are comes later, and only from an index. */
function firstRow(page: Page): Promise<(string | null)[]> {
  const lines = page.locator('main li').first().locator('button > span')
  return Promise.all([0, 1].map((line) => lines.nth(line).locator('bdi').first().textContent()))
}

function start(userData: string): ChildProcess {
  return spawn(runtimePath(), [ROOT, `--user-data-dir=${userData}`], {
    cwd: ROOT,
    env: { ...process.env, ORCHARD_HEADLESS: '1' },
    stdio: 'ignore',
  })
}

function headsOf(userData: string): string {
  const folder = path.join(userData, NOTEBOOK_FOLDER)
  if (!existsSync(folder)) return ''
  return readdirSync(folder)
    .filter((name) => name.startsWith('HEAD'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join()
}
