import { expect, type Scene } from './photographer'

/** What is given: content as board, calendar and list, pain points, letters, offers, and the forms of each. */
export const libraryScenes: readonly Scene[] = [
  ...(['board', 'month', 'list'] as const).map(
    (view): Scene => ({
      name: `library-content-${view}`,
      async show(photographer) {
        await photographer.go(5)
        await photographer.tab('library.tab.content')
        await photographer.button(`content.view.${view}`).click()
        await photographer.scrolled(`library-content-${view}`)
      },
    }),
  ),
  {
    name: 'library-piece',
    async show(photographer) {
      await photographer.go(5)
      await photographer.tab('library.tab.content')
      await photographer.button('content.add').click()
      await expect(photographer.page.getByRole('dialog')).toBeVisible()
      await photographer.scrolled('library-piece')
    },
  },
  ...(
    [
      ['positions', 'position.add'],
      ['templates', 'template.add'],
      ['offers', 'offer.add'],
    ] as const
  ).map(
    ([part, add]): Scene => ({
      name: `library-${part}`,
      async show(photographer) {
        await photographer.go(5)
        await photographer.tab(`library.tab.${part}`)
        await expect(photographer.button(add)).toBeVisible()
        await photographer.scrolled(`library-${part}`)
        await photographer.button(add).click()
        await photographer.picture(`library-${part}-new`)
      },
    }),
  ),
]
