import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runtimePath } from '../../build/launchApp'
import { ROOT } from '../../build/project'
import { expect, ready, test } from './app'
import { chooseOnPage } from './chooseOnPage'

test('a second start with a link, a file or a backup shows it in the first window and changes nothing', async ({
  launch,
  userData,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await page.keyboard.press('Control+3')
  await page.locator('main li').first().getByRole('button').click()
  const article = page.getByRole('article')
  const name = (await article.getAttribute('aria-label')) ?? ''
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (words) => {
      document.title = words
    }
  })
  await chooseOnPage(page, 'Copy link')
  await expect.poll(() => page.title()).toMatch(/^orchard:\/\/customer\/[0-9a-f-]{36}$/)
  const link = await page.title()

  await page.keyboard.press('Control+1')
  await expect(article).toBeHidden()
  await secondStart(userData, [link])
  await expect(page.getByRole('article', { name })).toBeVisible()

  // A link that asks for more than to be shown something is passed over; the file beside it is offered.
  const cards = path.join(userData, 'cards.vcf')
  writeFileSync(cards, 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida Prov\r\nORG:Prov AB\r\nEND:VCARD\r\n')
  await secondStart(userData, ['orchard://erase/everybody', cards])
  await expect(page.getByRole('main', { name: 'Import' })).toBeVisible()
  await expect(page.getByText('cards.vcf').first()).toBeVisible()

  await secondStart(userData, [path.join(ROOT, 'test/fixtures/schema/v2.orchard')])
  const preview = page.getByRole('dialog', { name: /^Restore the backup of/ })
  await expect(preview.getByRole('button', { name: 'Restore', exact: true })).toBeEnabled()
  // What comes while a dialog is open waits for it.
  await secondStart(userData, ['orchard://today'])
  await expect(page.getByText('What you opened is shown as soon as this dialog is closed.')).toBeVisible()
  await expect(preview).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main', { name: 'Today' })).toBeVisible()
  await page.keyboard.press('Control+3')
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
})

test('closing leaves Orchard beside the clock once the person chose so, and a second start brings it back', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('switch', { name: 'Keep running there' })).toHaveCount(0)
  await page.getByRole('switch', { name: 'Icon beside the clock' }).press('Space')
  await page.getByRole('switch', { name: 'Keep running there' }).press('Space')
  const isKept = () => preferenceFiles(userData).some((words) => words.includes('"tray":"keeps"'))
  await expect.poll(isKept).toBe(true)
  // It stands on the disk a moment before it counts: a saving that comes after it is answered after it.
  await page.evaluate(() => window.orchard.call['preferences:save']({}))
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isVisible).toBe(false)
  await secondStart(userData, [])
  await expect.poll(isVisible).toBe(true)
  // The way out is not held up by it.
  await app.close()
})

/** What stands on the disk: a switch shows what was chosen before it was saved. */
function preferenceFiles(userData: string): string[] {
  return ['preferences.a', 'preferences.b']
    .map((name) => path.join(userData, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
}

/** Starts the app once more on the same folder and waits until it has handed over and gone. */
async function secondStart(userData: string, args: readonly string[]): Promise<void> {
  const second: ChildProcess = spawn(runtimePath(), [ROOT, `--user-data-dir=${userData}`, ...args], {
    cwd: ROOT,
    env: { ...process.env, ORCHARD_HEADLESS: '1' },
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
}
