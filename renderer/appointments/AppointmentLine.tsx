import { CalendarClock } from 'lucide-react'
import type { Appointment } from '#shared/records/appointment'
import { clockAt } from '#shared/timeline/clock'
import { Joined } from '../i18n/Joined'
import { useText } from '../i18n/text'
import { usePrivateWords } from '../privacy/usePrivateWords'
import { deviceZone } from '../store/TodayContext'
import { useAppointmentView } from '../view/appointmentView'
import styles from './Appointments.module.css'
import { useAppointmentActs } from './useAppointmentActs'

/** The sign of an agreed time. */
export const AppointmentIcon = CalendarClock

/** An agreed time as a line of the customer's timeline; its first word opens it. */
export function AppointmentWords({ appointment }: { appointment: Appointment }) {
  const text = useText()
  const words = usePrivateWords()
  const ask = useAppointmentView((view) => view.ask)
  const { id, kind, title, startsAt, place } = appointment
  const kindWord = text(`appointment.kind.${kind}`)
  return (
    <>
      <button
        type="button"
        className={styles.opens}
        aria-label={text('entry.change', { what: kindWord })}
        onClick={() => ask({ id })}
      >
        {kindWord}
      </button>{' '}
      <Joined
        parts={[
          clockAt(deviceZone(), startsAt).time,
          title === kindWord ? undefined : words(title),
          place === undefined ? undefined : words(place),
        ]}
      />
    </>
  )
}

/** What became of it: it took place, or it goes into a calendar. */
export function AppointmentEnd({ appointment, name }: { appointment: Appointment; name: string }) {
  const text = useText()
  const acts = useAppointmentActs()
  return (
    <>
      <button type="button" className={styles.plain} onClick={() => void acts.saveFile(appointment, name)}>
        {text('appointment.file')}
      </button>{' '}
      <button type="button" className={styles.plain} onClick={() => void acts.held(appointment.id, name)}>
        {text('appointment.held')}
      </button>
    </>
  )
}
