import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { ROOT } from '../../build/project'
import { captureLead, createFair, expectLeadSaved } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { answerDialog } from './importSteps'
import { codeOn, filesWith, isLocked, turnOn, unlock, WORDS } from './lockSteps'

const PICTURE = path.join(ROOT, 'build/pictures/met-before.png')
const NEXT_WORDS = 'another sentence by heart'
const LAST_WORDS = 'and a third one for later'
const REFUSED = 'That does not open it.'

/** Some bytes from the middle of the notebook's largest attachment. */
function middleOfPhoto(userData: string): Buffer {
  const folder = path.join(userData, NOTEBOOK_FOLDER, 'attachments')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort((a, b) => statSync(b).size - statSync(a).size)
  const bytes = readFileSync(files[0] ?? '')
  const middle = Math.floor(bytes.length / 2)
  return bytes.subarray(middle, middle + 64)
}

/** Moves the clock of the main process on. */
function passMinutes(app: ElectronApplication, minutes: number): Promise<void> {
  return app.evaluate((_electron, passedMs) => {
    const before = Date.now
    Date.now = () => before() + passedMs
  }, minutes * 60_000)
}

/** Whether the picture is drawn, and not only asked for. */
function isDrawn(page: Page): Promise<boolean> {
  return page
    .getByRole('img', { name: 'Photo 1' })
    .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)
}

test('left alone it locks by itself; the photo of a card is unreadable on the disk and is there again when it opens', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await answerDialog(app, [PICTURE])
  await createFair(page)
  await page.getByRole('button', { name: 'Add a photo' }).click()
  await expect(page.getByRole('img', { name: 'Photo 1' })).toBeVisible()
  await page.getByLabel('Company').fill('Nordlund Hem AB')
  await page.keyboard.press('Control+Enter')
  await expectLeadSaved(page)
  const photo = middleOfPhoto(userData)
  expect(filesWith(userData, [photo]).length, 'the search finds what lies in the open').toBeGreaterThan(0)

  await turnOn(page)
  expect(filesWith(userData, [photo])).toEqual([])
  await page.keyboard.press('Control+9')
  await page.getByLabel('Lock by itself').selectOption({ label: 'after 1 minute' })
  await passMinutes(app, 2)
  await isLocked(page)
  await expect(page.getByText('Nordlund')).toHaveCount(0)
  expect(filesWith(userData, [photo, 'Nordlund'])).toEqual([])

  await unlock(page, WORDS)
  await ready(page)
  await page.keyboard.press('Control+1')
  await expect(page.getByText('1 photo unprocessed')).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByText('Card 1 of 1')).toBeVisible()
  await expect.poll(() => isDrawn(page)).toBe(true)
  expect(filesWith(userData, [photo]), 'shown, and nowhere on the disk').toEqual([])
})

test('after a change the passphrase before opens nothing, and the sheet still does', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  const code = await turnOn(page)
  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Change the passphrase…' }).press('Enter')
  const changing = page.getByRole('dialog', { name: 'Change the passphrase' })
  await changing.getByLabel('Passphrase of now').fill('not these words')
  await changing.getByLabel('New passphrase').fill(NEXT_WORDS)
  await changing.getByLabel('The same once more').fill(NEXT_WORDS)
  await page.keyboard.press('Enter')
  await expect(changing.getByText(REFUSED)).toBeVisible()
  await changing.getByLabel('Passphrase of now').fill(WORDS)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The passphrase was changed.')).toBeVisible()
  await page.keyboard.press('Control+Shift+L')
  await isLocked(page)
  await unlock(page, WORDS)
  await expect(page.getByText(REFUSED)).toBeVisible()
  await unlock(page, NEXT_WORDS)
  await ready(page)
  await page.keyboard.press('Control+Shift+L')
  await isLocked(page)
  await recover(page, code)
  await ready(page)
})

test('a new recovery sheet ends the one before, also for the next start', async ({ launch }) => {
  const { app, page } = await launch()
  await ready(page)
  await createFair(page)
  await captureLead(page, 'Casa Ferraris Srl', 'Marco Ferraris')
  const code = await turnOn(page)
  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Make a new recovery sheet…' }).press('Enter')
  const making = page.getByRole('dialog', { name: 'A new recovery sheet' })
  await making.getByLabel('Passphrase of now').fill(WORDS)
  await page.keyboard.press('Enter')
  const nextCode = await codeOn(making)
  expect(nextCode).not.toBe(code)
  await making.getByLabel('To go on, type the last group of the code').fill(nextCode.split('-').at(-1) ?? '')
  await making.getByRole('checkbox').check()
  await making.getByRole('button', { name: 'Close' }).last().press('Enter')
  await expect(making).toHaveCount(0)
  await app.close()

  const again = await launch()
  await isLocked(again.page)
  await recover(again.page, code)
  await expect(again.page.getByText(REFUSED)).toBeVisible()
  await again.page.getByLabel('Recovery code').fill(nextCode)
  await again.page.keyboard.press('Enter')
  await ready(again.page)
  await again.page.keyboard.press('Control+3')
  await expect(again.page.getByText('Casa Ferraris Srl').first()).toBeVisible()
})

/** Opens with the code of a sheet, and chooses the last of the passphrases. */
async function recover(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'I have forgotten the passphrase' }).press('Enter')
  await page.getByLabel('Recovery code').fill(code)
  await page.getByLabel('New passphrase').fill(LAST_WORDS)
  await page.getByLabel('The same once more').fill(LAST_WORDS)
  await page.keyboard.press('Enter')
}
