import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { LanguageChoice } from '#shared/i18n/languages'
import { pseudoMessage } from '#shared/i18n/pseudo'
import { ROOT } from '../../build/project'
import { expect, ready, test } from './app'
import { axeFaults as faults } from './axeFaults'
import { chooseOnPage } from './chooseOnPage'
import { cutBeginnings, outOfReach, strayBeginnings } from './outOfReach'

/** The places that exist, by their key. */
const PLACES = {
  1: 'today',
  2: 'fair',
  3: 'notebook',
  4: 'timeline',
  6: 'channels',
  8: 'import',
  9: 'settings',
}

interface Look {
  readonly name: string
  readonly themes: readonly ('light' | 'dark')[]
  readonly language: LanguageChoice
  /** The page as it is laid out at 200 %: half as many CSS pixels each way as a window of 1280 x 800 has. */
  readonly enlarged?: true
}

const LOOKS: readonly Look[] = [
  { name: 'light and dark', themes: ['light', 'dark'], language: 'en' },
  { name: 'in Chinese', themes: ['light'], language: 'zh-Hans' },
  { name: 'in Hebrew, dark', themes: ['dark'], language: 'he' },
  { name: 'mirrored and lengthened, dark', themes: ['dark'], language: 'en-XB' },
  { name: 'enlarged to 200 %', themes: ['light'], language: 'en', enlarged: true },
]

for (const look of LOOKS) {
  test(`every place is free of accessibility faults, ${look.name}`, async ({ launch }) => {
    const { page } = await launch()
    await ready(page)
    const words = wordsOf(look.language)
    if (look.language !== 'en') await speak(page, look.language)
    const check = (where: string) => expectFree(page, look.themes, where)
    if (look.enlarged) await page.setViewportSize({ width: 640, height: 400 })
    const offer = page.getByRole('button', { name: words('sample.add') })
    await expect(offer).toBeVisible()
    await check('empty notebook')
    await offer.click()
    await expect(page.getByText(/^80 (customers|位客户|לקוחות)$/)).toBeVisible()
    for (const [key, place] of Object.entries(PLACES)) {
      await page.keyboard.press(`Control+${key}`)
      await expect(page.getByRole('main', { name: words(`place.${place}`), exact: true })).not.toBeEmpty()
      await check(place)
    }
    await page.keyboard.press('Control+5')
    for (const part of ['content', 'positions', 'templates', 'offers']) {
      await page.getByRole('tab', { name: words(`library.tab.${part}`) }).click()
      await expect(page.getByRole('heading', { name: words(`library.tab.${part}`), level: 1 })).toBeVisible()
      await check(`library, ${part}`)
    }
    await page.keyboard.press('Control+6')
    await page.getByRole('tab', { name: words('channels.tab.hours') }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await check('channels, hours')
    await page.getByRole('button', { name: words('hours.add') }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('hours, the dialog')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+7')
    await page.getByRole('tab', { name: words('insights.tab.reports') }).click()
    await expect(page.getByRole('article')).toBeVisible()
    await check('insights, reports')
    await page.keyboard.press('Control+3')
    await page.getByLabel(words('notebook.search')).fill('bamboo')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toBeVisible()
    await check('a customer')
    await page.keyboard.press('Control+e')
    await page.getByRole('radio', { name: new RegExp(`^${words('export.subject.audience')}`) }).check()
    await expect(page.getByText(words('export.leaves'))).toBeVisible()
    await check('the export dialog')
    await page.keyboard.press('Escape')
    await chooseOnPage(page, words('erase.open'), words('customer.more'))
    await expect(page.getByRole('dialog').getByText(words('erase.goes'))).toBeVisible()
    await check('the erasure dialog')
  })
}

test('a fault that was put there on purpose is found', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await page.evaluate(() => document.body.append(document.createElement('img')))
  expect(await faults(page)).toEqual([expect.stringMatching(/^image-alt: img: /)])
})

/** Nothing of the page is a fault or out of reach, in any of the themes. */
async function expectFree(page: Page, themes: Look['themes'], where: string): Promise<void> {
  for (const theme of themes) {
    // Each time anew: saving a preference hands the theme back to the system.
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    expect(await faults(page), `${where}, ${theme}`).toEqual([])
  }
  expect(await outOfReach(page), where).toEqual([])
  expect(await cutBeginnings(page), `${where}: cut where they begin`).toEqual([])
  expect(await strayBeginnings(page), `${where}: begin at the wrong side`).toEqual([])
}

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
