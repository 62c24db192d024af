import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { FairReport } from '#shared/reporting/fairReport'
import { expectLeadSaved } from '../../build/tour/fairSteps'
import { expect } from './app'

/** Answers the next folder question of the main process with a folder, and counts how often it was asked. */
export async function answerFolder(app: ElectronApplication, folder: string): Promise<() => Promise<number>> {
  await app.evaluate(({ dialog }, chosen) => {
    const asked = globalThis as { folderQuestions?: number }
    asked.folderQuestions = 0
    dialog.showOpenDialog = async () => {
      asked.folderQuestions = (asked.folderQuestions ?? 0) + 1
      return { canceled: false, filePaths: [chosen] }
    }
  }, folder)
  return () => app.evaluate(() => (globalThis as { folderQuestions?: number }).folderQuestions ?? 0)
}

/** Captures a lead with a grade. */
export async function gradedLead(
  page: Page,
  company: string,
  grade: 'a' | 'b' | 'c',
  phone = '',
): Promise<void> {
  await page.getByLabel('Company').fill(company)
  await page.getByLabel('Mobile').fill(phone)
  await page.keyboard.press('Alt+6')
  await page.keyboard.press(grade)
  await page.keyboard.press('Control+Enter')
  await expectLeadSaved(page)
}

/** What a cost is typed as; an absent field keeps what the form offers. */
export interface TypedCost {
  readonly category: string
  readonly currency: string
  readonly on: string
  readonly amount?: string
  readonly note?: string
  readonly days?: string
  readonly dayPrice?: string
}

/** Adds a cost line through the dialog. */
export async function addCost(page: Page, cost: TypedCost): Promise<void> {
  await page.getByRole('button', { name: 'Add a cost' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Category' }).click()
  await page.getByRole('option', { name: cost.category, exact: true }).click()
  await form.getByLabel('Day', { exact: true }).fill(cost.on)
  if (cost.amount !== undefined) await form.getByLabel('Amount').fill(cost.amount)
  if (cost.days !== undefined) await form.getByLabel('Days', { exact: true }).fill(cost.days)
  if (cost.dayPrice !== undefined) await form.getByLabel('Price a day').fill(cost.dayPrice)
  await form.getByLabel('Currency').fill(cost.currency)
  if (cost.note !== undefined) await form.getByLabel('Note').fill(cost.note)
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form).toBeHidden()
}

/** Adds the first rate that the page says is missing. */
export async function addMissingRate(page: Page, rate: string): Promise<void> {
  await page.getByRole('button', { name: 'Add this rate' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Rate', { exact: true }).fill(rate)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
}

/** The figure beside a label on the costs page. */
export function figureOf(page: Page, label: string) {
  return page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd[1]')
}

/** The formulas of a sheet by cell, as they stand in the file. */
export function formulasOf(file: string, sheetNumber: number): Map<string, string> {
  const parts = unzipSync(new Uint8Array(readFileSync(file)))
  const xml = strFromU8(parts[`xl/worksheets/sheet${sheetNumber}.xml`] ?? new Uint8Array())
  const found = [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f>/g)]
  return new Map(found.map(([, cell, formula]) => [cell ?? '', formula ?? '']))
}

/** How many pages a PDF has, by its page objects. */
export function pageCount(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

/** The report of a fair with so many leads, every name as long as names get, in Chinese. */
export function reportOf(leads: number): FairReport {
  const script = path.join(import.meta.dirname, 'reportJson.ts')
  const printed = execFileSync('node', ['--import', 'tsx', script, String(leads)], { maxBuffer: 64e6 })
  return JSON.parse(printed.toString()) as FairReport
}
