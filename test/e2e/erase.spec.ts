import { readFileSync } from 'node:fs'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { readSnapshot } from '../../electron/backup/readSnapshot'
import { expect, ready, test } from './app'
import { chooseOnPage } from './chooseOnPage'
import { filesBelow } from './folderFiles'
import { dumpNotebook, liveRecords } from './notebookDump'

const NAMES = ['Ostrovnaya', 'Островная']

/** Every way in which a text can stand on a disk; backups unpacked. */
async function filesThatSay(folder: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const { name, bytes } of filesBelow(folder)) {
    const forms = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')])
    const isThere = forms.some((form) => bytes.includes(form))
    if (isThere || (name.endsWith('.orchard') && (await snapshotSays(bytes, words)))) found.push(name)
  }
  return found.sort()
}

async function snapshotSays(bytes: Buffer, words: readonly string[]): Promise<boolean> {
  let text = ''
  async function* whole() {
    yield bytes
  }
  for await (const part of readSnapshot(whole()))
    if (part.type === 'rows') text += Buffer.from(part.lines).toString()
  return words.some((word) => text.includes(word))
}

test('who is erased is in no file of the user’s folder any more, and everybody else is as before', async ({
  launch,
  userData,
}, testInfo) => {
  // Two starts, every backup written anew and every file of the folder read.
  test.slow()
  const { page, app } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Ostrovnaya-Trading', 'Анна Островная')
  await captureLead(page, 'Lindqvist AB', 'Karin Lindqvist')
  await page.keyboard.press('Control+3')
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /Ostrovnaya/ })
    .click()
  await chooseOnPage(page, 'Erase…')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('What goes, for good')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled()
  await page.screenshot({ path: testInfo.outputPath('erase.png') })
  expect((await filesThatSay(userData, NAMES)).length).toBeGreaterThan(0)

  await dialog.getByLabel('I know that this can’t be undone, not even from a backup').check()
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(dialog.getByText(/^Erased\./)).toBeVisible()
  await page.screenshot({ path: testInfo.outputPath('erased.png') })
  const report = testInfo.outputPath('report.txt')
  await app.evaluate(({ dialog: dialogs }, filePath) => {
    dialogs.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialogs.showSaveDialog
  }, report)
  await dialog.getByRole('button', { name: 'Save the report…' }).click()
  await expect(dialog.getByText('Saved: report.txt')).toBeVisible()
  const written = readFileSync(report, 'utf8')
  expect(written).toContain('people: 1')
  for (const name of NAMES) expect(written).not.toContain(name)

  await dialog.getByRole('button', { name: 'Open the notebook anew' }).click()
  await expect(page.getByText('Somebody was erased from this notebook.')).toBeVisible()
  await ready(page)
  const dump = await dumpNotebook(page)
  expect(liveRecords(dump, 'customers').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Erased customer', 'Lindqvist AB']),
  )
  expect(liveRecords(dump, 'people').map(({ fullName }) => fullName)).toEqual(['Karin Lindqvist'])
  expect(liveRecords(dump, 'erasures')).toHaveLength(1)
  await app.close()
  // What Chromium's store keeps of its deleted rows goes with the next start.
  const left = (await filesThatSay(userData, NAMES)).filter((name) => !name.includes('IndexedDB'))
  expect(left).toEqual([])

  const again = await launch()
  await ready(again.page)
  expect(liveRecords(await dumpNotebook(again.page), 'customers')).toHaveLength(2)
  await captureLead(again.page, 'Nordlund Hem AB', 'Ulla Nordlund')
  await again.app.close()
  expect(await filesThatSay(userData, NAMES)).toEqual([])
})
