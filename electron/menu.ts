import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Translate } from '#shared/i18n/translator'

/** The native menu: what every desktop app has; the app's own commands live in the window's registry. */
export function setMenu(text: Translate, platform: NodeJS.Platform, send: (command: string) => void): void {
  const item = (label: string, command: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: text('menu.file'),
      submenu: [
        item(text('command.newLead'), 'lead.new'),
        item(text('command.export'), 'export.open'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: text('menu.view'),
      submenu: [
        item(text('command.goFair'), 'go.fair'),
        item(text('command.goSettings'), 'go.settings'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { label: text('menu.help'), submenu: [item(text('command.keys'), 'keys.show')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
