import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { addDays, dayIn, startOfDay } from '#shared/time/calendarDay'
import { zoneThere } from '#shared/time/zoneThere'
import { clockAt } from '#shared/timeline/clock'
import { useFormats } from '../i18n/formats'
import { Joined } from '../i18n/Joined'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { type KnownAppointment, openAppointments } from '../store/queries/appointments'
import { deviceZone } from '../store/TodayContext'
import { useMeasuredAnew, useRowHeight } from '../ui/RowScale'
import { useAppointmentView } from '../view/appointmentView'
import styles from './Appointments.module.css'
import { useAppointmentActs } from './useAppointmentActs'

/** A row as it is drawn, its line included. */
const ROW_PX = 35
const OVERSCAN_ROWS = 6

/** The agreed times of a day by the hour, with the time there, before them those that nobody has ticked off. */
export function DayAppointments({ today }: { today: string }) {
  const zone = deviceZone()
  const known = useRead(
    (db) => openAppointments(db, { before: startOfDay(addDays(today, 1), zone) }),
    [today, zone],
  )
  if (known === undefined || known.length === 0) return null
  return <DayList known={known} today={today} />
}

/** Only the rows in sight are drawn: what nobody has ticked off for years may be very many. */
function DayList({ known, today }: { known: readonly KnownAppointment[]; today: string }) {
  const text = useText()
  const scroller = useRef<HTMLElement>(null)
  const rowHeight = useRowHeight(ROW_PX, ROW_PX)
  const rows = useVirtualizer({
    count: known.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (place) => known[place]?.appointment.id ?? place,
    overscan: OVERSCAN_ROWS,
  })
  useMeasuredAnew(rows, rowHeight)
  return (
    <section ref={scroller} className={styles.day} aria-label={text('appointment.today')}>
      <ol className={styles.dayRows} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const one = known[index]
          return (
            one !== undefined && (
              <li
                key={one.appointment.id}
                ref={rows.measureElement}
                data-index={index}
                className={styles.dayRow}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={known.length}
                aria-posinset={index + 1}
              >
                <DayRow known={one} today={today} />
              </li>
            )
          )
        })}
      </ol>
    </section>
  )
}

function DayRow({ known, today }: { known: KnownAppointment; today: string }) {
  const text = useText()
  const formats = useFormats()
  const nameOf = useCustomerName()
  const acts = useAppointmentActs()
  const ask = useAppointmentView((view) => view.ask)
  const { appointment, customer, person } = known
  const { id, startsAt, title, kind, place } = appointment
  const zone = deviceZone()
  const day = dayIn(zone, startsAt)
  const whom = person?.fullName || (customer === undefined ? '' : nameOf(customer))
  const name = whom || title
  return (
    <>
      <time className={styles.hour} dateTime={new Date(startsAt).toISOString()} data-late={day < today}>
        {day < today ? formats.shortDay(day) : clockAt(zone, startsAt).time}
      </time>
      <button type="button" className={styles.what} onClick={() => ask({ id })}>
        <strong>
          <bdi>{whom || title}</bdi>
        </strong>{' '}
        <span className={styles.about}>
          <Joined
            parts={[
              whom === '' ? text(`appointment.kind.${kind}`) : title,
              person === undefined || customer === undefined ? undefined : nameOf(customer),
              place,
            ]}
          />
        </span>
      </button>
      <ThereClock known={known} />
      <button type="button" className={styles.plain} onClick={() => void acts.held(id, name)}>
        {text('appointment.held')}
      </button>
    </>
  )
}

/** The hour on the other side's wall, where it is another one. */
function ThereClock({ known }: { known: KnownAppointment }) {
  const text = useText()
  const formats = useFormats()
  const { customer, appointment } = known
  const here = deviceZone()
  const isPlaced = customer?.zone !== undefined || customer?.country !== undefined
  const there = isPlaced ? zoneThere(customer, here).zone : here
  const [ours, theirs] = [clockAt(here, appointment.startsAt), clockAt(there, appointment.startsAt)]
  if (ours.time === theirs.time && ours.day === theirs.day) return <span />
  return (
    <span className={styles.there}>
      {text('appointment.there', {
        time: ours.day === theirs.day ? theirs.time : `${formats.weekday(theirs.day)} ${theirs.time}`,
      })}
    </span>
  )
}
