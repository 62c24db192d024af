import type { App } from 'electron'
import { type ArrivalBox, createArrivalBox } from './arrivalBox'
import { openedWith } from './openedWith'

/** The window as far as there is one yet. */
export interface Front {
  /** Brings it forward. */
  reveal: () => void
  /** Says that something was opened from outside. */
  tell: () => void
}

/** Links and files, in whatever way the system hands them over; from the first moment on, since a Mac does so before it is ready. */
export function listenForArrivals(app: App, front: Front): ArrivalBox {
  const box = createArrivalBox(() => front.tell())
  const open = (argv: readonly string[], folder: string) => {
    front.reveal()
    box.put(openedWith(argv, folder))
  }
  app.on('open-url', (event, url) => {
    event.preventDefault()
    open(['', url], '/')
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    open(['', file], '/')
  })
  app.on('second-instance', (_event, argv, folder) => open(argv, folder))
  // A Mac's dock is clicked while the window is hidden.
  app.on('activate', () => front.reveal())
  open(process.argv, process.cwd())
  return box
}
