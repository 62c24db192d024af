import { refusal, refuseUnknown } from './notImplemented'
import { windows } from './windows'

/** What an app describes a menu item with. */
export interface MenuItemOptions {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly visible?: boolean
  readonly checked?: boolean
  readonly submenu?: readonly MenuItemOptions[] | Menu
  readonly click?: (item: MenuItem, window: unknown, event: object) => void
}

/** One item. Roles and accelerators are kept for tests to read; the system acts on neither. */
export class MenuItem {
  readonly id: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  /** Does what a choice from the menu would do. */
  click: (event?: object) => void

  constructor(options: MenuItemOptions) {
    this.id = options.id ?? ''
    this.role = options.role?.toLowerCase()
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator
    this.label = options.label ?? options.role ?? ''
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    if (options.submenu) {
      this.submenu =
        options.submenu instanceof Menu ? options.submenu : Menu.buildFromTemplate(options.submenu)
    }
    this.click = (event = {}) => {
      if (this.enabled) options.click?.(this, windows.focused, event)
    }
  }
}

/** Electron's Menu as a tree that can be built, searched and clicked, but not seen. */
export class Menu {
  private static applicationMenu: Menu | null = null
  readonly items: MenuItem[] = []
  readonly popup = refusal('Menu.popup')

  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.applicationMenu
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  insert(place: number, item: MenuItem): void {
    this.items.splice(place, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

export const menuModule = refuseUnknown('Menu', Menu)
