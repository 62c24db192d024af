import { useEffect, useRef } from 'react'
import type { SystemNotice } from '#shared/ipc/notices'
import { type DueNotice, dueNotices, withNoticed } from '#shared/timeline/dueNotices'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useRead } from '../store/NotebookContext'
import { type KnownAppointment, openAppointments } from '../store/queries/appointments'
import { useToday } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { useView } from '../view/viewState'
import { peopleToWrite } from './peopleToWrite'

/** Appointments further off are read again before they are due. */
const READ_AHEAD_MS = 60 * 60_000

/**
 * Says through the system, while Orchard runs, what begins soon and how much the day holds; each once. What somebody is
 * looking at needs no saying, and while the privacy key is on no name is said.
 */
export function useSystemNotices(): void {
  const { call } = useBridge()
  const { preferences, change } = usePreferences()
  const list = useToday()
  const now = useNow()
  const wordsOf = useNoticeWords()
  const hour = Math.floor(now / READ_AHEAD_MS)
  // From the hour before on: what began earlier is no news.
  const open = useRead(
    (db) => openAppointments(db, { from: (hour - 1) * READ_AHEAD_MS, before: (hour + 2) * READ_AHEAD_MS }),
    [hour],
  )
  // A notice that is on its way is not begun again while the preference is being saved.
  const said = useRef(new Set<string>())
  const isOff = preferences.notices === 'off'
  useEffect(() => {
    if (isOff || open === undefined) return
    const due = dueNotices({
      appointments: open.map(({ appointment }) => appointment),
      toWrite: peopleToWrite(list),
      today: list?.today ?? '',
      now,
      noticed: new Set([...(preferences.noticed ?? []), ...said.current]),
    })
    if (due.length === 0) return
    for (const notice of due) {
      said.current.add(notice.key)
      // Who is at the window sees the day itself.
      if (notice.kind === 'look' && document.hasFocus()) continue
      void call['notice:show'](wordsOf(notice, open))
    }
    const keys = due.map(({ key }) => key)
    void change({ noticed: withNoticed(preferences.noticed ?? [], keys) })
  }, [isOff, open, list, now, preferences.noticed, call, change, wordsOf])
}

/** The words of a notice; without whom it is about while a buyer may look at the screen. */
function useNoticeWords(): (notice: DueNotice, open: readonly KnownAppointment[]) => SystemNotice {
  const text = useText()
  const formats = useFormats()
  const nameOf = useCustomerName()
  const privacy = useView((view) => view.privacy)
  const latest = useRef({ text, formats, nameOf, privacy })
  latest.current = { text, formats, nameOf, privacy }
  const words = useRef((notice: DueNotice, open: readonly KnownAppointment[]): SystemNotice => {
    const { text, formats, nameOf, privacy } = latest.current
    const command = 'go.today'
    if (notice.kind === 'look')
      return { command, title: text('notice.look', { count: notice.count }), body: text('notice.lookBody') }
    const { appointment, minutes } = notice
    const known = open.find((one) => one.appointment.id === appointment.id)
    const whom =
      known?.person?.fullName ?? (known?.customer === undefined ? undefined : nameOf(known.customer))
    const title = text('notice.appointment', { minutes })
    const at = formats.dayAndTime(appointment.startsAt)
    // A title is written by hand and may name somebody.
    if (privacy) return { command, title, body: at }
    return { command, title, body: [appointment.title, whom, at].filter(Boolean).join(' · ').slice(0, 500) }
  })
  return words.current
}
