import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, ready, test } from './app'

/** Puts a pointer of the tests in place of the system's; `dragged` gives the files that it was handed so far. */
async function takeDrags(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const taken: string[] = []
    Object.assign(globalThis, { taken })
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.startDrag = ({ file, icon }) => {
        if (typeof icon === 'string' || icon.isEmpty()) throw new Error('no picture')
        taken.push(file)
      }
  })
  return () => app.evaluate(() => (globalThis as unknown as { taken: string[] }).taken)
}

/** Takes hold of a row and moves away with it, the button down. */
async function pull(page: Page, row: Locator): Promise<void> {
  // Where it stands once nothing moves any more.
  await row.hover({ trial: true })
  const box = await row.boundingBox()
  if (box === null) throw new Error('no row in sight')
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y + 4, { steps: 4 })
}

/** Lets a file go over the window, and tells which place the rail then shows as open. */
function placeAfterDrop(page: Page): Promise<string | null | undefined> {
  return page.evaluate(async () => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], 'x.vcf'))
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    return document.querySelector('nav [aria-current="page"]')?.textContent
  })
}

const row = (page: Page, place: number) => page.locator(`li[aria-posinset="${place}"]`)

test('rows are dragged out as vCards, marked ones together; with the privacy key none leaves', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  const dragged = await takeDrags(app)
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('button', { name: 'Export what is listed' })).toBeVisible()

  const name = (await row(page, 1).locator('bdi').first().innerText()).trim()
  await pull(page, row(page, 1))
  await expect.poll(async () => (await dragged()).length).toBe(1)
  // Let go over this window it is not taken in again.
  expect(await placeAfterDrop(page)).toContain('Notebook')
  await page.mouse.up()
  await page.mouse.move(400, 300)
  expect(await placeAfterDrop(page)).toContain('Import')
  await page.keyboard.press('Control+3')
  const [one = ''] = await dragged()
  expect(path.dirname(one)).toBe(path.join(userData, 'dragged'))
  expect(path.extname(one)).toBe('.vcf')
  expect(path.basename(one)).toContain(name.split(' ')[0] ?? '')
  expect(readFileSync(one, 'utf8')).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n[\s\S]*END:VCARD\r\n$/)

  // Marked with the keys and with the pointer; whichever is pulled, all go.
  await row(page, 2).getByRole('button').click()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await row(page, 5)
    .getByRole('button')
    .click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByRole('status').filter({ hasText: '3 marked' })).toBeVisible()
  await pull(page, row(page, 3))
  await expect.poll(async () => (await dragged()).length).toBe(2)
  await page.mouse.up()
  const three = readFileSync((await dragged())[1] ?? '', 'utf8')
  const companies = new Set([...three.matchAll(/^ORG:(.*)$/gm)].map(([, company]) => company))
  expect(companies.size).toBe(3)

  // The keys lead to the same file by way of the export.
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByLabel('3 chosen customers')).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('F7')
  await expect(page.locator('li[aria-posinset]')).toHaveCount(0)
  await page.keyboard.press('F7')
  await page.getByRole('button', { name: 'Unmark' }).click()
  await expect(page.getByRole('button', { name: 'Export what is listed' })).toBeVisible()

  await page.keyboard.press('Control+9')
  const log = page.getByRole('region', { name: 'What has left the notebook' }).getByRole('row')
  await expect(log).toHaveCount(2)
  await expect(log.nth(0)).toContainText('vCard 3.0')
  await expect(log.nth(0)).toContainText('what was listed')

  // Nothing of it stays behind.
  expect(readdirSync(path.join(userData, 'dragged'))).toHaveLength(2)
  await app.close()
  expect(existsSync(path.join(userData, 'dragged'))).toBe(false)
})

test('a file that was saved is dragged on from the line that says so', async ({ launch, userData }) => {
  const { app, page } = await launch()
  await ready(page)
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByText('80 customers', { exact: true })).toBeVisible()
  const dragged = await takeDrags(app)
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (async () => ({
      canceled: false,
      filePath: `${folder}/mine.xlsx`,
    })) as unknown as typeof dialog.showSaveDialog
  }, userData)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByText(/^\d+ rows$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Choose a place and save' }).click()
  const line = dialog.getByText(/^Saved: mine\.xlsx/)
  await pull(page, line)
  await expect.poll(dragged).toEqual([path.join(userData, 'mine.xlsx')])
  await page.mouse.up()
  await app.close()
  // It is the person's own file: only copies of ours go.
  expect(existsSync(path.join(userData, 'mine.xlsx'))).toBe(true)
})
