import { Modal } from '@mantine/core'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { type AppointmentPage, appointmentPage } from '../store/queries/appointments'
import { type AskedAppointment, useAppointmentView } from '../view/appointmentView'
import { AppointmentFields } from './AppointmentFields'

/** The one place where a time is agreed, changed or called off, wherever it was asked for. */
export function AppointmentDialog() {
  const asked = useAppointmentView((view) => view.asked)
  // A new opening begins anew, with nothing of the last one.
  return asked === undefined ? null : <OpenDialog asked={asked} />
}

function OpenDialog({ asked }: { asked: AskedAppointment }) {
  const text = useText()
  const nameOf = useCustomerName()
  const ask = useAppointmentView((view) => view.ask)
  const read = useRead(async (db) => ({ page: await appointmentPage(db, asked) }), [asked])
  const customer = read?.page.customer
  // Open at once, whether its page has been read or not: the next key belongs to it and not to what lies under it.
  return (
    <Modal
      opened
      onClose={() => ask(undefined)}
      size="lg"
      title={
        <>
          {text(asked.id === undefined ? 'appointment.new' : 'appointment.edit')}{' '}
          {customer !== undefined && <bdi>{nameOf(customer)}</bdi>}
        </>
      }
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <Body asked={asked} page={read?.page} />
      </Private>
    </Modal>
  )
}

function Body({ asked, page }: { asked: AskedAppointment; page: AppointmentPage | undefined }) {
  const text = useText()
  const ask = useAppointmentView((view) => view.ask)
  if (asked.id !== undefined && page === undefined) return <div aria-busy="true" />
  if (asked.id !== undefined && page?.kept === undefined)
    return <p role="alert">{text('error.appointment.gone')}</p>
  return <AppointmentFields asked={asked} page={page} onClose={() => ask(undefined)} />
}
