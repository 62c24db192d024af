import type { Appointment } from '#shared/records/appointment'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { currentRecord, livingRecord } from '../currentRecord'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { recordsById } from './lookups'

/** An appointment with whom it is with; both undefined where it is with nobody of the notebook. */
export interface KnownAppointment {
  readonly appointment: Appointment
  readonly customer: Customer | undefined
  readonly person: Person | undefined
}

/**
 * Open appointments that begin before an instant, and from one on where that is given, the earliest first; those with a page
 * that is gone are left out. Whom they are with is read of all at once: years of what nobody ticked off may be among them.
 */
export async function openAppointments(
  db: NotebookDatabase,
  { from = Number.NEGATIVE_INFINITY, before }: { readonly from?: number; readonly before: number },
): Promise<KnownAppointment[]> {
  const rows = await db.rows('appointments').where('openAt').between(from, before).toArray()
  const open = liveRecords('appointments', rows).sort((a, b) => a.startsAt - b.startsAt)
  const [customers, people] = await Promise.all([
    recordsById(
      db,
      'customers',
      open.flatMap(({ customerId }) => customerId ?? []),
    ),
    recordsById(
      db,
      'people',
      open.flatMap(({ personId }) => personId ?? []),
    ),
  ])
  return open.flatMap((appointment) => {
    const customer = customers.get(appointment.customerId ?? '')
    if (appointment.customerId !== undefined && customer === undefined) return []
    return [{ appointment, customer, person: people.get(appointment.personId ?? '') }]
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
