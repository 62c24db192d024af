import type { Customer } from '#shared/records/customer'
import type { Enrolment, Touch } from '#shared/records/nurture'
import type { Person } from '#shared/records/person'
import { currentRecord } from '../currentRecord'
import type { NotebookDatabase } from '../database'
import { customerLines } from './customerList'
import { touchesOfEnrolment } from './nurture'

/** What the timeline's panel says about one touch. */
export interface TouchCardData {
  readonly customer: Customer
  readonly person: Person | undefined
  readonly enrolment: Enrolment | undefined
  readonly touches: readonly Touch[]
}

/** Reads the panel; undefined when the customer is gone. */
export async function touchCard(
  db: NotebookDatabase,
  customerId: string,
  enrolmentId: string | undefined,
): Promise<TouchCardData | undefined> {
  const line = (await customerLines(db, [customerId])).get(customerId)
  if (line === undefined) return undefined
  const enrolment = enrolmentId === undefined ? undefined : await currentRecord(db, 'enrolments', enrolmentId)
  const touches = enrolmentId === undefined ? [] : await touchesOfEnrolment(db, enrolmentId)
  return { ...line, enrolment, touches }
}
