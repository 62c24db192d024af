import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { captureLead, createFair } from '../../build/tour/fairSteps'
import { expect, ready, test } from './app'

function chooseFolder(app: ElectronApplication, folder: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    ;(dialog as unknown as Record<string, unknown>).showOpenDialog = async () => ({
      canceled: false,
      filePaths: [chosen],
    })
  }, folder)
}

async function showBackups(page: Page): Promise<void> {
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible()
}

function copiesIn(stick: string): string[] {
  return readdirSync(stick, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.orchard'))
}

test('every backup goes to the stick as well; pulled, it is missed calmly, and catches up when it is back', async ({
  launch,
}, testInfo) => {
  const stick = testInfo.outputPath('USB ORANGE')
  mkdirSync(stick, { recursive: true })
  const first = await launch()
  await ready(first.page)
  await createFair(first.page)
  await captureLead(first.page, 'Casa Ferraris Srl', 'Marco Ferraris')
  await showBackups(first.page)
  await first.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(first.page.getByText('A backup was taken and checked.')).toBeVisible()
  await chooseFolder(first.app, stick)
  const section = first.page.getByRole('region', { name: 'Second place' })
  await section.getByRole('button', { name: 'Choose a place…' }).press('Enter')
  await expect(section.getByText(/USB ORANGE is up to date/)).toBeVisible()
  await expect(first.page.getByText(/second copy \d\d:\d\d/)).toBeVisible()
  expect(copiesIn(stick)).toHaveLength(1)

  // What the last moments brought is on the stick before the program has gone.
  await first.page.keyboard.press('Control+n')
  await captureLead(first.page, 'Wójcik Hurt', 'Piotr Wójcik')
  await first.app.close()
  expect(copiesIn(stick)).toHaveLength(2)

  renameSync(stick, `${stick} pulled`)
  const second = await launch()
  const { page, app } = second
  await ready(page)
  await expect(page.getByText(/second place not connected, copy of \d\d:\d\d/)).toBeVisible()
  await captureLead(page, 'Østby Kjøkken AS', 'Ingrid Østby')
  await showBackups(page)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('A backup was taken and checked.')).toBeVisible()
  const away = page.getByRole('region', { name: 'Second place' })
  await expect(away.getByText(/USB ORANGE is not connected. That is no trouble/)).toBeVisible()

  renameSync(`${stick} pulled`, stick)
  await away.getByRole('button', { name: 'Copy now' }).click()
  await expect(away.getByText(/USB ORANGE is up to date/)).toBeVisible()
  expect(copiesIn(stick)).toHaveLength(3)

  // Sealed, no copy there can be read by whoever finds the stick, and the newest opens with the passphrase.
  const isReadable = () =>
    copiesIn(stick).filter((name) => readFileSync(path.join(stick, name)).includes('"notebookId"'))
  expect(isReadable()).toHaveLength(3)
  await away.getByRole('button', { name: 'Seal with a passphrase…' }).press('Enter')
  const asking = page.getByRole('dialog', { name: 'Seal the copies in the second place' })
  await asking.getByLabel('Passphrase', { exact: true }).fill('four words nobody guesses')
  await asking.getByLabel('The same once more').fill('four words nobody guesses')
  await page.keyboard.press('Enter')
  await expect(away.getByText('The copies there are sealed with your passphrase.')).toBeVisible()
  await expect(away.getByText(/USB ORANGE is up to date/)).toBeVisible()
  expect(copiesIn(stick)).toHaveLength(3)
  expect(isReadable()).toEqual([])
  const newest = copiesIn(stick).sort().at(-1) ?? ''
  await chooseFolder(app, path.join(stick, newest))
  await page.getByRole('button', { name: 'Open a backup file…' }).click()
  const opening = page.getByRole('dialog', { name: 'This copy wants its passphrase' })
  await opening.getByLabel('Passphrase', { exact: true }).fill('four words nobody guesses')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The file was checked and added to the list')).toBeVisible()

  await away.getByRole('button', { name: 'Stop copying there' }).click()
  await expect(away.getByText('The copies that stand there stay.', { exact: false })).toBeVisible()
  await expect(page.getByText(/second copy/)).toHaveCount(0)
  await app.close()
  expect(copiesIn(stick)).toHaveLength(3)
})
