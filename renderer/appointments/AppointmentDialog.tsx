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
  // Opened with its fields in it, so that the cursor finds the first one.
  if (read === undefined) return null
  const { customer } = read.page
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
        <Body asked={asked} page={read.page} />
      </Private>
    </Modal>
  )
}

function Body({ asked, page }: { asked: AskedAppointment; page: AppointmentPage }) {
  const text = useText()
  const ask = useAppointmentView((view) => view.ask)
  if (asked.id !== undefined && page.kept === undefined)
    return <p role="alert">{text('error.appointment.gone')}</p>
  return <AppointmentFields page={page} onClose={() => ask(undefined)} />
}
