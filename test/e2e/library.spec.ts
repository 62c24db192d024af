import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import PostalMime from 'postal-mime'
import { createFair, expectLeadSaved } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'

const PDF = Buffer.from('%PDF-1.4\nOne useful page\n%%EOF\n')

test('a piece is written down, moved and taken back by name, and goes to a customer with its file', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await page.keyboard.press('Control+5')
  await expect(page.getByText(/Nothing here yet\. Begin with one question/)).toBeVisible()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New piece' })
  await dialog.getByLabel('Title', { exact: true }).fill('Ten questions before you buy')
  await dialog.getByLabel('Status').selectOption('published')
  await dialog.getByLabel('Link').fill('nordlund.example')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('is no web address')
  await dialog.getByLabel('Link').fill('https://our-house.example/ten')
  await dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: 'ten.pdf', mimeType: 'application/pdf', buffer: PDF })
  await expect(dialog.getByText('ten.pdf')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const column = (name: string) => page.getByRole('region', { name, exact: true }).getByRole('article')
  await expect(column('Published')).toHaveCount(1)

  // By keyboard, by its own choice; by hand, dragged; and back by name.
  await page.getByLabel('Move Ten questions before you buy to').selectOption('ready')
  await expect(column('Ready')).toHaveCount(1)
  await column('Ready').dragTo(page.getByRole('region', { name: 'Idea', exact: true }))
  await expect(column('Idea')).toHaveCount(1)
  await page.getByRole('heading', { name: 'Content' }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: “Ten questions before you buy” is an idea')).toBeVisible()
  await expect(column('Ready')).toHaveCount(1)

  await captureAnna(page)
  await openAnna(page)
  await page.getByRole('button', { name: 'Give a piece' }).click()
  const letter = page.getByRole('dialog', { name: 'Letter' })
  await letter.getByLabel('Title, topic or product line').fill('quest')
  await letter.getByRole('button', { name: /Ten questions/ }).click()
  await expect(letter.getByText(/I thought of you|kom att tänka på dig/)).toContainText(
    'Ten questions before you buy',
  )
  const folder = await answerSaveDialog(app)
  await letter.getByRole('button', { name: /\.eml file/ }).click()
  await expect(letter.getByText(/Saved as Anna Nordlund/)).toBeVisible()
  await letter.getByRole('button', { name: /Done/ }).click()
  await expect(letter).toHaveCount(0)

  const [file = ''] = await savedFiles(app)
  const mail = await PostalMime.parse(readFileSync(path.join(folder, file)))
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(['ten.pdf'])
  expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer)).toEqual(PDF)
  expect(mail.text).toContain('https://our-house.example/ten')

  // The next time it is said that she has it.
  await page.getByRole('button', { name: 'Give a piece' }).click()
  await expect(letter.getByRole('button', { name: /Ten questions.*given on/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(letter).toHaveCount(0)
  await page.keyboard.press('Control+5')
  await page.getByRole('button', { name: 'Ten questions before you buy', exact: true }).click()
  await expect(page.getByText('1 customer got it from us; nobody took notice yet.')).toBeVisible()
})

test('a fact of a customer is tied to a pain point by one press, and is found from there', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await captureAnna(page)
  await page.keyboard.press('Control+5')
  await page.getByRole('tab', { name: 'Positioning' }).click()
  await page.getByRole('button', { name: 'New pain point or value' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('In their words').fill('Breakage on the last mile')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('0 facts, 0 pieces')).toBeVisible()

  await openAnna(page)
  await page.getByLabel('Kind of fact').selectOption('pain')
  await page.getByLabel('New fact, Enter').fill('Too much breakage from the port on')
  await page.getByLabel('New fact, Enter').press('Enter')
  await page.getByRole('button', { name: 'Breakage on the last mile?' }).click()
  await expect(page.getByLabel('Pain point of “Too much breakage from the port on”')).toHaveValue(/./)

  await page.keyboard.press('Control+5')
  await page.getByRole('button', { name: 'Show what hangs on “Breakage on the last mile”' }).click()
  const use = page.getByRole('complementary', { name: 'What hangs on “Breakage on the last mile”' })
  await expect(use.getByText('Too much breakage from the port on')).toBeVisible()
  await page.keyboard.press('F7')
  await expect(use.getByText('Too much breakage from the port on')).toHaveCount(0)
})

test('a copy of a shipped letter is refused with an unknown field, and stands before the shipped one', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await captureAnna(page)
  await page.keyboard.press('Control+5')
  await page.getByRole('tab', { name: 'Templates' }).click()
  await page.getByRole('button', { name: 'With a piece' }).click()
  const words = page.getByLabel('Text of the letter')
  const preview = page.getByRole('region', { name: 'As a customer would get it' })
  await expect(preview.getByText(/Anna/)).toBeVisible()

  await words.fill('Hello {{frstName|you}}, see below.')
  await page.getByRole('button', { name: 'Save as your copy' }).click()
  await expect(page.getByRole('alert')).toContainText('{{frstName|you}} is no field')
  await expect(preview.getByRole('button', { name: 'Copy' })).toBeDisabled()
  await words.fill('Hello {{firstName|you}}, about {{product}}: see below.')
  await expect(preview.getByText('Nothing stands in for: product.')).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Copy' })).toBeDisabled()
  await words.fill('Hello {{firstName|you}}, about {{product|it}}: see below.')
  await expect(preview.getByText('about it: see below.')).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Copy' })).toBeEnabled()
  await page.getByRole('button', { name: 'Save as your copy' }).click()
  await expect(page.getByRole('button', { name: 'Back to the shipped letter' })).toBeVisible()

  await openAnna(page)
  await page.getByRole('button', { name: 'Give a piece' }).click()
  const letter = page.getByRole('dialog', { name: 'Letter' })
  await expect(letter.getByText('Nothing is ready to be given yet.')).toBeVisible()
  await letter.getByRole('tab', { name: 'English' }).click()
  await expect(letter.getByText('about it: see below.')).toBeVisible()
})

async function captureAnna(page: Page): Promise<void> {
  await page.keyboard.press('Control+2')
  await createFair(page)
  await page.getByLabel('Company').fill('Nordlund Hem AB')
  await page.getByLabel('Person', { exact: true }).fill('Anna Nordlund')
  await page.getByLabel('E-mail', { exact: true }).fill('anna@nordlund.example')
  await page.keyboard.press('Control+Enter')
  await expectLeadSaved(page)
}

async function openAnna(page: Page): Promise<void> {
  await page.keyboard.press('Control+3')
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /Nordlund/ })
    .click()
  await expect(page.getByRole('textbox', { name: 'Quick note' })).toBeVisible()
}

/** Puts a folder in place of the save dialog and remembers the names that were offered. */
async function answerSaveDialog(app: ElectronApplication): Promise<string> {
  const folder = test.info().outputPath('letters')
  mkdirSync(folder, { recursive: true })
  await app.evaluate(({ dialog }, chosen) => {
    const names: string[] = []
    ;(globalThis as Record<string, unknown>).savedLetters = names
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const options = args.at(-1) as { defaultPath: string }
      const fileName = options.defaultPath.split(/[\\/]/).at(-1) ?? ''
      names.push(fileName)
      return { canceled: false, filePath: `${chosen}/${fileName}` }
    }
  }, folder)
  return folder
}

function savedFiles(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => (globalThis as Record<string, unknown>).savedLetters as string[])
}
