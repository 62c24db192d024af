import { expect, type Photographer, type Scene } from './photographer'

/** Somebody at the booth whom nobody knows. */
const VISITOR = [
  ['#lead-company', 'Sjögren & Åkerlund AB'],
  ['#lead-person', 'Astrid Sjögren'],
  ['#lead-title', 'Head of purchasing'],
  ['#lead-phone', '+46 70 174 06 05'],
  ['#lead-email', 'astrid@sjogren.example'],
] as const

/** The fairs of the notebook, the capture form empty, filled and with somebody who was met before. */
export const fairScenes: readonly Scene[] = [
  {
    name: 'fair-list',
    async show(photographer) {
      await photographer.go(2)
      await photographer.picture('fair-list')
    },
  },
  {
    name: 'fair-editor',
    async show(photographer) {
      await photographer.go(2)
      await photographer.button('fair.new').click()
      await expect(photographer.page.getByLabel(photographer.words('fair.name'))).toBeVisible()
      await photographer.scrolled('fair-editor')
      await photographer.button('action.cancel').click()
    },
  },
  {
    name: 'fair-capture',
    isNeeded: true,
    async show(photographer) {
      await photographer.go(2)
      await photographer.page.locator('main ul li button').first().click()
      await expect(photographer.page.locator('#lead-company')).toBeVisible()
      await photographer.scrolled('fair-capture')
    },
  },
  {
    name: 'fair-lead',
    async show(photographer) {
      await photographer.go(2)
      await fillLead(photographer)
      await photographer.scrolled('fair-lead')
      await photographer.page.keyboard.press('Control+Enter')
      await expect(photographer.page.locator('#lead-company')).toHaveValue('')
      await photographer.picture('fair-saved')
    },
  },
  {
    name: 'fair-met-before',
    async show(photographer) {
      const { page, words } = photographer
      await photographer.go(2)
      await page.locator('#lead-company').fill('Sjogren Akerlund')
      await expect(page.getByRole('region', { name: words('met.title') })).toBeVisible()
      await photographer.picture('fair-met-before')
      await page.locator('#lead-company').fill('')
    },
  },
  {
    name: 'fair-doubled',
    async show(photographer) {
      const { page } = photographer
      await photographer.go(2)
      await page.locator('#lead-company').fill('Interiör Syd')
      await page.locator('#lead-person').fill('Sjögren Astrid')
      await page.locator('#lead-email').fill('astrid@sjogren.example')
      await page.keyboard.press('Control+Enter')
      await expect(page.locator('#lead-company')).toHaveValue('')
    },
  },
  {
    name: 'fair-report',
    async show(photographer) {
      await photographer.go(2)
      await photographer.dialog(
        'fair-report',
        photographer.button('fair.report', undefined, header(photographer)),
      )
    },
  },
  {
    name: 'fair-visitors',
    async show(photographer) {
      await photographer.go(2)
      await photographer.dialog(
        'fair-visitors',
        photographer.button('visitors.open', undefined, header(photographer)),
      )
    },
  },
  {
    name: 'fair-invitations',
    async show(photographer) {
      await photographer.command('command.invite')
      await expect(photographer.page.getByRole('dialog')).toBeVisible()
      await photographer.picture('fair-invitations')
    },
  },
  {
    name: 'fair-privacy',
    async show(photographer) {
      await photographer.go(2)
      await photographer.page.keyboard.press('F7')
      await photographer.picture('fair-privacy')
      await photographer.go(1)
      await photographer.picture('today-privacy')
      await photographer.page.keyboard.press('F7')
    },
  },
]

function header({ page }: Photographer) {
  return page.getByRole('main').locator('header').first()
}

/** By the form's own ids and keys, which every language has. */
async function fillLead({ page }: Photographer): Promise<void> {
  for (const [field, typed] of VISITOR) await page.locator(field).fill(typed)
  await page.keyboard.press('Alt+6')
  await page.keyboard.press('a')
  await page.keyboard.press('Alt+7')
  await page.keyboard.press('1')
  await page.keyboard.press('Alt+8')
  await page.keyboard.press('2')
  await page.locator('#lead-products').fill('Bowl 16 matt sand')
  await page.keyboard.press('Enter')
  await page.locator('#lead-promised').fill('Food-contact test report')
  await page.locator('#lead-note').fill('Lid glue smells when hot; asks for a pressed lid')
  await page.keyboard.press('Alt+[')
  await page.keyboard.press('Space')
}
