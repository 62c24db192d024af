import '../../support/everyLanguage'
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fairReport } from '#shared/reporting/fairReport'
import { type HoursLog, hoursWorkbook } from '#shared/reporting/hoursWorkbook'
import { reviewReport } from '#shared/reporting/review/reviewReport'
import type { ReviewRequest } from '#shared/reporting/review/reviewRequest'
import { reportWords } from '#shared/reporting/words'
import type { Cell, Workbook } from '#shared/reporting/workbook'
import { xlsxBytes } from '../../../electron/reports/xlsx'
import { FAIR } from '../../shared/reporting/fairFixture'
import { OCTOBER, REVIEW_BOOK } from '../../shared/reporting/reviewFixture'

const OFFICE_MS = 120_000

/** A spreadsheet program that calculates by itself. Where there is none these tests are skipped and say so. */
const OFFICE = ['soffice', 'libreoffice'].find(isThere)
const WHY_NOT = 'LibreOffice is not on this machine: formulas are not recalculated here'

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: OFFICE_MS })
    return true
  } catch {
    return false
  }
}

/** Without it the program believes the values that stand beside the formulas. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

/** The same workbook with every value spoiled: what comes back right was worked out by the formula. */
function withoutValues(workbook: Workbook): Workbook {
  const spoiled = (cell: Cell): Cell =>
    cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? { ...cell, value: 4711 } : cell
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(spoiled)) })),
  }
}

/** Formulas whose value in another program is not the one that we wrote beside them. */
async function differences(name: string, workbook: Workbook): Promise<{ count: number; wrong: unknown[] }> {
  const sheets = await readExcelFile(readFileSync(path.join(folder, 'out', `${name}.xlsx`)))
  const found = new Map(sheets.map(({ sheet, data }) => [sheet, data]))
  let count = 0
  const wrong: unknown[] = []
  for (const { name: sheet, rows } of workbook.sheets) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell === null || typeof cell === 'string' || cell.kind !== 'formula') continue
        count += 1
        const value = found.get(sheet)?.[row + 1]?.[column] ?? ''
        if (!isSame(cell.value, value)) wrong.push({ sheet, row: row + 2, column, cell, value })
      }
    }
  }
  return { count, wrong }
}

function isSame(ours: number | string, theirs: unknown): boolean {
  if (typeof ours === 'string') return ours === String(theirs)
  return typeof theirs === 'number' && Math.abs(theirs - ours) <= 1e-6 * Math.max(1, Math.abs(ours))
}

const reviews: readonly (readonly [string, Partial<ReviewRequest>])[] = [
  ['monthly', {}],
  ['monthly accrual', { view: 'accrual' }],
  ['channel linear', { kind: 'channel', model: 'linear' }],
  ['one channel', { kind: 'channel', scope: { channelId: 'fairs', name: 'Fairs' } }],
  ['segment', { scope: { memberIds: ['anna', 'chen'], name: 'Some' } }],
  ['customer', { kind: 'customer', scope: { customerId: 'anna', name: 'Anna' } }],
  ['product', { kind: 'product' }],
  ['asset', { kind: 'asset' }],
  ['chinese', { language: 'zh-Hans' }],
]

/** The time log of the same notebook. */
const HOURS: HoursLog = {
  lines: REVIEW_BOOK.hours,
  nameOf: () => ({}),
  base: REVIEW_BOOK.base,
  hourMinor: REVIEW_BOOK.hourMinor,
  today: OCTOBER.today,
}

const books: ReadonlyMap<string, Workbook> = new Map([
  ...reviews.map(([name, change]) => {
    const { workbook } = reviewReport(REVIEW_BOOK, { ...OCTOBER, ...change })
    return [name.replaceAll(' ', '-'), workbook] as const
  }),
  ['fair', fairReport(FAIR).workbook] as const,
  ['hours', hoursWorkbook(HOURS, reportWords('en'))] as const,
])

let folder = ''
// The program is started once for all of them: starting it takes most of the time.
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-recalculate-'))
  if (OFFICE === undefined) return
  const profile = path.join(folder, 'profile')
  mkdirSync(path.join(profile, 'user'), { recursive: true })
  writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
  const files: string[] = []
  for (const [name, workbook] of books) {
    const chunks: Uint8Array[] = []
    for await (const chunk of xlsxBytes(withoutValues(workbook))) chunks.push(chunk)
    files.push(path.join(folder, `${name}.xlsx`))
    writeFileSync(path.join(folder, `${name}.xlsx`), Buffer.concat(chunks))
  }
  const convert = [
    '--headless',
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    path.join(folder, 'out'),
  ]
  const asked = [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...convert, ...files]
  await promisify(execFile)(OFFICE, asked, { timeout: OFFICE_MS })
}, OFFICE_MS)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Skipped by name, so that a run says what it did not look at.
const calculated = OFFICE === undefined ? test.skip : test
if (OFFICE === undefined) test.skip(WHY_NOT, () => undefined)

calculated.each([...books.keys()])(
  'another spreadsheet program works %s out to the same values',
  async (name) => {
    const workbook = books.get(name)
    if (workbook === undefined) throw new Error('no such workbook')
    const { count, wrong } = await differences(name, workbook)
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(5)
  },
)
