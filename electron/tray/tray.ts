import type { Translate } from '#shared/i18n/translator'
import { log } from '../log'

/** As much of Electron's tray as we use; `M` is its menu. */
export interface TrayLike<M> {
  setToolTip(words: string): void
  setContextMenu(menu: M): void
  on(event: 'click', listener: () => void): unknown
  destroy(): void
}

/** A line of the icon's menu; a separator has no words. */
export interface TrayItem {
  readonly label?: string
  readonly type?: 'separator'
  readonly click?: () => void
}

/** What the icon beside the clock works with. */
export interface TrayParts<M> {
  /** Makes the icon; may throw where the system has no place for it. */
  readonly make: () => TrayLike<M>
  readonly buildMenu: (items: TrayItem[]) => M
  readonly text: () => Translate
  /** Brings the window forward. */
  readonly reveal: () => void
  /** Runs a command of the window's registry. */
  readonly command: (id: string) => void
  readonly quit: () => void
}

/** The icon beside the clock: there only while the person wants it. */
export interface TrayIcon {
  /** Shows it or takes it away, and words it anew; call it after every change of the preferences. */
  follow(isWanted: boolean): void
  /** How many people there are to write to today, as the window knows it; undefined while nobody may know. */
  toWrite(count: number | undefined): void
  /** Whether it is there. */
  isShown(): boolean
}

/** Makes the part of the main process that keeps the icon. It tells a number and never a name. */
export function createTrayIcon<M>(parts: TrayParts<M>): TrayIcon {
  let tray: TrayLike<M> | undefined
  let count: number | undefined

  const word = () => {
    if (tray === undefined) return
    const text = parts.text()
    const today = count === undefined ? undefined : text('notice.look', { count })
    const run = (id: string) => () => {
      parts.reveal()
      parts.command(id)
    }
    tray.setToolTip(today === undefined ? 'Orchard' : `Orchard · ${today}`)
    tray.setContextMenu(
      parts.buildMenu([
        { label: today ?? text('command.goToday'), click: run('go.today') },
        { type: 'separator' },
        { label: text('tray.open'), click: parts.reveal },
        { label: text('command.newLead'), click: run('lead.new') },
        { type: 'separator' },
        { label: text('menu.quit'), click: parts.quit },
      ]),
    )
  }

  const show = () => {
    try {
      tray = parts.make()
      tray.on('click', parts.reveal)
    } catch (fault) {
      tray = undefined
      log.warn('tray.notShown', { name: fault instanceof Error ? fault.name : 'unknown' })
    }
  }

  return {
    follow(isWanted) {
      if (isWanted && tray === undefined) show()
      else if (!isWanted) {
        tray?.destroy()
        tray = undefined
      }
      word()
    },
    toWrite(known) {
      if (known === count) return
      count = known
      word()
    },
    isShown: () => tray !== undefined,
  }
}
