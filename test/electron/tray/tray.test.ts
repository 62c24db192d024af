import '../../support/everyLanguage'
import { expect, test, vi } from 'vitest'
import { createTranslator } from '#shared/i18n/translator'
import { createTrayIcon, type TrayItem } from '../../../electron/tray/tray'

vi.mock('../../../electron/log', () => ({ log: { warn: vi.fn() } }))

function fixture(make?: () => never) {
  const said: string[] = []
  let language: 'en' | 'sv' = 'en'
  let menu: TrayItem[] = []
  let onClick: () => void = () => undefined
  const icon = createTrayIcon<TrayItem[]>({
    make:
      make ??
      (() => ({
        setToolTip: (words) => said.push(words),
        setContextMenu: (items) => {
          menu = items
        },
        on: (_event, listener) => {
          onClick = listener
        },
        destroy: () => said.push('destroyed'),
      })),
    buildMenu: (items) => items,
    text: () => createTranslator(language),
    reveal: () => said.push('revealed'),
    command: (id) => said.push(id),
    quit: () => said.push('quit'),
  })
  return {
    icon,
    said,
    click: () => onClick(),
    speak: (wanted: 'en' | 'sv') => {
      language = wanted
    },
    labels: () => menu.flatMap(({ label }) => label ?? []),
    choose: (label: string) => menu.find((item) => item.label === label)?.click?.(),
  }
}

test('nothing is shown until somebody wants it, and what was shown goes', () => {
  const { icon, said } = fixture()
  icon.toWrite(7)
  icon.follow(false)
  expect([icon.isShown(), said]).toEqual([false, []])
  icon.follow(true)
  expect(icon.isShown()).toBe(true)
  icon.follow(false)
  expect([icon.isShown(), said]).toEqual([false, ['Orchard · 7 people to write to today', 'destroyed']])
})

test('its menu leads to today, the window, a lead and the way out', () => {
  const { icon, said, labels, choose, click } = fixture()
  icon.follow(true)
  icon.toWrite(1)
  expect(labels()).toEqual(['1 person to write to today', 'Open Orchard', 'Capture a lead', 'Quit'])
  said.length = 0
  click()
  for (const label of labels()) choose(label)
  expect(said).toEqual(['revealed', 'revealed', 'go.today', 'revealed', 'revealed', 'lead.new', 'quit'])
})

test('another language words it anew, an unchanged number does not', () => {
  const { icon, said, speak, labels } = fixture()
  icon.follow(true)
  icon.toWrite(2)
  icon.toWrite(2)
  expect(said).toEqual(['Orchard', 'Orchard · 2 people to write to today'])
  speak('sv')
  icon.follow(true)
  expect(labels()).toContain('Avsluta')
})

test('a system without a place for it leaves everything as it is', () => {
  const { icon } = fixture(() => {
    throw new Error('no tray')
  })
  icon.follow(true)
  icon.toWrite(3)
  expect(icon.isShown()).toBe(false)
})
