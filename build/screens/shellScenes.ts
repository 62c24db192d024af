import { expect, type Scene } from './photographer'

/** What lies over or beside every place: palette, keys, help, large type. */
export const shellScenes: readonly Scene[] = [
  {
    name: 'palette',
    async show(photographer) {
      const { page } = photographer
      await photographer.go(1)
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog')).toBeVisible()
      await photographer.picture('palette')
      await page.getByRole('dialog').getByRole('textbox').fill('a')
      await photographer.picture('palette-found')
    },
  },
  {
    name: 'keys',
    async show(photographer) {
      await photographer.go(3)
      await photographer.page.keyboard.press('?')
      await expect(photographer.page.getByRole('dialog')).toBeVisible()
      await photographer.scrolled('keys')
    },
  },
  {
    name: 'help',
    async show(photographer) {
      const { page } = photographer
      await photographer.go(1)
      await page.keyboard.press('F1')
      for (const [place, digit] of [
        ['today', 1],
        ['fair', 2],
        ['timeline', 4],
      ] as const) {
        await photographer.go(digit)
        await photographer.picture(`help-${place}`)
      }
      await page.keyboard.press('F1')
    },
  },
  {
    name: 'booth',
    async show(photographer) {
      const { page } = photographer
      await page.keyboard.press('F6')
      await expect(page.locator('html')).toHaveAttribute('data-booth')
      for (const [place, digit] of [
        ['today', 1],
        ['fair', 2],
        ['notebook', 3],
        ['timeline', 4],
      ] as const) {
        await photographer.go(digit)
        await photographer.picture(`booth-${place}`)
      }
      await page.keyboard.press('F6')
    },
  },
  {
    // After weeks away; last, since what is due is another list then.
    name: 'catch-up',
    async show(photographer) {
      await photographer.later(21)
      await photographer.go(1)
      await photographer.picture('today-backlog')
      await photographer.dialog('today-catch-up', photographer.button('catchUp.open'))
    },
  },
]
