import '../support/everyLanguage'
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { createTranslator } from '#shared/i18n/translator'
import { menuTemplate } from '../../electron/menu'

vi.mock('electron', () => ({ Menu: {} }))

/** Every item, those of submenus included. */
function itemsOf(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

test.each(['darwin', 'win32', 'linux'] as const)(
  'on %s every word of the menu is of the chosen language',
  (platform) => {
    const labels = (language: 'en' | 'zh-Hans') =>
      itemsOf(menuTemplate(createTranslator(language), platform, () => undefined))
        .filter(({ type }) => type !== 'separator')
        .map(({ label }) => label ?? '')
    const chinese = labels('zh-Hans')
    expect(chinese.filter((label) => !/[\u4e00-\u9fff]/.test(label))).toEqual(
      platform === 'darwin' ? ['Orchard'] : [],
    )
    expect(labels('en')).toHaveLength(chinese.length)
  },
)

test('a command of ours is sent to the window by its id', () => {
  const sent: string[] = []
  const items = itemsOf(menuTemplate(createTranslator('en'), 'linux', (command) => sent.push(command)))
  for (const { click } of items) (click as (() => void) | undefined)?.()
  expect(sent).toEqual([
    'lead.new',
    'import.files',
    'export.open',
    'lock.now',
    'go.fair',
    'go.settings',
    'help.show',
    'keys.show',
  ])
})
