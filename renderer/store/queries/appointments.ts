import type { Appointment } from '#shared/records/appointment'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { currentRecord, livingRecord } from '../currentRecord'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { customerLines } from './customerList'

/** An appointment with whom it is with; both undefined where it is with nobody of the notebook. */
export interface KnownAppointment {
  readonly appointment: Appointment
  readonly customer: Customer | undefined
  readonly person: Person | undefined
}

/** Open appointments that begin before an instant, the earliest first; those with a page that is gone are left out. */
export async function openAppointments(db: NotebookDatabase, before: number): Promise<KnownAppointment[]> {
  const rows = await db.rows('appointments').where('openAt').below(before).toArray()
  const open = liveRecords('appointments', rows).sort((a, b) => a.startsAt - b.startsAt)
  const lines = await customerLines(db, [...new Set(open.flatMap(({ customerId }) => customerId ?? []))])
  const people = await Promise.all(
    open.map(({ personId }) =>
      personId === undefined ? Promise.resolve(undefined) : currentRecord(db, 'people', personId),
    ),
  )
  return open.flatMap((appointment, place) => {
    const line = appointment.customerId === undefined ? undefined : lines.get(appointment.customerId)
    if (appointment.customerId !== undefined && line === undefined) return []
    return [{ appointment, customer: line?.customer, person: people[place] }]
  })
}

/** What the dialog needs: the appointment that is kept, whom it is with, and whom else it could be with there. */
export interface AppointmentPage {
  readonly kept: Appointment | undefined
  readonly customer: Customer | undefined
  readonly people: readonly Person[]
}

/** Reads it; a page that was merged is the one that holds what it held. */
export async function appointmentPage(
  db: NotebookDatabase,
  asked: { readonly id?: string | undefined; readonly customerId?: string | undefined },
): Promise<AppointmentPage> {
  const kept = asked.id === undefined ? undefined : await currentRecord(db, 'appointments', asked.id)
  const customer = await livingRecord(db, 'customers', kept?.customerId ?? asked.customerId)
  const people =
    customer === undefined
      ? []
      : liveRecords('people', await db.rows('people').where('customerId').equals(customer.id).toArray())
  return { kept, customer, people }
}
