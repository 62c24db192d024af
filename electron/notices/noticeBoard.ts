import type { ShownNotice, SystemNotice } from '#shared/ipc/notices'

/** As much of a system's notification as we use. */
export interface Showable {
  show(): void
  on(event: 'click' | 'close' | 'failed', listener: () => void): unknown
}

/** What the board works with. */
export interface NoticeParts {
  readonly isSupported: () => boolean
  readonly make: (words: { readonly title: string; readonly body: string }) => Showable
  /** A notice was clicked: the window comes forward and runs the command. */
  readonly onClick: (command: string) => void
}

/** Says things through the system. */
export type ShowNotice = (notice: SystemNotice) => ShownNotice

/** Makes the part of the main process that says things beside the window; a system that can't is no failure. */
export function createNoticeBoard({ isSupported, make, onClick }: NoticeParts): ShowNotice {
  // What nobody holds is collected, and then its click is never heard.
  const open = new Set<Showable>()
  return ({ title, body, command }) => {
    if (!isSupported()) return { isShown: false }
    const shown = make({ title, body })
    const forget = () => open.delete(shown)
    shown.on('click', () => {
      forget()
      onClick(command)
    })
    shown.on('close', forget)
    shown.on('failed', forget)
    open.add(shown)
    shown.show()
    return { isShown: true }
  }
}
