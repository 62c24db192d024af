import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../project'
import { expect, type Tourist } from './tourist'

/** Public-domain-like fictional files of the kinds a salesperson arrives with. */
const FILES = ['linkedin/made/Connections.csv', 'alibaba/made/询盘导出_gbk.csv', 'vcard/made/ios-3.0.vcf']

/** Takes in what is there already: each file looked at, its dry run shown, then imported. */
export async function takeInFiles(tourist: Tourist): Promise<void> {
  const { page } = tourist
  await tourist.answerOpenDialog(FILES.map((file) => path.join(ROOT, 'test/fixtures/import', file)))
  await tourist.press('Control+i')
  const files = page.getByRole('list', { name: 'Files' })
  await expect(files.getByRole('listitem')).toHaveCount(FILES.length)
  for (const [index, file] of FILES.entries()) {
    const name = path.basename(file)
    await files.getByRole('button', { name: new RegExp(`^${name.split('.')[0]}`) }).click()
    const result = page.getByRole('region', { name: 'What would happen' })
    const count = result.getByRole('button', { name: /^\d+ new/ })
    await expect(count).toBeVisible()
    // The button's words go on after the count.
    const [found = ''] = /^\d+ new/.exec((await count.innerText()).replaceAll('\n', ' ')) ?? []
    tourist.say(`looked at ${name}: ${found}`)
    if (index === 0) await tourist.picture('import')
    await page.getByRole('button', { name: /^Import \d/ }).click()
    await expect(page.getByRole('heading', { name: /is in the notebook/ })).toBeVisible()
  }
  tourist.say('imported all three; each can be taken back with one undo')
}

/** Opens a page of the notebook by a few letters, writes a note and a quote. */
export async function workInTheNotebook(tourist: Tourist): Promise<void> {
  const { page } = tourist
  await tourist.press('Control+3')
  await page.getByLabel('Search the notebook').focus()
  await tourist.type('arauc')
  await tourist.press('Enter')
  const note = page.getByRole('textbox', { name: 'Quick note' })
  await expect(note).toBeVisible()
  await note.focus()
  await tourist.type('Wants $17,900 of bowls if the lids wait. !photos tomorrow ?label proof +10d #bamboo')
  await tourist.press('Control+Enter')
  await expect(note).toHaveValue('')
  tourist.say('wrote a note: a promise of ours, one of theirs and a tag were taken from it')
  await page.getByRole('button', { name: 'Quote', exact: true }).click()
  await page.getByLabel('Number').fill('Q-318')
  await page.getByLabel('Product 1').fill('Bowl 16, matt sand')
  await page.getByLabel('Quantity 1').fill('4,000')
  await page.getByLabel('Price a piece 1').fill('1.92')
  await tourist.press('Enter')
  await expect(page.getByText('Q-318')).toBeVisible()
  tourist.say('quoted 4,000 bowls at USD 1.92')
  await tourist.picture('notebook')
}

/** The day's letters: who is due, then one after another until nothing is left. Counts the drafts saved as files, too. */
export async function writeLetters(tourist: Tourist): Promise<{ letters: number; drafts: number }> {
  const { page, app } = tourist
  await app.evaluate(({ dialog, shell }, folder) => {
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string }
      return { canceled: false, filePath: `${folder}/${defaultPath.split(/[\\/]/).at(-1)}` }
    }
    shell.openExternal = async () => undefined
  }, tourist.folder)
  await tourist.press('Control+1')
  await expect(page.getByRole('list', { name: 'What to do' }).getByRole('listitem').first()).toBeVisible()
  // The picture is of the whole spread: the brief comes a moment after the list.
  await expect(page.getByRole('button', { name: /^Copy/ })).toBeVisible()
  await tourist.picture('today')
  await tourist.press('q')
  await expect(page.getByRole('heading', { name: 'Evening queue' })).toBeVisible()
  await tourist.picture('evening-queue')
  const done = page.getByText(/letters? logged\. Nothing is left\./)
  let written = 0
  const drafts = new Set<string>()
  while (!(await done.isVisible())) {
    const draft = await sendOne(tourist)
    if (draft !== undefined) drafts.add(draft)
    const before = await page
      .getByText(/^\d+ of \d+$/)
      .first()
      .innerText()
    await tourist.press('Enter')
    written += 1
    await expect(done.or(page.getByText(/^\d+ of \d+$/).filter({ hasNotText: before })).first()).toBeVisible()
  }
  await tourist.press('Escape')
  for (const draft of drafts)
    if (!existsSync(path.join(tourist.folder, draft))) throw new Error(`no file ${draft}`)
  tourist.say(
    `wrote and logged ${written} letters, ${drafts.size} of them saved as drafts for the mail program`,
  )
  return { letters: written, drafts: drafts.size }
}

/**
 * As a mail draft where there is an address, else by copying the text for the person's own messenger. Returns the
 * draft's file name.
 */
async function sendOne(tourist: Tourist): Promise<string | undefined> {
  const { page } = tourist
  // The letter comes a moment after its place in the queue; every letter can be copied.
  await expect(page.getByRole('button', { name: /^Copy/ })).toBeVisible()
  if ((await page.getByRole('button', { name: /\.eml/ }).count()) > 0) {
    await tourist.press('e')
    const saved = page.getByText(/^Saved as .*\.eml/)
    await expect(saved).toBeVisible()
    return /^Saved as (.*\.eml)/.exec(await saved.innerText())?.[1]
  }
  await tourist.press('c')
  await expect(page.getByText(/^Copied\./)).toBeVisible()
  return undefined
}

/** The calendar over all customers. */
export async function lookAhead(tourist: Tourist): Promise<void> {
  await tourist.press('Control+4')
  await expect(tourist.page.getByRole('list', { name: 'Lanes' })).toBeVisible()
  tourist.say('looked ahead: what is planned for everybody over the coming weeks')
  await tourist.picture('timeline')
}
