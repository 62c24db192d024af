import { STAGES } from '#shared/records/customer'
import { openCustomer } from './notebookScenes'
import { expect, type Scene } from './photographer'

/** All of the settings, and what backups, ways out and data protection open. */
export const settingsScenes: readonly Scene[] = [
  {
    name: 'settings',
    async show(photographer) {
      await photographer.go(9)
      await photographer.scrolled('settings')
    },
  },
  {
    name: 'settings-backups',
    async show(photographer) {
      const { page, words } = photographer
      await photographer.go(9)
      await photographer.button('backup.now').click()
      const restore = page.getByRole('button', { name: new RegExp(`^${words('backup.restore')}`) }).first()
      await restore.scrollIntoViewIfNeeded()
      await photographer.picture('settings-backups')
      await photographer.dialog('settings-restore', restore)
      const more = page.locator('button[aria-haspopup="menu"]').first()
      await more.click()
      await photographer.picture('settings-backup-menu')
      await page.getByRole('menuitem', { name: words('backup.saveSealed') }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await photographer.picture('settings-seal')
    },
  },
  {
    name: 'settings-take-back',
    async show(photographer) {
      const { page, words } = photographer
      await photographer.go(9)
      await photographer.button('backup.now').click()
      await expect(page.getByText(words('backup.takenNow'))).toBeVisible()
      // Changed since, so that a page differs.
      const article = await openCustomer(photographer)
      const stage = article.getByRole('combobox', { name: words('customer.stage') })
      const before = await stage.inputValue()
      await stage.selectOption(STAGES.find((other) => other !== before) ?? before)
      await expect(stage).not.toHaveValue(before)
      await photographer.go(9)
      await page.locator('button[aria-haspopup="menu"]').first().click()
      await page.getByRole('menuitem', { name: words('backup.takeBack') }).click()
      const differing = page.getByRole('dialog').getByRole('list', { name: words('takeBack.list') })
      await expect(differing.getByRole('listitem').first()).toBeVisible()
      await photographer.picture('settings-take-back')
      await page.keyboard.press('Escape')
      await expect(differing).toHaveCount(0)
      await page.keyboard.press('Control+z')
      await photographer.go(3)
      await expect(stage).toHaveValue(before)
    },
  },
  {
    name: 'settings-take-along',
    async show(photographer) {
      await photographer.go(9)
      await photographer.dialog('settings-take-along', photographer.button('takeAlong.write'))
    },
  },
  {
    name: 'settings-rate',
    async show(photographer) {
      await photographer.go(9)
      await photographer.dialog('settings-rate', photographer.button('rate.add'))
    },
  },
  {
    name: 'settings-retention',
    async show(photographer) {
      const { page, words } = photographer
      await photographer.go(9)
      const months = page.getByRole('region', { name: words('retention.title') }).getByRole('textbox')
      await months.first().fill('6')
      await months.first().press('Enter')
      await expect(page.getByText(words('retention.explain', { count: 6 })).first()).toBeVisible()
      await photographer.button('retention.open').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('checkbox').first().check()
      await photographer.button('retention.keep', { count: 1 }, dialog).click()
      await photographer.picture('settings-retention')
    },
  },
  {
    name: 'settings-health',
    async show(photographer) {
      const { page } = photographer
      await photographer.command('health.title')
      await expect(page.getByRole('dialog')).toBeVisible()
      await photographer.picture('settings-health')
    },
  },
]
