import { localTime } from '#shared/time/officeHours'
import { type AppointmentForm, startOf } from '#shared/timeline/appointmentForm'
import { clockAt } from '#shared/timeline/clock'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import styles from './Appointments.module.css'

/** What the other side's clock shows then, and whether that is within its office hours. */
export function OtherClock(props: {
  form: AppointmentForm
  zones: readonly { readonly zone: string; readonly whose: 'ours' | 'theirs' | 'agreed' }[]
  country: string | undefined
}) {
  const { form, zones, country } = props
  const text = useText()
  const formats = useFormats()
  const startsAt = startOf(form)
  const other = zones.find(({ zone }) => zone !== form.zone)
  if (startsAt === undefined || other === undefined) return null
  const clock = clockAt(other.zone, startsAt)
  const theirs = zones.find(({ whose }) => whose === 'theirs')
  const isOpen = theirs === undefined || localTime(theirs.zone, startsAt, country)?.open !== false
  return (
    <p className={styles.other} role="status">
      {text(other.whose === 'ours' ? 'appointment.isOurs' : 'appointment.isTheirs', {
        time: clock.time,
        day: formats.weekdayDay(clock.day),
      })}{' '}
      {!isOpen && <strong>{text('appointment.outOfHours')}</strong>}
    </p>
  )
}
