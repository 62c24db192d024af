import { expect, type Scene } from './photographer'

/** The calendar over all customers, a touch on it, and the plans behind it. */
export const timelineScenes: readonly Scene[] = [
  ...(['week', 'month', 'quarter'] as const).map(
    (span): Scene => ({
      name: `timeline-${span}`,
      async show(photographer) {
        await photographer.go(4)
        await photographer.tab('timeline.tab.calendar')
        await photographer.page
          .getByRole('radio', { name: photographer.words(`span.${span}`), exact: true })
          .click()
        await photographer.picture(`timeline-${span}`)
      },
    }),
  ),
  ...(['carrier', 'customer'] as const).map(
    (lane): Scene => ({
      name: `timeline-by-${lane}`,
      async show(photographer) {
        const { page, words } = photographer
        await photographer.go(4)
        await page.getByRole('radio', { name: words('span.month'), exact: true }).click()
        await page.getByRole('radio', { name: words(`lanes.${lane}`), exact: true }).click()
        await photographer.picture(`timeline-by-${lane}`)
        await page.getByRole('radio', { name: words('lanes.plan'), exact: true }).click()
      },
    }),
  ),
  {
    name: 'timeline-touch',
    async show(photographer) {
      const { page } = photographer
      await photographer.go(4)
      await page.keyboard.press('ArrowRight')
      await photographer.picture('timeline-touch')
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'plans',
    async show(photographer) {
      const { page, words } = photographer
      await photographer.go(4)
      await photographer.tab('timeline.tab.plans')
      await expect(page.getByRole('form')).toBeVisible()
      await photographer.scrolled('plans')
      const step = page.getByRole('form').getByRole('listitem').first()
      await step.getByText(words('plans.more')).click()
      await photographer.picture('plans-step')
      await page.getByRole('form').getByLabel(words('plans.previewFor')).fill('a')
      await expect(page.getByRole('form').getByText(words('plans.previewHint'))).toBeVisible()
      await photographer.picture('plans-preview')
      await photographer.button('plans.enrol').click()
      await page.getByRole('dialog').getByLabel(words('plans.whom')).fill('a')
      await expect(photographer.button('plans.enrolConfirm', { count: 7_654_321 })).toBeVisible()
      await photographer.scrolled('plans-dry-run')
    },
  },
  {
    name: 'plans-new',
    async show(photographer) {
      await photographer.go(4)
      await photographer.tab('timeline.tab.plans')
      await photographer.button('plans.new').click()
      await photographer.picture('plans-new')
      await photographer.tab('timeline.tab.calendar')
    },
  },
]
