import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { filesBelow } from './folderFiles'

const WORDS = 'vườn cam đầu làng'

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

/** Whether any file below a folder holds the text. */
function holds(folder: string, text: string): string[] {
  return [...filesBelow(folder)]
    .filter(({ bytes }) => [text, text.normalize('NFD')].some((form) => bytes.includes(form)))
    .map(({ name }) => name)
}

test('a copy with a passphrase opens with it alone, and the passphrase is nowhere on the disk', async ({
  launch,
  userData,
}, testInfo) => {
  const { page, app } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Casa Ferraris Srl', 'Marco Ferraris')
  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('A backup was taken and checked.')).toBeVisible()

  const copy = testInfo.outputPath('sealed.orchard')
  mkdirSync(path.dirname(copy), { recursive: true })
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: copy })
  await page.getByRole('button', { name: /^More with the backup/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Save a copy with a passphrase…' }).press('Enter')
  const asking = page.getByRole('dialog', { name: 'A copy with a passphrase' })
  await expect(asking.getByText(/nobody can open this copy again/)).toBeVisible()
  await asking.getByLabel('Passphrase', { exact: true }).fill('short')
  await page.keyboard.press('Enter')
  await expect(asking.getByText('That is too short')).toBeVisible()
  await asking.getByLabel('Passphrase', { exact: true }).fill(WORDS)
  await asking.getByLabel('The same once more').fill(`${WORDS}!`)
  await page.keyboard.press('Enter')
  await expect(asking.getByText('The two are not the same')).toBeVisible()
  await asking.getByLabel('The same once more').fill(WORDS.normalize('NFD'))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/The copy was saved and checked/)).toBeVisible()
  expect(holds(path.dirname(copy), 'Ferraris')).toEqual([])

  const open = async (file: string) => {
    await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] })
    await page.getByRole('button', { name: 'Open a backup file…' }).click()
  }
  await open(copy)
  const opening = page.getByRole('dialog', { name: 'This copy wants its passphrase' })
  await opening.getByLabel('Passphrase', { exact: true }).fill('something else')
  await page.keyboard.press('Enter')
  await expect(opening.getByText(/the passphrase does not open it.*Nothing was changed/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'List of backups' }).getByRole('listitem')).toHaveCount(1)
  await opening.getByLabel('Passphrase', { exact: true }).fill(WORDS.normalize('NFD'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('The file was checked and added to the list')).toBeVisible()
  await expect(page.getByRole('list', { name: 'List of backups' }).getByRole('listitem')).toHaveCount(2)

  const cut = testInfo.outputPath('cut.orchard')
  writeFileSync(cut, readFileSync(copy).subarray(0, -40))
  await open(cut)
  await opening.getByLabel('Passphrase', { exact: true }).fill(WORDS)
  await page.keyboard.press('Enter')
  await expect(opening.getByText(/its end is missing. Nothing was changed/)).toBeVisible()
  await opening.getByRole('button', { name: 'Cancel' }).click()
  await app.close()
  expect(holds(userData, WORDS)).toEqual([])
  expect(holds(userData, 'đầu làng')).toEqual([])
})
