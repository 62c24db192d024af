import { expect, type Scene } from './photographer'

/** Costs, channels, carriers, hours and the calculator, with the forms of each. */
export const channelScenes: readonly Scene[] = [
  ...(['costs', 'channels', 'carriers', 'hours', 'whatIf'] as const).map(
    (part): Scene => ({
      name: `channels-${part}`,
      async show(photographer) {
        await photographer.go(6)
        await photographer.tab(`channels.tab.${part}`)
        await photographer.scrolled(`channels-${part}`)
      },
    }),
  ),
  ...(
    [
      ['costs', 'costs.add'],
      ['channels', 'channels.addTouchpoint'],
      ['channels', 'channels.addChannel'],
      ['carriers', 'carrier.add'],
      ['hours', 'hours.add'],
    ] as const
  ).map(
    ([part, add]): Scene => ({
      name: add.replace('.', '-'),
      async show(photographer) {
        await photographer.go(6)
        await photographer.tab(`channels.tab.${part}`)
        await photographer.button(add).click()
        await expect(photographer.page.getByRole('dialog')).toBeVisible()
        await photographer.scrolled(`channels-${add.replace('.', '-')}`)
      },
    }),
  ),
]
