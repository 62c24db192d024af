import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fairReport } from '#shared/reporting/fairReport'
import { type FsPort, nodeFs } from '../../../electron/files/fsPort'
import { createReportFiles } from '../../../electron/reports/reportFiles'
import { openReportFolder } from '../../../electron/reports/reportFolder'
import { FAIR } from '../../shared/reporting/fairFixture'

const report = fairReport(FAIR)
const name = 'Tavola, autumn 2026 2026-11-20'
let root: string
let target: string
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'orchard-reports-'))
  target = path.join(root, 'Fair reports')
  return nodeFs.makeFolder(target)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Reports over the real disk, or over one with a fault; `asked` counts the questions for a folder. */
async function reports(
  options: { fs?: FsPort; answer?: string | null; print?: () => Promise<Uint8Array> } = {},
) {
  const asked = { count: 0 }
  const fs = options.fs ?? nodeFs
  const files = createReportFiles({
    fs,
    folder: await openReportFolder(nodeFs, root),
    chooseFolder: async () => {
      asked.count += 1
      return options.answer === undefined ? target : options.answer
    },
    delimiter: () => ';',
    print: options.print ?? (async () => new TextEncoder().encode('%PDF-1.4 page')),
  })
  return { files, asked }
}

test('both files go into the folder that was chosen once, also after a restart', async () => {
  const first = await reports()
  expect(await first.files.place()).toEqual({ ok: true, value: { folderName: null } })
  expect(await first.files.save(report, ['spreadsheet', 'pdf'], false)).toMatchObject({
    ok: true,
    value: {
      folderName: 'Fair reports',
      files: [
        { kind: 'spreadsheet', fileName: `${name}.xlsx` },
        { kind: 'pdf', fileName: `${name}.pdf`, sizeBytes: 13 },
      ],
    },
  })
  const later = await reports()
  expect(await later.files.place()).toEqual({ ok: true, value: { folderName: 'Fair reports' } })
  await later.files.save(report, ['pdf'], false)
  expect([first.asked.count, later.asked.count]).toEqual([1, 0])
  expect(readdirSync(target)).toEqual([`${name} (2).pdf`, `${name}.pdf`, `${name}.xlsx`])
})

test('as CSV every sheet is a file of its own, texts guarded, numbers as the region writes them', async () => {
  const { files } = await reports()
  const saved = await files.save(report, ['csv'], false)
  const sheets = report.workbook.sheets.map((sheet) => `${name} ${sheet.name}.csv`)
  expect(saved).toMatchObject({
    ok: true,
    value: { files: sheets.map((fileName) => ({ kind: 'csv', fileName })) },
  })
  expect(readdirSync(target).sort()).toEqual(sheets.sort())
  const leads = readFileSync(path.join(target, `${name} Leads.csv`), 'utf8')
  expect(leads).toContain(";'=cmd|' /C calc'!A0;")
  expect(readFileSync(path.join(target, `${name} Costs.csv`), 'utf8')).toContain('6066,67')
})

test('nothing that is there is ever written over', async () => {
  writeFileSync(path.join(target, `${name}.pdf`), 'mine')
  const { files } = await reports()
  await files.save(report, ['pdf'], false)
  expect(readdirSync(target)).toEqual([`${name} (2).pdf`, `${name}.pdf`])
  expect(await nodeFs.stat(path.join(target, `${name}.pdf`))).toEqual({ kind: 'file', sizeBytes: 4 })
})

test('a folder that is gone is asked for again, and so is one that somebody wants elsewhere', async () => {
  const { files, asked } = await reports()
  await files.save(report, ['pdf'], false)
  rmSync(target, { recursive: true })
  expect(await files.place()).toEqual({ ok: true, value: { folderName: null } })
  await nodeFs.makeFolder(target)
  await files.save(report, ['pdf'], true)
  expect(asked.count).toBe(2)
})

test('thinking better of it writes nothing', async () => {
  const { files } = await reports({ answer: null })
  expect(await files.save(report, ['spreadsheet', 'pdf'], false)).toEqual({ ok: true, value: null })
  expect(readdirSync(target)).toEqual([])
})

test('a disk that fills up is said of the file it happened to, and leaves nothing half-written', async () => {
  const full: FsPort = {
    ...nodeFs,
    open: async (place, mode) => {
      const file = await nodeFs.open(place, mode)
      if (!place.includes('.xlsx')) return file
      return { ...file, write: async () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) }
    },
  }
  const { files } = await reports({ fs: full })
  expect(await files.save(report, ['spreadsheet', 'pdf'], false)).toMatchObject({
    ok: true,
    value: {
      files: [
        { kind: 'spreadsheet', error: 'report.diskFull' },
        { kind: 'pdf', fileName: `${name}.pdf` },
      ],
    },
  })
  expect(readdirSync(target)).toEqual([`${name}.pdf`])
})

test('a page that cannot be printed does not keep the spreadsheet from being saved', async () => {
  const { files } = await reports({ print: () => Promise.reject(new Error('no renderer')) })
  expect(await files.save(report, ['pdf', 'spreadsheet'], false)).toMatchObject({
    ok: true,
    value: {
      files: [
        { kind: 'pdf', error: 'report.notPrinted' },
        { kind: 'spreadsheet', fileName: `${name}.xlsx` },
      ],
    },
  })
})
