import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { LanguageChoice } from '#shared/i18n/languages'
import { pseudoMessage } from '#shared/i18n/pseudo'
import { ROOT } from '../../build/project'
import { expect, ready, test } from './app'
import { axeFaults as faults } from './axeFaults'
import { outOfReach } from './outOfReach'

/** The places that exist, by their key. */
const PLACE_KEYS = ['1', '2', '3', '4', '6', '8', '9']

interface Look {
  readonly name: string
  readonly theme: 'light' | 'dark'
  readonly language: LanguageChoice
  /** The page as it is laid out at 200 %: half as many CSS pixels each way as a window of 1280 x 800 has. */
  readonly enlarged?: true
}

const LOOKS: readonly Look[] = [
  { name: 'light', theme: 'light', language: 'en' },
  { name: 'dark', theme: 'dark', language: 'en' },
  { name: 'in Chinese', theme: 'light', language: 'zh-Hans' },
  { name: 'in Hebrew, dark', theme: 'dark', language: 'he' },
  { name: 'mirrored and lengthened, dark', theme: 'dark', language: 'en-XB' },
  { name: 'enlarged to 200 %', theme: 'light', language: 'en', enlarged: true },
]

for (const look of LOOKS) {
  test(`every place is free of accessibility faults, ${look.name}`, async ({ launch }) => {
    const { page } = await launch()
    await ready(page)
    const words = wordsOf(look.language)
    if (look.language !== 'en') await speak(page, look.language)
    // Last: saving a preference hands the theme back to the system.
    await page.emulateMedia({ colorScheme: look.theme })
    if (look.enlarged) await page.setViewportSize({ width: 640, height: 400 })
    expect(await faults(page), 'empty notebook').toEqual([])
    await page.getByRole('button', { name: words('sample.add') }).click()
    await expect(page.getByText(/^80 (customers|位客户|לקוחות)$/)).toBeVisible()
    for (const key of PLACE_KEYS) {
      await page.keyboard.press(`Control+${key}`)
      expect(await faults(page), `place ${key}`).toEqual([])
      expect(await outOfReach(page), `place ${key}`).toEqual([])
    }
    await page.keyboard.press('Control+5')
    for (const part of ['content', 'positions', 'templates', 'offers']) {
      await page.getByRole('tab', { name: words(`library.tab.${part}`) }).click()
      await expect(page.getByRole('heading', { name: words(`library.tab.${part}`), level: 1 })).toBeVisible()
      expect(await faults(page), `library, ${part}`).toEqual([])
      expect(await outOfReach(page), `library, ${part}`).toEqual([])
    }
    await page.keyboard.press('Control+6')
    await page.getByRole('tab', { name: words('channels.tab.hours') }).click()
    await expect(page.getByRole('table')).toBeVisible()
    expect(await faults(page), 'channels, hours').toEqual([])
    expect(await outOfReach(page), 'channels, hours').toEqual([])
    await page.getByRole('button', { name: words('hours.add') }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await faults(page), 'hours, the dialog').toEqual([])
    expect(await outOfReach(page), 'hours, the dialog').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+7')
    await page.getByRole('tab', { name: words('insights.tab.reports') }).click()
    await expect(page.getByRole('article')).toBeVisible()
    expect(await faults(page), 'insights, reports').toEqual([])
    expect(await outOfReach(page), 'insights, reports').toEqual([])
    await page.keyboard.press('Control+3')
    await page.getByLabel(words('notebook.search')).fill('bamboo')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toBeVisible()
    expect(await faults(page), 'a customer').toEqual([])
    expect(await outOfReach(page), 'a customer').toEqual([])
    await page.keyboard.press('Control+e')
    await page.getByRole('radio', { name: new RegExp(`^${words('export.subject.audience')}`) }).check()
    await expect(page.getByText(words('export.leaves'))).toBeVisible()
    expect(await faults(page), 'the export dialog').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: words('erase.open') }).click()
    await expect(page.getByRole('dialog').getByText(words('erase.goes'))).toBeVisible()
    expect(await faults(page), 'the erasure dialog').toEqual([])
    expect(await outOfReach(page), 'the erasure dialog').toEqual([])
  })
}

test('a fault that was put there on purpose is found', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.evaluate(() => document.body.append(document.createElement('img')))
  expect(await faults(page)).toEqual(['image-alt: img'])
})

/** Chooses the language of the window, as the settings page does, and starts the window anew in it. */
async function speak(page: Page, language: LanguageChoice): Promise<void> {
  await page.evaluate(async (language) => {
    await window.orchard.call['preferences:save']({ language })
  }, language)
  await page.reload()
  await ready(page)
}

/** The words of a language as its catalogue has them; Playwright's loader reads no JSON modules. */
function wordsOf(language: LanguageChoice): (key: string) => string {
  const file = language === 'en-XB' ? 'en.json' : `${language}.json`
  const catalogue = JSON.parse(readFileSync(path.join(ROOT, 'shared/i18n', file), 'utf8'))
  return (key) => (language === 'en-XB' ? pseudoMessage(catalogue[key]) : catalogue[key])
}
