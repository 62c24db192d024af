import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MessageKey } from '#shared/i18n/catalogues'
import type { Translate } from '#shared/i18n/translator'

type Role = NonNullable<MenuItemConstructorOptions['role']>

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** The native menu: what every desktop app has; the app's own commands live in the window's registry. */
export function setMenu(text: Translate, platform: NodeJS.Platform, send: (command: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(text, platform, send)))
}

/**
 * The menu's items. What the system does itself (copy, zoom) is a role with a label of ours: left alone, its words would
 * be those of the system's language or English, in the middle of a menu in another one.
 */
export function menuTemplate(
  text: Translate,
  platform: NodeJS.Platform,
  send: (command: string) => void,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const item = (label: string, command: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
  })
  const role = (name: Role, label: MessageKey): MenuItemConstructorOptions => ({
    role: name,
    label: text(label),
  })
  return [
    ...(isMac ? [{ label: 'Orchard', submenu: appMenu(role) }] : []),
    {
      label: text('menu.file'),
      submenu: [
        item(text('command.newLead'), 'lead.new'),
        item(text('command.importFiles'), 'import.files'),
        item(text('command.export'), 'export.open'),
        ...(isMac ? [recentMenu(role)] : []),
        SEPARATOR,
        item(text('command.lockNow'), 'lock.now'),
        SEPARATOR,
        role('quit', 'menu.quit'),
      ],
    },
    {
      label: text('menu.edit'),
      submenu: [
        role('undo', 'menu.undo'),
        role('redo', 'menu.redo'),
        SEPARATOR,
        role('cut', 'menu.cut'),
        role('copy', 'menu.copy'),
        role('paste', 'menu.paste'),
        role('delete', 'menu.delete'),
        role('selectAll', 'menu.selectAll'),
      ],
    },
    {
      label: text('menu.view'),
      submenu: [
        item(text('command.goFair'), 'go.fair'),
        item(text('command.goSettings'), 'go.settings'),
        SEPARATOR,
        role('resetZoom', 'menu.resetZoom'),
        role('zoomIn', 'menu.zoomIn'),
        role('zoomOut', 'menu.zoomOut'),
        role('togglefullscreen', 'menu.fullScreen'),
      ],
    },
    {
      label: text('menu.window'),
      submenu: [
        role('minimize', 'menu.minimize'),
        ...(isMac ? [role('zoom', 'menu.zoomWindow'), role('front', 'menu.front')] : []),
        role('close', 'menu.close'),
      ],
    },
    {
      label: text('menu.help'),
      submenu: [item(text('command.help'), 'help.show'), item(text('command.keys'), 'keys.show')],
    },
  ]
}

/** Files that were taken in or saved lately; Windows shows them at the program's button, other systems nowhere. */
function recentMenu(role: (name: Role, label: MessageKey) => MenuItemConstructorOptions) {
  return {
    ...role('recentDocuments', 'menu.recent'),
    submenu: [role('clearRecentDocuments', 'menu.clearRecent')],
  }
}

/** The first menu of a Mac. */
function appMenu(role: (name: Role, label: MessageKey) => MenuItemConstructorOptions) {
  return [
    role('about', 'menu.about'),
    SEPARATOR,
    role('services', 'menu.services'),
    SEPARATOR,
    role('hide', 'menu.hide'),
    role('hideOthers', 'menu.hideOthers'),
    role('unhide', 'menu.showAll'),
    SEPARATOR,
    role('quit', 'menu.quit'),
  ]
}
