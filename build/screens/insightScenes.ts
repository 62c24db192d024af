import { expect, type Scene } from './photographer'

/** The figures of every part, what is behind a row, reports and segments. */
export const insightScenes: readonly Scene[] = [
  ...(['acquisition', 'orchard', 'nurture'] as const).map(
    (part): Scene => ({
      name: `insights-${part}`,
      async show(photographer) {
        const { page } = photographer
        await photographer.go(7)
        await photographer.tab(`insights.tab.${part}`)
        await expect(page.locator('[data-counted="true"]')).toBeVisible()
        await photographer.scrolled(`insights-${part}`)
      },
    }),
  ),
  {
    name: 'insights-reports',
    async show(photographer) {
      await photographer.go(7)
      await photographer.tab('insights.tab.reports')
      await expect(photographer.page.getByRole('article')).toBeVisible()
      await photographer.scrolled('insights-reports')
    },
  },
  {
    name: 'insights-segments',
    async show(photographer) {
      await photographer.go(7)
      await photographer.tab('insights.tab.segments')
      await expect(photographer.button('segment.new')).toBeVisible()
      await photographer.scrolled('insights-segments')
      await photographer.button('segment.new').click()
      await photographer.picture('insights-segment-new')
    },
  },
]
