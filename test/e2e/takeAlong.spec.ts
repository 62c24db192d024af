import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type ElectronApplication, type Page } from '@playwright/test'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { provideChromium } from '../../build/stand-in/provideChromium'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { type Dump, dumpNotebook, liveRecords } from './notebookDump'

/** The smallest picture there is: one pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const HOSTILE = '<img src=x onerror="document.title=1">=1+1 & Söhne'

let place: string
test.beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'orchard-along-'))
})
test.afterEach(() => rmSync(place, { recursive: true, force: true }))

function answerFolder(app: ElectronApplication, folder: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [chosen],
    })) as typeof dialog.showOpenDialog
  }, folder)
}

/** A fair with a photo, names in several scripts and one that is no markup, something changed and something undone. */
async function fillNotebook(page: Page, app: ElectronApplication): Promise<void> {
  await createFair(page)
  const photo = path.join(place, 'card.png')
  writeFileSync(photo, PHOTO)
  await answerFolder(app, photo)
  await page.getByRole('button', { name: 'Add a photo' }).click()
  await expect(page.getByRole('img', { name: /Photo 1/ })).toBeVisible()
  await captureLead(page, 'Công ty CP Bếp Xanh', 'Trần Thị Ngọc Ánh')
  await captureLead(page, '拾光選物有限公司', '林怡君')
  await captureLead(page, HOSTILE, 'Ana Prueba')
  await captureLead(page, 'Taken back', 'Nobody')
  await page.keyboard.press('Control+3')
  await expect(page.getByText('4 customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('3 customers', { exact: true })).toBeVisible()
}

async function showTakeAlong(page: Page): Promise<void> {
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('heading', { name: 'Take everything along' })).toBeVisible()
}

/** Every table past the product's own code; the log without the numbers that another journal gave it. */
function comparable(dump: Dump): unknown {
  const { meta: _meta, changeLog = [], ...tables } = dump
  const history = [...changeLog]
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map(({ seq: _seq, key: _key, ...entry }) => entry)
  return { tables, history }
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

async function takeAlong(page: Page, app: ElectronApplication): Promise<string> {
  await answerFolder(app, place)
  await showTakeAlong(page)
  await page.getByRole('button', { name: 'Take everything along…' }).click()
  await page.getByRole('button', { name: 'Choose a place and write' }).click()
  await expect(page.getByText(/^Saved: Orchard \d{4}-\d\d-\d\d$/)).toBeVisible()
  const [name = ''] = readdirSync(place).filter((entry) => entry.startsWith('Orchard '))
  await page.keyboard.press('Escape')
  return path.join(place, name)
}

test('the notebook leaves as a folder that others can read, and comes back to the last id, time and change', async ({
  launch,
  userData,
}) => {
  // Two apps and a browser of their own, one after another.
  test.slow()
  const first = await launch()
  await ready(first.page)
  await fillNotebook(first.page, first.app)
  const before = await dumpNotebook(first.page)
  const folder = await takeAlong(first.page, first.app)
  await expect(
    first.page.getByRole('region', { name: 'What has left the notebook' }).getByRole('row').first(),
  ).toContainText('Everything')
  await first.app.close()

  // Nothing else is left beside it, and every file is what the manifest says.
  expect(readdirSync(place).sort()).toEqual([path.basename(folder), 'card.png'])
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))
  const listed = manifest.files.map((file: { path: string }) => file.path)
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  expect([...listed, 'manifest.json'].sort()).toEqual(found.sort())
  for (const file of manifest.files) expect(sha256(path.join(folder, file.path)), file.path).toBe(file.sha256)

  // Each part as programs of others read it.
  for (const [table, rows] of Object.entries(before)) {
    if (table === 'meta') continue
    const lines = readFileSync(path.join(folder, 'data', `${table}.ndjson`), 'utf8')
      .split('\n')
      .slice(0, -1)
    const records = table === 'changeLog' ? rows : rows.map(({ body }) => body)
    expect(
      lines.map((line) => JSON.parse(line)),
      table,
    ).toEqual(records)
    if (table === 'changeLog') continue
    const csv = Papa.parse<Record<string, string>>(
      readFileSync(path.join(folder, 'csv', `${table}.csv`), 'utf8'),
      {
        header: true,
        skipEmptyLines: true,
      },
    )
    expect(
      csv.data.map(({ id }) => id),
      table,
    ).toEqual(liveRecords(before, table).map(({ id }) => id))
  }
  const names = liveRecords(before, 'customers').map(({ name }) => name)
  const [contacts] = await readExcelFile(path.join(folder, 'contacts.xlsx'))
  expect(new Set(contacts?.data.slice(1).map((row) => row[1]))).toEqual(new Set(names))
  const cards = ICAL.parse(readFileSync(path.join(folder, 'contacts.vcf'), 'utf8')) as unknown as unknown[]
  expect(cards).toHaveLength(3)
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path.join(folder, 'calendar.ics'), 'utf8')))
  expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(0)
  const pages = readdirSync(path.join(folder, 'customers'))
  expect(pages).toHaveLength(3)
  expect(pages).toContain('拾光選物有限公司.md')
  const photos = readdirSync(path.join(folder, 'attachments'))
  expect(photos.map((photo) => readFileSync(path.join(folder, 'attachments', photo)))).toEqual([PHOTO])

  await readInBrowser(folder)

  // Back into a profile that knows nothing of it.
  renameSync(userData, `${userData}-first`)
  mkdirSync(userData)
  try {
    const { page, app } = await launch()
    await ready(page)
    await showTakeAlong(page)
    await answerFolder(app, folder)
    await page.getByRole('button', { name: 'Read a folder back…' }).click()
    await expect(page.getByRole('row', { name: 'Customers 3 0' })).toBeVisible()
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(page.getByText(/The notebook is as it was on/)).toBeVisible()
    await ready(page)
    expect(comparable(await dumpNotebook(page))).toEqual(comparable(before))
    const [attachment] = liveRecords(before, 'attachments')
    const shown = await page.evaluate(
      async (hash) => (await fetch(`/attachment/${hash}`)).status,
      String(attachment?.hash),
    )
    expect(shown).toBe(200)
    await app.close()
  } finally {
    rmSync(`${userData}-first`, { recursive: true, force: true })
  }
})

/** index.html from the disk, in a browser that has nothing to do with us. */
async function readInBrowser(folder: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: await provideChromium({ log: () => undefined }) })
  try {
    const page = await browser.newPage({ viewport: { width: 1024, height: 640 } })
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => request.url().startsWith('file:') || faults.push(request.url()))
    await page.goto(pathToFileURL(path.join(folder, 'index.html')).href)
    const list = page.getByRole('navigation').getByRole('link')
    await expect(list).toHaveCount(3)
    await page.getByLabel('Search the customers').fill('bep xanh')
    await expect(list).toHaveCount(1)
    await list.press('Enter')
    await expect(page.getByRole('heading', { name: 'Công ty CP Bếp Xanh' })).toBeFocused()
    await expect(page.getByRole('main').getByText('Trần Thị Ngọc Ánh').first()).toBeVisible()
    await page.getByLabel('Search the customers').fill('onerror')
    await list.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: HOSTILE })).toBeVisible()
    await expect(page.getByRole('main').getByRole('img')).toHaveCount(0)
    await expect(page).toHaveTitle(/^Orchard /)
    expect(faults).toEqual([])
  } finally {
    await browser.close()
  }
}

test('a file that was altered is refused by its name, and one that is not read is told', async ({
  launch,
}) => {
  const { page, app } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Casa Ferraris Srl', 'Marco Ferraris')
  const folder = await takeAlong(page, app)
  const before = await dumpNotebook(page)

  const people = path.join(folder, 'data', 'people.ndjson')
  const whole = readFileSync(people, 'utf8')
  writeFileSync(people, whole.replace('Marco', 'Mario'))
  await answerFolder(app, folder)
  await page.getByRole('button', { name: 'Read a folder back…' }).click()
  await expect(page.getByText('Nothing was read back, and nothing was changed.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'data/people.ndjson' })).toBeVisible()
  expect(await dumpNotebook(page)).toEqual(before)

  writeFileSync(people, whole)
  writeFileSync(path.join(folder, 'customers', 'Casa Ferraris Srl.md'), 'My own words')
  await page.getByRole('button', { name: 'Read a folder back…' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listitem').filter({ hasText: 'customers/Casa Ferraris Srl.md' })).toBeVisible()

  rmSync(path.join(folder, 'manifest.json'))
  await page.getByRole('button', { name: 'Read a folder back…' }).click()
  await expect(page.getByText(/this is no folder that Orchard has written/)).toBeVisible()
})
