import type { Appointment } from '../records/appointment'
import { dayIn } from '../time/calendarDay'
import type { ZoneName } from '../time/values'
import type { AgendaItem } from './agendaItem'
import { AGENDA_DOMAIN } from './agendaItem'

/** An agreed time as a calendar takes it; `whom` is who it is with, `zone` that of the device. */
export function appointmentItem(appointment: Appointment, whom: string, zone: ZoneName): AgendaItem {
  const { id, title, startsAt, minutes, place, note = '', rev } = appointment
  return {
    uid: `appointment-${id}@${AGENDA_DOMAIN}`,
    on: dayIn(zone, startsAt),
    summary: whom === '' ? title : `${title}: ${whom}`,
    description: note,
    sequence: rev - 1,
    startsAt,
    ...(minutes === undefined ? {} : { minutes }),
    ...(place === undefined ? {} : { place }),
  }
}
