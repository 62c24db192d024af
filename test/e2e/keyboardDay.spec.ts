import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { ROOT } from '../../build/project'
import { daysFromToday, workingMorning } from '../../build/tour/fairSteps'
import { expect, startOn, test } from './app'
import { Keyboard } from './keyboard'
import { dumpNotebook, liveRecords } from './notebookDump'

const CONTACTS = path.join(ROOT, 'test/fixtures/import/linkedin/made/Connections.csv')

/** Notes a press of the mouse, so that the test can say there was none. */
async function watchMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('mousedown', () => document.documentElement.setAttribute('data-mouse', 'used'), true)
  })
}

/** The system's own file dialogs are nobody's keyboard here; each is answered with a place in the folder. */
async function answerDialogs(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(
    ({ dialog, shell }, { file, to }) => {
      const state = { opened: 0 }
      dialog.showOpenDialog = async () => {
        state.opened += 1
        return { canceled: false, filePaths: [state.opened === 1 ? file : to] }
      }
      dialog.showSaveDialog = async (...args: unknown[]) => {
        const { defaultPath } = args.at(-1) as { defaultPath: string }
        return { canceled: false, filePath: `${to}/${defaultPath.split(/[\\/]/).at(-1)}` }
      }
      shell.openExternal = async () => undefined
    },
    { file: CONTACTS, to: folder },
  )
}

/** A dialog takes the cursor a moment after it is there; a Tab before that leads somewhere else. */
async function dialogHasCursor(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
}

test('a whole fair day by keyboard alone: fair, leads, a file, a page, the letters, a cost, the report, a backup', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch()
  await answerDialogs(app, userData)
  const morning = workingMorning()
  await startOn(page, morning)
  await watchMouse(page)
  const keys = new Keyboard(page)
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  await expect(field('Name of this edition')).toBeFocused()
  await keys.type('Tavola, autumn 2026')
  await keys.tabTo(field('First day'))
  await keys.typeDay(daysFromToday(-1, morning))
  await keys.tabTo(field('Last day'))
  await keys.typeDay(daysFromToday(2, morning))
  await keys.press('Enter')
  await expect(page.getByLabel('Company')).toBeFocused()

  for (const [company, person, mail] of [
    ['Nordlund Hem AB', 'Anna Nordlund', 'anna@nordlund.example'],
    ['Casa Ferraris Srl', 'Marco Ferraris', 'marco@ferraris.example'],
  ] as const) {
    keys.countFromHere()
    await keys.type(company)
    await keys.press('Enter')
    await keys.type(person)
    await keys.press('Alt+4')
    await keys.type(mail)
    await keys.press('Alt+6', 'a', 'Alt+[', 'Alt+]', 'Control+Enter')
    expect(keys.counted()).toBeLessThanOrEqual(20)
    await expect(page.getByLabel('Company')).toHaveValue('')
  }
  await expect(page.getByText('2 customers')).toBeVisible()

  await keys.press('Control+i')
  await expect(button(/^Import \d/)).toBeVisible()
  await keys.tabTo(button(/^Import \d/))
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: /is in the notebook/ })).toBeVisible()

  await keys.press('Control+k')
  await keys.type('ferrar')
  await expect(page.getByRole('dialog').getByText('Casa Ferraris Srl')).toBeVisible()
  await keys.press('Enter')
  await expect(page.getByRole('article', { name: 'Casa Ferraris Srl' })).toBeVisible()
  await keys.tabTo(page.getByRole('textbox', { name: 'Quick note' }))
  await keys.type('Wants the lids first. !photos tomorrow')
  await keys.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Quick note' })).toHaveValue('')

  await keys.press('Control+1')
  await expect(button(/^Write them/)).toBeVisible()
  await keys.press('q')
  await expect(page.getByRole('heading', { name: 'Evening queue' })).toBeVisible()
  for (const done of [/^1 logged/, /letters logged\. Nothing is left/]) {
    await expect(button(/^Copy/)).toBeVisible()
    await keys.press('e')
    await expect(page.getByText(/^Saved as .*\.eml/)).toBeVisible()
    await keys.press('Enter')
    await expect(page.getByText(done).first()).toBeVisible()
  }
  await keys.press('Escape')

  await keys.press('Control+6')
  await keys.tabTo(button('Add a cost'))
  await keys.press('Enter')
  await dialogHasCursor(page)
  await keys.tabTo(page.getByRole('dialog').getByLabel('Amount'))
  await keys.type('1200')
  await keys.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await keys.press('Control+2', 'F9')
  await dialogHasCursor(page)
  await keys.tabTo(button('Save both'))
  await keys.press('Enter')
  await expect(page.getByText(/^Saved as .*\.xlsx in /)).toBeVisible()
  await expect(page.getByText(/^Saved as .*\.pdf in /)).toBeVisible()
  await keys.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await keys.press('Control+9')
  await keys.tabTo(button('Back up now'))
  await keys.press('Enter')
  await expect(button(/^Save a copy/).first()).toBeVisible()

  const dump = await dumpNotebook(page)
  expect(liveRecords(dump, 'costs')).toMatchObject([{ amount: { minor: 120_000 } }])
  expect(liveRecords(dump, 'promises')).toMatchObject([{ text: 'photos', by: 'us' }])
  expect(liveRecords(dump, 'touches').filter(({ action }) => action === 'done')).toHaveLength(2)
  const saved = readdirSync(userData).map((name) => path.extname(name))
  expect(saved.filter((extension) => ['.eml', '.xlsx', '.pdf'].includes(extension)).sort()).toEqual([
    '.eml',
    '.eml',
    '.pdf',
    '.xlsx',
  ])
  await expect(page.locator('html')).not.toHaveAttribute('data-mouse', 'used')
})
