import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { figureOf } from './reportSteps'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-costs-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Answers the next file question with a file, and keeps what the system is asked to show. */
async function answerFile(app: ElectronApplication, file: string): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog, shell }, chosen) => {
    const kept = globalThis as { shownPaths?: string[] }
    kept.shownPaths = []
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    shell.openPath = async (shown: string) => {
      kept.shownPaths?.push(shown)
      return ''
    }
  }, file)
  return () => app.evaluate(() => (globalThis as { shownPaths?: string[] }).shownPaths ?? [])
}

test('a cost of the whole business has a term and a receipt that opens again; the ledger narrows and undoes', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await createFair(page)
  const bill = path.join(folder, 'bill 2026.pdf')
  writeFileSync(bill, '%PDF-1.7 a bill')
  const shown = await answerFile(app, bill)

  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: 'All costs' }).click()
  await page.getByRole('button', { name: 'Add a cost' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Category' }).click()
  await page.getByRole('option', { name: 'Tools', exact: true }).click()
  await form.getByLabel('Amount').fill('1,200')
  await form.getByLabel('Currency').fill('USD')
  await form.getByLabel('Day', { exact: true }).fill('2026-11-02')
  await form.getByLabel('Note').fill('mailing tool')
  await form.getByLabel('Pays for the days from').fill('2026-11-01')
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form.getByText('Say until which day this cost pays')).toBeVisible()
  await form.getByLabel('Pays for the days to').fill('2027-10-31')
  await form.getByRole('button', { name: 'Add a photo or PDF…' }).click()
  await expect(form.getByRole('button', { name: 'Open bill 2026.pdf' })).toBeVisible()
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form).toBeHidden()
  await expect(figureOf(page, 'Total')).toHaveText('USD 1,200.00')
  await expect(page.getByText('pays for 1 Nov 2026 to 31 Oct 2027')).toBeVisible()
  await expect(page.getByText('1 receipt')).toBeAttached()

  await page.getByRole('button', { name: 'Tools', exact: true }).click()
  await form.getByRole('button', { name: 'Open bill 2026.pdf' }).click()
  await expect.poll(shown).toHaveLength(1)
  expect(path.extname((await shown())[0] ?? '')).toBe('.pdf')
  await form.getByRole('button', { name: 'Remove bill 2026.pdf' }).click()
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form).toBeHidden()
  await expect(page.getByText('1 receipt')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 receipt')).toBeAttached()

  await page.getByLabel('Search the ledger').fill('booth')
  await expect(page.getByText('No cost fits what you look for.')).toBeVisible()
  await page.getByLabel('Search the ledger').fill('mailing')
  await page.getByLabel('Without a receipt').check()
  await expect(page.getByText('No cost fits what you look for.')).toBeVisible()
})
