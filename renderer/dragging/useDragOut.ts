import type { DragEvent } from 'react'
import { exportTitle } from '#shared/exporting/exportBuilder'
import { titleAbout } from '#shared/exporting/exportFile'
import type { ExportChoice } from '#shared/exporting/exportRequest'
import { err, type Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { useErrorText, useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'
import { dragExport } from '../store/runExport'
import { deviceZone } from '../store/TodayContext'
import { showNotice } from '../ui/notice'
import { useView } from '../view/viewState'
import { refuseOwnDrop } from './ownDrop'

/** What phones, WeChat and Outlook read. */
const CARDS: ExportChoice = {
  subject: 'contacts',
  format: 'vcard3',
  table: 'interactions',
  hashed: false,
  photos: true,
}

/** Begins to drag something out of the window as a file. With the privacy key nothing leaves. */
interface DragOut {
  /** The people of some customers as vCards; `name` is whose page it is where it is only one. */
  readonly cards: (event: DragEvent, ids: readonly string[], name: string | undefined) => void
  /** A file that was saved a moment ago, by the name that is shown. */
  readonly saved: (event: DragEvent, fileName: string) => void
}

/**
 * Lets rows be dragged out of the window: in place of the browser's own drag the main process hands a real file to the
 * pointer. A button that is let go before the file is there ends it, and nothing has left.
 */
export function useDragOut(): DragOut {
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const { call } = useBridge()
  const { language } = usePreferences()

  const hand = async (event: DragEvent, work: (signal: AbortSignal) => Promise<Result<unknown>>) => {
    event.preventDefault()
    if (useView.getState().privacy) return
    const isOut = refuseOwnDrop()
    const held = new AbortController()
    const letGo = () => held.abort()
    window.addEventListener('pointerup', letGo, { once: true, signal: held.signal })
    const done = await work(held.signal).catch(() => err('ipc.fault'))
    held.abort()
    if (done.ok && done.value !== undefined) return
    isOut()
    if (!done.ok)
      showNotice({ message: text('export.notDragged', { reason: errorText(done.error.code) }), bad: true })
  }

  return {
    cards: (event, ids, name) =>
      void hand(event, async (signal) => {
        const now = notebook.sources.now()
        const zone = deviceZone()
        const moment = { language, zone, now, today: dayIn(zone, now) }
        const order = { choice: CARDS, customerIds: ids, moment }
        const title = name === undefined ? exportTitle(CARDS, moment) : titleAbout(name)
        const watch = { signal, onProgress: () => undefined }
        const done = await dragExport({ notebook, calls: call }, order, title, watch)
        const fault = done.ok ? done.value?.notLogged : undefined
        if (fault !== undefined)
          showNotice({ message: text('export.notLogged', { reason: errorText(fault.code) }), bad: true })
        return done
      }),
    saved: (event, fileName) => void hand(event, () => call['drag:saved'](fileName)),
  }
}
