import { useState } from 'react'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { useNotebook, useRead } from '../store/NotebookContext'
import { type AppointmentPage, appointmentPage } from '../store/queries/appointments'
import type { AskedAppointment } from '../view/appointmentView'

/** Whom the appointment is with. */
interface Meant {
  readonly customer: Customer | undefined
  readonly person: Person | undefined
}

/** With whom it is, as far as that is known while it is being written. */
export interface Whom extends Meant {
  readonly people: readonly Person[]
  /** Whether somebody of the notebook is still to be chosen. */
  readonly isOpen: boolean
  readonly choose: (customer: Customer | undefined) => void
  /** An empty id stands for nobody in particular. */
  readonly choosePerson: (id: string) => void
  /** The same once all is read: who saves at speed does not wait for the page. */
  readonly meant: () => Promise<Meant>
}

/**
 * With whom an appointment is: those for whom it was asked, or whoever is chosen. A new one is with the first person of
 * the page unless another is chosen. `page` is undefined until it has been read.
 */
export function useWhom(asked: AskedAppointment, page: AppointmentPage | undefined): Whom {
  const notebook = useNotebook()
  const kept = page?.kept
  const [chosen, setChosen] = useState<Customer>()
  const [personId, setPersonId] = useState<string | undefined>(kept && (kept.personId ?? ''))
  const found = useRead(
    async (db) => ({ id: chosen?.id, ...(await appointmentPage(db, { customerId: chosen?.id })) }),
    [chosen?.id],
  )
  const personOf = (people: readonly Person[]) => people.find(({ id }) => id === (personId ?? people[0]?.id))
  const customer = page?.customer ?? chosen
  const people = page?.customer !== undefined ? page.people : found?.id === chosen?.id ? found?.people : []
  return {
    customer,
    people: people ?? [],
    person: personOf(people ?? []),
    isOpen: page === undefined ? asked.customerId === undefined : page.customer === undefined,
    choose: (next) => {
      setChosen(next)
      setPersonId(undefined)
    },
    choosePerson: setPersonId,
    meant: async () => {
      const db = notebook.database()
      if (db === undefined) return { customer, person: personOf(people ?? []) }
      const read = await appointmentPage(db, asked)
      const now = read.customer === undefined ? await appointmentPage(db, { customerId: chosen?.id }) : read
      return { customer: now.customer, person: personOf(now.people) }
    },
  }
}
