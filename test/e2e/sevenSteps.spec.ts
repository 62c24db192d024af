import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../../build/project'
import { expect, ready, test } from './app'
import { strayBeginnings } from './outOfReach'

const HEBREW: Record<string, string> = JSON.parse(
  readFileSync(path.join(ROOT, 'shared/i18n/he.json'), 'utf8'),
)
const words = (key: string): string => HEBREW[key] ?? `no words for ${key}`
const GUIDE = 'Bamboo that lasts ten years: a care guide'

test('each of the seven steps to customers of one’s own is reached in Hebrew, from its place in the rail', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await page.evaluate(() => window.orchard.call['preferences:save']({ language: 'he' }))
  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: words('sample.add') }).click()
  await expect(page.getByText('80 לקוחות', { exact: true })).toBeVisible()

  // Positioning: what hangs on a trouble, pieces and customers.
  await open(page, 'Control+5', 'library.tab.positions')
  const showUse = words('position.show').split('{')[0] ?? ''
  await page
    .getByRole('button', { name: new RegExp(`${showUse}.*Papers for customs and food contact`) })
    .click()
  const hanging = page.getByRole('complementary', { name: /Papers for customs and food contact/ })
  await expect(hanging.getByRole('heading', { name: words('position.customers') })).toBeVisible()
  await expect(hanging.getByRole('button', { name: /^EU food contact rules/ })).toBeVisible()

  // Carriers: the main one, and how many it reaches; below them the way from met to joined to ordered.
  await open(page, 'Control+6', 'channels.tab.carriers')
  const carrier = page.getByRole('row', { name: /Monthly letter/ })
  await expect(carrier).toContainText(words('carrier.rank.main'))
  await expect(page.getByRole('heading', { name: words('carriers.drainage.title') })).toBeVisible()
  await expect(
    page.getByRole('columnheader', { name: words('carriers.drainage.rate') }).first(),
  ).toBeVisible()

  // Attraction: the content calendar, and a piece that is given for an address.
  await open(page, 'Control+5', 'library.tab.content')
  await page.getByText(words('content.view.month'), { exact: true }).click()
  // Every month has its letter, whatever day it is today.
  await expect(page.getByText(/^Clay & Bamboo \d{4}-\d{2}/).first()).toBeVisible()
  await page.getByText(words('content.view.list'), { exact: true }).click()
  await page.getByRole('button', { name: GUIDE }).click()
  await expect(page.getByRole('checkbox', { name: words('content.leadMagnetWhy') })).toBeChecked()
  await page.keyboard.press('Escape')

  // Drainage: what is said to bring people over, and where to.
  await open(page, 'Control+5', 'library.tab.offers')
  await expect(page.getByRole('row', { name: /Care guide with the monthly letter/ })).toContainText(
    'Monthly letter “Clay & Bamboo”',
  )

  // Tending: the welcome of a newcomer, the monthly letter, news and reviews.
  await open(page, 'Control+4', 'timeline.tab.plans')
  for (const plan of [
    'fairWelcome.name',
    'name.monthlyLetter',
    'name.congratulation',
    'name.quarterlyReview',
  ])
    await expect(page.getByRole('button', { name: new RegExp(`^${words(`plan.${plan}`)}`) })).toBeVisible()
  expect(await strayBeginnings(page)).toEqual([])

  // Team: one page a customer; who of us spends hours on what.
  await open(page, 'Control+6', 'channels.tab.hours')
  await expect(page.getByRole('row', { name: /Emma Xu/ }).first()).toBeVisible()

  // The loop closes: what content did, which touchpoint brings people over.
  await open(page, 'Control+7', 'insights.tab.nurture')
  for (const panel of ['content', 'drainage', 'lists'])
    await expect(
      page.getByRole('heading', { name: words(`insights.panel.${panel}`), exact: true }),
    ).toBeVisible()

  // Starting small: one letter after the fair, with one good piece.
  await open(page, 'Control+5', 'library.tab.templates')
  await expect(page.getByLabel(words('template.piece')).locator('option:checked')).toHaveText(GUIDE)
})

/** Goes to a place by its key, and to one of its tabs. */
async function open(page: Page, key: string, tab: string): Promise<void> {
  await page.keyboard.press(key)
  await page.getByRole('tab', { name: words(tab), exact: true }).click()
  await expect(page.getByRole('tab', { name: words(tab), exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  )
}
