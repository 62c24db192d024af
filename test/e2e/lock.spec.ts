import { mkdirSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { converted, filesWith, isLocked, turnOn, unlock, WORDS } from './lockSteps'

const CANARY = 'Zephyrine Quorndal'
const PERSON = 'Marco Oxblood'
/** As they are written, and as the search knows them. */
const TRACES = ['Quorndal', 'Oxblood', 'quorndal', 'oxblood']

function chooseFolder(app: ElectronApplication, folder: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    ;(dialog as unknown as Record<string, unknown>).showOpenDialog = async () => ({
      canceled: false,
      filePaths: [chosen],
    })
  }, folder)
}

const emit = (app: ElectronApplication, event: 'lock-screen' | 'suspend') =>
  app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)

test('a stolen laptop: with the lock on, no byte on the disk names a customer, and only the passphrase or the sheet opens it', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  await captureLead(first.page, CANARY, PERSON)
  await first.page.keyboard.press('Control+9')
  await first.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(first.page.getByText('A backup was taken and checked.')).toBeVisible()
  // That the search for bytes finds what lies in the open.
  expect(filesWith(userData, [CANARY]).length).toBeGreaterThan(1)

  const code = await turnOn(first.page)
  await captureLead(first.page, `${CANARY} Nord`, `${PERSON} junior`)
  await first.page.keyboard.press('Control+n')
  await first.page.getByLabel('Company').first().fill(`${CANARY} draft`)
  await first.page.keyboard.press('Control+3')
  await expect(first.page.getByText(CANARY).first()).toBeVisible()
  await first.page.keyboard.press('Control+9')
  await first.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(first.page.getByText('A backup was taken and checked.')).toBeVisible()
  await first.app.close()
  expect(filesWith(userData, [CANARY, PERSON, ...TRACES])).toEqual([])

  const second = await launch()
  await isLocked(second.page)
  expect(await axeFaults(second.page)).toEqual([])
  // Nothing is answered but the lock.
  const refused = await second.page.evaluate(() => window.orchard.call['journal:read'](1))
  expect(refused).toEqual({ ok: false, error: { code: 'lock.locked' } })
  await unlock(second.page, 'not these words at all')
  await expect(second.page.getByText('That does not open it.')).toBeVisible()
  await unlock(second.page, WORDS)
  await ready(second.page)
  await second.page.keyboard.press('Control+3')
  await expect(second.page.getByText(`${CANARY} Nord`).first()).toBeVisible()
  await expect(second.page.getByText(CANARY).first()).toBeVisible()

  // Locked from the keyboard; the sheet's code opens it, and gives it another passphrase.
  await second.page.keyboard.press('Control+Shift+L')
  await isLocked(second.page)
  await expect(second.page.getByText(CANARY)).toHaveCount(0)
  await second.page.getByRole('button', { name: 'I have forgotten the passphrase' }).press('Enter')
  const wrong = `${code[0] === '7' ? '8' : '7'}${code.slice(1)}`
  await second.page.getByLabel('Recovery code').fill(wrong)
  await second.page.getByLabel('New passphrase').fill('another sentence by heart')
  await second.page.getByLabel('The same once more').fill('another sentence by heart')
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByText('Mistyped in group 1')).toBeVisible()
  await second.page.getByLabel('Recovery code').fill(code.toLowerCase().replaceAll('-', ' '))
  await second.page.keyboard.press('Enter')
  await ready(second.page)
  await emit(second.app, 'lock-screen')
  await isLocked(second.page)
  await unlock(second.page, WORDS)
  await expect(second.page.getByText('That does not open it.')).toBeVisible()
  await unlock(second.page, 'another sentence by heart')
  await ready(second.page)
  // The draft that was being written is there again.
  await second.page.keyboard.press('Control+2')
  await expect(second.page.getByLabel('Company').first()).toHaveValue(`${CANARY} draft`)
  await second.app.close()
  expect(filesWith(userData, [CANARY, PERSON, ...TRACES])).toEqual([])
})

test('a backup is taken, restored and taken elsewhere behind the lock, and the lock comes off without a loss', async ({
  launch,
  userData,
}, testInfo) => {
  const first = await launch()
  const { page } = first
  await ready(page)
  await createFair(page)
  await captureLead(page, CANARY, PERSON)
  await turnOn(page)
  const stick = testInfo.outputPath('USB')
  mkdirSync(stick, { recursive: true })
  await chooseFolder(first.app, stick)
  await page.keyboard.press('Control+9')
  const place = page.getByRole('region', { name: 'Second place' })
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('A backup was taken and checked.')).toBeVisible()
  await place.getByRole('button', { name: 'Choose a place…' }).press('Enter')
  await expect(place.getByText(/USB is up to date/)).toBeVisible()
  await expect(place.getByText('The copies there are sealed with the notebook’s lock.')).toBeVisible()
  expect(filesWith(stick, [CANARY, PERSON, '"notebookId"'])).toEqual([])

  await captureLead(page, 'Østby Kjøkken AS', 'Ingrid Østby')
  await page.keyboard.press('Control+9')
  await page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter')
  await expect(page.getByText(/The notebook is as it was on/)).toBeVisible()
  await ready(page)
  await page.keyboard.press('Control+3')
  await expect(page.getByText(CANARY).first()).toBeVisible()
  await expect(page.getByText('Østby Kjøkken AS')).toHaveCount(0)

  // What is opened while it is locked waits, and nothing is told of it.
  await page.keyboard.press('Control+Shift+L')
  await isLocked(page)
  await first.app.evaluate(({ app }) =>
    app.emit('second-instance', {}, ['orchard', 'orchard://today'], '/', undefined),
  )
  await isLocked(page)
  expect(await page.title()).toBe('Orchard')
  expect(filesWith(userData, [CANARY, PERSON])).toEqual([])
  await unlock(page, WORDS)
  await ready(page)

  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Turn the lock off…' }).press('Enter')
  const asking = page.getByRole('dialog', { name: 'Turn the lock off' })
  await asking.getByLabel('Passphrase of now').fill('not these words')
  await page.keyboard.press('Enter')
  await expect(asking.getByText('That does not open it.')).toBeVisible()
  await asking.getByLabel('Passphrase of now').fill(WORDS)
  await page.keyboard.press('Enter')
  await converted(page, false)
  await page.keyboard.press('Control+3')
  await expect(page.getByText(CANARY).first()).toBeVisible()
  await first.app.close()
  const second = await launch()
  await ready(second.page)
  await second.page.keyboard.press('Control+3')
  await expect(second.page.getByText(CANARY).first()).toBeVisible()
})
