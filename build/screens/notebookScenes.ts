import type { MessageKey } from '#shared/i18n/catalogues'
import { expect, type Photographer, type Scene } from './photographer'

/** What a customer's page opens, by the button of each. */
const DIALOGS: readonly (readonly [name: string, key: MessageKey])[] = [
  ['customer-gift', 'gift.choose'],
  ['customer-prices', 'prices.open'],
  ['customer-quote', 'trade.new.quote'],
  ['customer-order', 'trade.new.order'],
  ['customer-sample', 'trade.new.sample'],
  ['customer-appointment', 'appointment.new'],
]

/** What it opens from its menu. */
const MENU_DIALOGS: readonly (readonly [name: string, key: MessageKey])[] = [
  ['customer-relate', 'customer.relate'],
  ['customer-history', 'customer.history'],
  ['customer-access', 'access.open'],
  ['customer-erase', 'erase.open'],
]

/** The list, a customer's page and what it opens, duplicates, and what leaves. */
export const notebookScenes: readonly Scene[] = [
  {
    name: 'notebook',
    async show(photographer) {
      await photographer.go(3)
      await photographer.picture('notebook')
      await photographer.page.locator('#notebook-search').fill('bamboo')
      await photographer.picture('notebook-search')
      await photographer.page.locator('#notebook-search').fill('qqqq')
      await photographer.picture('notebook-not-found')
      await photographer.page.locator('#notebook-search').fill('')
    },
  },
  {
    name: 'notebook-segment',
    async show(photographer) {
      const { page, words } = photographer
      await photographer.go(3)
      const segments = page.getByRole('combobox', { name: words('segment.filter') })
      await segments.selectOption({ index: 1 })
      await photographer.picture('notebook-segment')
      await photographer.dialog('notebook-enrol', photographer.button('plans.enrolListed'))
      await segments.selectOption({ index: 0 })
    },
  },
  {
    name: 'customer',
    async show(photographer) {
      await openCustomer(photographer)
      await photographer.scrolled('customer')
    },
  },
  {
    name: 'customer-note',
    async show(photographer) {
      await openCustomer(photographer)
      await photographer.page
        .locator('#quick-note')
        .fill('Wants $17,900 of bowls if the lids wait. !photos tomorrow #bamboo')
      await photographer.picture('customer-note')
      await photographer.page.locator('#quick-note').fill('')
    },
  },
  ...DIALOGS.map(([name, key]) => ({
    name,
    async show(photographer: Photographer) {
      const article = await openCustomer(photographer)
      await photographer.dialog(name, photographer.button(key, undefined, article))
    },
  })),
  {
    name: 'customer-more',
    async show(photographer) {
      await openMenu(photographer)
      await photographer.picture('customer-more')
      await photographer.page.keyboard.press('Escape')
    },
  },
  ...MENU_DIALOGS.map(([name, key]) => ({
    name,
    async show(photographer: Photographer) {
      await openMenu(photographer)
      await photographer.dialog(
        name,
        photographer.page.getByRole('menuitem', { name: photographer.beginning(key) }),
      )
    },
  })),
  {
    name: 'duplicates',
    async show(photographer) {
      await photographer.command('command.duplicates')
      await expect(
        photographer.page.getByRole('heading', { name: photographer.words('duplicates.title') }),
      ).toBeVisible()
      await photographer.picture('duplicates')
      await photographer.dialog('duplicates-rule', photographer.button('duplicates.byRule'))
      await photographer.page.keyboard.press('Enter')
      await expect(photographer.page.getByRole('dialog')).toBeVisible()
      await photographer.scrolled('duplicates-merge')
    },
  },
  {
    name: 'export',
    async show(photographer) {
      const { page } = photographer
      await photographer.go(3)
      await leaveDuplicates(photographer)
      await page.keyboard.press('Control+e')
      await expect(page.getByRole('dialog')).toBeVisible()
      await photographer.picture('export')
      await page.getByRole('radio', { name: photographer.beginning('export.subject.audience') }).check()
      await photographer.scrolled('export-audience')
    },
  },
]

async function leaveDuplicates(photographer: Photographer): Promise<void> {
  const back = photographer.button('duplicates.back')
  if ((await back.count()) > 0) await back.click()
}

async function openMenu(photographer: Photographer): Promise<void> {
  const article = await openCustomer(photographer)
  await photographer.button('customer.more', undefined, article).click()
  await expect(photographer.page.getByRole('menu')).toBeVisible()
}

/** Opens a customer's page: the one that is open already, else whoever matches best, somebody with talks, quotes and orders. */
export async function openCustomer(photographer: Photographer) {
  const { page } = photographer
  await photographer.go(3)
  const article = page.getByRole('article')
  if ((await article.count()) === 0) {
    await page.locator('#notebook-search').fill('bamboo')
    await page.keyboard.press('Enter')
    await expect(article).toBeVisible()
  }
  return article
}
