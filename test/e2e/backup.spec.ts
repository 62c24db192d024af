import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { captureLead, createFair, expectLeadSaved } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { type Dump, dumpNotebook, liveRecords } from './notebookDump'

/** The smallest picture there is: one pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function snapshotsIn(userData: string): string[] {
  const folder = path.join(userData, 'notebook', 'snapshots')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.orchard')) : []
}

/** What must be identical after a rebuild or a restore: the domain tables, ids, times and all. */
function domainOf(dump: Dump): Dump {
  const { meta: _meta, changeLog: _changeLog, ...tables } = dump
  return tables
}

/** The change log without the numbers that another journal gave it. */
function historyOf(dump: Dump): unknown[] {
  return [...(dump.changeLog ?? [])]
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map(({ seq: _seq, key: _key, ...entry }) => entry)
}

async function twoLeadsAndAPhoto(page: Page, app: ElectronApplication, folder: string): Promise<void> {
  await createFair(page)
  const photo = path.join(folder, 'card.png')
  writeFileSync(photo, PHOTO)
  await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [photo] })
  await page.getByRole('button', { name: 'Add a photo' }).click()
  await expect(page.getByRole('img', { name: /Photo 1/ })).toBeVisible()
  await captureLead(page, 'Công ty CP Bếp Xanh', 'Trần Thị Ngọc Ánh')
  await captureLead(page, '拾光選物有限公司', '林怡君')
  await expect(page.getByText('2 customers')).toBeVisible()
}

function answerDialog(
  app: ElectronApplication,
  name: 'showOpenDialog' | 'showSaveDialog',
  answer: Readonly<Record<string, unknown>>,
): Promise<void> {
  return app.evaluate(
    ({ dialog }, [member, value]) => {
      ;(dialog as unknown as Record<string, unknown>)[member as string] = async () => value
    },
    [name, answer] as const,
  )
}

async function showBackups(page: Page): Promise<void> {
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible()
}

test('closing takes a verified backup, and a deleted index comes back from it, identical', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await ready(first.page)
  await twoLeadsAndAPhoto(first.page, first.app, userData)
  await expect(first.page.getByText('No backup yet')).toBeVisible()
  const before = await dumpNotebook(first.page)
  await first.app.close()
  expect(snapshotsIn(userData)).toEqual([expect.stringMatching(/^snapshot-g0001-s\d{12}-.*\.orchard$/)])

  const indexes = readdirSync(userData, { recursive: true, encoding: 'utf8' }).filter(
    (name) => path.basename(name) === 'IndexedDB',
  )
  expect(indexes.length).toBeGreaterThan(0)
  for (const name of indexes) rmSync(path.join(userData, name), { recursive: true, force: true })
  const second = await launch()
  await ready(second.page)
  await expect(second.page.getByText('built again from the journal')).toBeVisible()
  await expect(second.page.getByText(/Backup \d\d:\d\d ok/)).toBeVisible()
  const after = await dumpNotebook(second.page)
  expect(domainOf(after)).toEqual(domainOf(before))
  expect(after.changeLog).toEqual(before.changeLog)
  // Nothing has changed since, so that closing takes no second one.
  await second.app.close()
  expect(snapshotsIn(userData)).toHaveLength(1)
})

test('a copy restored into an empty profile is the same notebook, and the restore can be taken back', async ({
  launch,
  userData,
}, testInfo) => {
  const first = await launch()
  await ready(first.page)
  await twoLeadsAndAPhoto(first.page, first.app, userData)
  await showBackups(first.page)
  await first.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(first.page.getByText('A backup was taken and checked.')).toBeVisible()
  const copy = testInfo.outputPath('notebook.orchard')
  mkdirSync(path.dirname(copy), { recursive: true })
  await answerDialog(first.app, 'showSaveDialog', { canceled: false, filePath: copy })
  await first.page.getByRole('button', { name: /^Save a copy/ }).click()
  await expect(first.page.getByText(/The copy was saved and checked: .*1 attachment\./)).toBeVisible()
  const original = await dumpNotebook(first.page)
  await first.page.screenshot({ path: testInfo.outputPath('backups.png') })
  await first.app.close()

  renameSync(userData, `${userData}-first`)
  mkdirSync(userData)
  try {
    const second = await launch()
    const { page, app } = second
    await ready(page)
    await createFair(page, 'A fair of the other profile')
    await captureLead(page, 'Only here', 'Somebody else')
    const mine = await dumpNotebook(page)
    await showBackups(page)
    await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [copy] })
    await page.getByRole('button', { name: 'Open a backup file…' }).click()
    await expect(page.getByText('The file was checked and added to the list')).toBeVisible()
    expect(domainOf(await dumpNotebook(page))).toEqual(domainOf(mine))

    await page.getByRole('button', { name: /^Restore/ }).click()
    await expect(page.getByRole('row', { name: 'Customers 2 1' })).toBeVisible()
    await expect(page.getByRole('row', { name: 'Attachments 1 0' })).toBeVisible()
    await page.screenshot({ path: testInfo.outputPath('restore.png') })
    await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter')
    await expect(page.getByText(/The notebook is as it was on/)).toBeVisible()
    await ready(page)
    const restored = await dumpNotebook(page)
    expect(domainOf(restored)).toEqual(domainOf(original))
    expect(historyOf(restored)).toEqual(historyOf(original))
    const [attachment] = liveRecords(restored, 'attachments')
    const shown = await page.evaluate(
      async (hash) => (await fetch(`/attachment/${hash}`)).status,
      String(attachment?.hash),
    )
    expect(shown).toBe(200)
    // The new generation has its own verified snapshot at once.
    await expect.poll(() => snapshotsIn(userData).filter((name) => name.includes('-g0002-'))).toHaveLength(1)

    // Saving goes on in the new generation and survives a start.
    await page.keyboard.press('Control+n')
    await page.getByText('Tavola, autumn 2026').click()
    await captureLead(page, 'After the restore', 'New')
    const later = await dumpNotebook(page)
    await app.close()
    const third = await launch()
    await ready(third.page)
    expect(domainOf(await dumpNotebook(third.page))).toEqual(domainOf(later))

    await showBackups(third.page)
    const wayBack = third.page.getByRole('listitem').filter({ hasText: 'before a restore' })
    await wayBack.getByRole('button', { name: /^Restore/ }).click()
    await third.page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(third.page.getByText(/The notebook is as it was on/)).toBeVisible()
    await ready(third.page)
    expect(domainOf(await dumpNotebook(third.page))).toEqual(domainOf(mine))

    // And back again from the notice.
    await third.page.getByRole('button', { name: 'Go back to before the restore' }).click()
    await third.page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(third.page.getByText('3 customers')).toBeVisible()
    await ready(third.page)
    expect(domainOf(await dumpNotebook(third.page))).toEqual(domainOf(later))
    await third.app.close()
  } finally {
    rmSync(`${userData}-first`, { recursive: true, force: true })
  }
})

test('a damaged file is refused in words and changes nothing', async ({ launch, userData }, testInfo) => {
  const { page, app } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Casa Ferraris Srl', 'Marco Ferraris')
  await showBackups(page)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('A backup was taken and checked.')).toBeVisible()
  const before = await dumpNotebook(page)
  const folder = path.join(userData, 'notebook', 'snapshots')
  const [good = ''] = snapshotsIn(userData)
  const bytes = readFileSync(path.join(folder, good))
  mkdirSync(testInfo.outputDir, { recursive: true })
  const open = async (content: Uint8Array, words: string) => {
    const file = testInfo.outputPath('damaged.orchard')
    writeFileSync(file, content)
    await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] })
    await page.getByRole('button', { name: 'Open a backup file…' }).click()
    await expect(page.getByText(`The file was not opened: ${words}. Nothing was changed.`)).toBeVisible()
  }
  const flipped = Buffer.from(bytes)
  flipped[Math.floor(bytes.length / 2)] = (flipped[Math.floor(bytes.length / 2)] ?? 0) ^ 1
  await open(flipped, 'it is damaged')
  await open(bytes.subarray(0, bytes.length - 30), 'its end is missing')
  await open(Buffer.from('company,phone\n'), 'this is not an Orchard backup')
  expect(snapshotsIn(userData)).toEqual([good])

  // One that was damaged where it lies is refused as well, before anything is taken or changed.
  copyFileSync(path.join(folder, good), testInfo.outputPath('good.orchard'))
  writeFileSync(path.join(folder, good), flipped)
  await page.getByRole('button', { name: /^Restore/ }).click()
  await expect(page.getByRole('alert')).toHaveText(
    'Nothing was restored: it is damaged. Nothing was changed.',
  )
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(await dumpNotebook(page)).toEqual(before)
  expect(snapshotsIn(userData)).toEqual([good])
})

test('a full disk keeps the lead in the form, and saving and backup each tell the truth', async ({
  launch,
  userData,
}) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'mounts a small disk')
  const notebook = path.join(userData, 'notebook')
  mkdirSync(notebook, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', notebook])
  try {
    const { page, app } = await launch()
    await ready(page)
    await createFair(page)
    await captureLead(page, 'Wójcik Hurt', 'Piotr Wójcik')
    const filler = path.join(notebook, 'filler')
    fillDisk(filler)

    // Longer than the rest of the journal's last page, which stays writable on a full disk.
    await page.getByLabel('Note', { exact: true }).fill('word '.repeat(2_000))
    await page.getByLabel('Company').fill('Østby Kjøkken AS')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('form').getByText(/^Not saved: the disk is full/)).toBeVisible()
    await expect(page.getByLabel('Company')).toHaveValue('Østby Kjøkken AS')
    await page.keyboard.press('Control+9')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByText('Backup failed: the disk is full')).toBeVisible()
    expect(snapshotsIn(userData)).toEqual([])

    rmSync(filler)
    await page.keyboard.press('Control+n')
    await expect(page.getByLabel('Company')).toHaveValue('Østby Kjøkken AS')
    await page.keyboard.press('Control+Enter')
    await expectLeadSaved(page)
    await expect(page.getByText('2 customers')).toBeVisible()
    await page.keyboard.press('Control+9')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByText(/Backup \d\d:\d\d ok/)).toBeVisible()
    await app.close()
    expect(snapshotsIn(userData)).toHaveLength(1)
  } finally {
    execFileSync('umount', ['-l', notebook])
  }
})

/** Writes until not a byte more fits. */
function fillDisk(file: string): void {
  for (const chunk of [1_000_000, 100_000, 4_096, 512, 1]) {
    for (;;) {
      try {
        writeFileSync(file, Buffer.alloc(chunk), { flag: 'a' })
      } catch {
        break
      }
    }
  }
}
