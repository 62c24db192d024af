import { expect, type Scene } from './photographer'

/** The places of a notebook in which nothing is, and then the sample that all others are taken over. */
export const emptyScenes: readonly Scene[] = [
  {
    name: 'empty',
    async show(photographer) {
      await photographer.picture('empty')
      for (const [place, digit] of [
        ['today', 1],
        ['notebook', 3],
        ['timeline', 4],
        ['library', 5],
        ['channels', 6],
        ['insights', 7],
        ['import', 8],
      ] as const) {
        await photographer.go(digit)
        if (place === 'insights')
          await expect(photographer.page.locator('[data-counted="true"]')).toBeVisible()
        await photographer.picture(`empty-${place}`)
      }
      await photographer.go(5)
      for (const part of ['positions', 'templates', 'offers'] as const) {
        await photographer.tab(`library.tab.${part}`)
        await photographer.picture(`empty-library-${part}`)
      }
      await photographer.tab('library.tab.content')
    },
  },
  {
    name: 'sample',
    isNeeded: true,
    async show(photographer) {
      await photographer.go(3)
      await photographer.button('sample.add').click()
      await expect(
        photographer.page.getByText(photographer.words('status.customers', { count: 80 })),
      ).toBeVisible()
      await expect(photographer.page.locator('main li').first()).toHaveText(/\w/)
    },
  },
]
