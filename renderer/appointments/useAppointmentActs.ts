import { useMemo } from 'react'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Appointment } from '#shared/records/appointment'
import { dayIn } from '#shared/time/calendarDay'
import type { AppointmentFields } from '#shared/timeline/appointmentForm'
import { appointmentHeld } from '#shared/timeline/appointmentHeld'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { useShowInFolder } from '../savedFiles/useShowInFolder'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { currentRecord } from '../store/currentRecord'
import { exportAppointment } from '../store/exportAppointment'
import { useNotebook } from '../store/NotebookContext'
import { allStaff } from '../store/queries/staff'
import { deviceZone } from '../store/TodayContext'
import { showNotice } from '../ui/notice'

/** Whom an appointment is with, as far as anybody is. */
export interface AgreedWith {
  readonly customerId?: string | undefined
  readonly personId?: string | undefined
}

/** What a person does with agreed times; `name` is whom they are with. Each answers whether it was saved. */
export interface AppointmentActs {
  readonly agree: (who: AgreedWith, fields: AppointmentFields, name: string) => Promise<boolean>
  readonly change: (id: string, fields: AppointmentFields & AgreedWith, name: string) => Promise<boolean>
  readonly cancel: (id: string, name: string) => Promise<boolean>
  /** It took place: the talk stands on their page, in the same change-set. */
  readonly held: (id: string, name: string) => Promise<boolean>
  /** As a calendar file of its own. */
  readonly saveFile: (appointment: Appointment, name: string) => Promise<void>
}

export function useAppointmentActs(): AppointmentActs {
  const notebook = useNotebook()
  const { call } = useBridge()
  const { language } = usePreferences()
  const commit = useNamedCommit()
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const show = useShowInFolder()
  return useMemo(() => {
    const current = (id: string) => currentRecord(notebook.database(), 'appointments', id)
    const { newId, now } = notebook.sources
    const said = (key: 'agreed' | 'changed' | 'cancelled' | 'held', name: string) => ({
      done: text(`appointment.said.${key}`, { name }),
      about: name,
    })
    return {
      agree: (who, fields, name) =>
        commit(
          { key: 'change.appointment', params: { name } },
          (at) => [createChange('appointments', { id: newId(), ...who, ...fields }, at)],
          said('agreed', name),
        ),
      change: (id, fields, name) =>
        commit(
          { key: 'change.appointmentChanged', params: { name } },
          async (at) => {
            const kept = await current(id)
            const change = kept === undefined ? undefined : updateChange('appointments', kept, fields, at)
            return change === undefined ? [] : [change]
          },
          said('changed', name),
        ),
      cancel: (id, name) =>
        commit(
          { key: 'change.appointmentCancelled', params: { name } },
          async (at) => {
            const kept = await current(id)
            return kept === undefined ? [] : [deleteChange('appointments', kept, at)]
          },
          said('cancelled', name),
        ),
      held: (id, name) =>
        commit(
          { key: 'change.appointmentHeld', params: { name } },
          async (at) => {
            const db = notebook.database()
            const kept = await current(id)
            if (kept === undefined || db === undefined) return []
            const me = (await allStaff(db)).find((person) => person.me === true)
            return appointmentHeld(kept, { at, newId, staffId: me?.id })
          },
          said('held', name),
        ),
      saveFile: async (appointment, name) => {
        const at = now()
        const zone = deviceZone()
        const moment = { language, zone, now: at, today: dayIn(zone, at) }
        const saved = await exportAppointment({ notebook, calls: call }, appointment, name, moment)
        if (!saved.ok) showNotice({ bad: true, message: errorText(saved.error.code) })
        else if (saved.value !== undefined) {
          const { fileName, sizeBytes } = saved.value.file
          const done = text('export.done', { file: fileName, size: formats.bytes(sizeBytes) })
          const { notLogged } = saved.value
          const logged =
            notLogged === undefined
              ? text('export.logged')
              : text('export.notLogged', { reason: errorText(notLogged.code) })
          const action = { label: text('export.show'), run: () => void show(fileName), lasts: true }
          showNotice({ message: `${done} ${logged}`, action })
        }
      },
    }
  }, [notebook, call, language, commit, text, errorText, formats, show])
}
