import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import readExcelFile from 'read-excel-file/node'
import { createFair, daysFromToday } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import {
  addCost,
  addMissingRate,
  answerFolder,
  figureOf,
  formulasOf,
  gradedLead,
  pageCount,
  reportOf,
} from './reportSteps'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-report-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a fair’s costs in three currencies become figures, and the evening’s report says the same', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await createFair(page)
  await gradedLead(page, 'Sjögren & Åkerlund AB', 'a', '+46 70 555 01 42')
  await gradedLead(page, "=cmd|' /C calc'!A0", 'b')
  await gradedLead(page, '上海青禾餐饮用品', 'c')

  await page.keyboard.press('Control+6')
  await expect(figureOf(page, 'Cost per card')).toHaveText(
    'Cannot be computed because no cost is on record yet.',
  )
  const [weekAgo, yesterday] = [daysFromToday(-7), daysFromToday(-1)]
  await addCost(page, { category: 'Booth', amount: '30,000', currency: 'CNY', on: weekAgo })
  await expect(figureOf(page, 'Total')).toContainText('the rate into USD is missing for 1 amount')
  await addMissingRate(page, '0.14')
  await expect(figureOf(page, 'Total')).toHaveText('USD 4,200.00')
  await addCost(page, { category: 'Travel', amount: '1200', currency: 'usd', on: yesterday, note: 'Flights' })
  await addCost(page, { category: 'Staff days', days: '4', dayPrice: '150', currency: 'EUR', on: yesterday })
  // Until its rate is there the total is a floor, and says so.
  await expect(figureOf(page, 'Total')).toHaveText('USD 5,400.00+')
  await addMissingRate(page, '1.1')
  await expect(figureOf(page, 'Total')).toHaveText('USD 6,060.00')
  await expect(figureOf(page, 'Cost per card')).toHaveText('USD 2,020.00')
  await expect(figureOf(page, 'Cost per qualified lead')).toHaveText('USD 3,030.00')
  await expect(figureOf(page, 'Cost per order')).toHaveText(
    'Cannot be computed because there is no first order yet.',
  )

  await page.getByRole('button', { name: 'Remove Travel' }).click()
  await expect(figureOf(page, 'Total')).toHaveText('USD 4,860.00')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: Cost removed: travel')).toBeVisible()
  await expect(figureOf(page, 'Total')).toHaveText('USD 6,060.00')

  const questions = await answerFolder(app, folder)
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: 'Save both' }).click()
  const name = `Tavola, autumn 2026 ${daysFromToday(0)}`
  const savedAs = (fileName: string) => `Saved as ${fileName} in ${path.basename(folder)}.`
  await expect(page.getByText(savedAs(`${name}.xlsx`))).toBeVisible()
  await expect(page.getByText(savedAs(`${name}.pdf`))).toBeVisible()
  await expect(page.getByText(`Into the folder ${path.basename(folder)}`)).toBeVisible()
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await expect(page.getByText(savedAs(`${name} (2).pdf`))).toBeVisible()
  expect(await questions()).toBe(1)
  const shown = await shownInFolder(app)
  await page.getByRole('button', { name: `Show in folder: ${name} (2).pdf` }).click()
  await expect.poll(shown).toEqual([path.join(folder, `${name} (2).pdf`)])
  expect(readdirSync(folder).sort()).toEqual([`${name} (2).pdf`, `${name}.pdf`, `${name}.xlsx`])

  const pdf = readFileSync(path.join(folder, `${name}.pdf`))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pageCount(pdf)).toBe(1)
  const file = path.join(folder, `${name}.xlsx`)
  const sheets = await readExcelFile(file)
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Leads',
    'Follow-ups',
    'Promises',
    'Costs',
    'Definitions',
    'Data quality',
  ])
  const costs = new Map(sheets[3]?.data.map((row) => [row[1], row[7]]))
  expect(costs.get('Total')).toBe(6060)
  expect(costs.get('Leads')).toBe(3)
  expect(costs.get('Cost per card')).toBe(2020)
  expect(costs.get('Cost per qualified lead')).toBe(3030)
  expect(costs.get('Cost per order')).toBeFalsy()
  expect(sheets[0]?.data.map((row) => row[1])).toEqual([
    'Company',
    'Sjögren & Åkerlund AB',
    "=cmd|' /C calc'!A0",
    '上海青禾餐饮用品',
  ])
  expect(formulasOf(file, 1).size).toBe(0)
  expect([...formulasOf(file, 4).values()]).toContain('COUNTA(Leads!A$2:A$4)')
})

test('two hundred leads with long names in Chinese still make one page', async ({ launch }) => {
  const { app, page } = await launch()
  await ready(page)
  await answerFolder(app, folder)
  const saved = await page.evaluate(
    async (report) => window.orchard.call['report:save'](report, ['pdf', 'spreadsheet'], false),
    reportOf(200),
  )
  expect(saved).toMatchObject({ ok: true, value: { files: [{ kind: 'pdf' }, { kind: 'spreadsheet' }] } })
  const [pdf] = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  expect(pageCount(readFileSync(path.join(folder, pdf ?? '')))).toBe(1)
})

test('the main process refuses a formula that reaches out of the file', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  const report = reportOf(1)
  const [sheet] = report.workbook.sheets
  sheet?.rows.push([{ kind: 'formula', formula: "cmd|' /C calc'!A0", value: 0, format: 'integer' }])
  const saved = await page.evaluate(
    async (bad) => window.orchard.call['report:save'](bad, ['spreadsheet'], false),
    report,
  )
  expect(saved).toEqual({
    ok: false,
    error: { code: 'ipc.refusedArguments', params: { channel: 'report:save' } },
  })
})

/** Keeps what the system is asked to show where it lies, in place of opening a window of its own. */
async function shownInFolder(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const kept = globalThis as { shownInFolder?: string[] }
    kept.shownInFolder = []
    shell.showItemInFolder = (shown: string) => kept.shownInFolder?.push(shown)
  })
  return () => app.evaluate(() => (globalThis as { shownInFolder?: string[] }).shownInFolder ?? [])
}
