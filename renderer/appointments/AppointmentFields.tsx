import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { appointmentSchema } from '#shared/records/appointment'
import type { Customer } from '#shared/records/customer'
import { addDays, dayIn } from '#shared/time/calendarDay'
import { zoneThere } from '#shared/time/zoneThere'
import { type AppointmentForm, appointmentFields, formOf, inZone } from '#shared/timeline/appointmentForm'
import { CustomerFinder } from '../finding/CustomerFinder'
import { DayInput, HourInput } from '../i18n/DayInput'
import { useCustomerName } from '../i18n/names'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import type { AppointmentPage } from '../store/queries/appointments'
import { deviceZone } from '../store/TodayContext'
import { type AskedAppointment, useAppointmentView } from '../view/appointmentView'
import styles from './Appointments.module.css'
import { OtherClock } from './OtherClock'
import { useAppointmentActs } from './useAppointmentActs'
import { useWhom, type Whom } from './useWhom'

const KINDS = appointmentSchema.shape.kind.options
/** Room for a line that a calendar shows whole. */
const TITLE_CHARS = 200
const NOTE_CHARS = 5000

/**
 * What was agreed: with whom, what, when by whose clock, for how long and where. A new one is written before its page
 * has been read (`page` is undefined until then), so that no key is lost.
 */
export function AppointmentFields(props: {
  asked: AskedAppointment
  page: AppointmentPage | undefined
  onClose: () => void
}) {
  const { asked, page, onClose } = props
  const kept = page?.kept
  const text = useText()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const { sources } = useNotebook()
  const acts = useAppointmentActs()
  const ask = useAppointmentView((view) => view.ask)
  const whom = useWhom(asked, page)
  const { customer, person, people } = whom
  // Asked for from anywhere, it begins with the question whom it is with.
  const asksWhom = asked.id === undefined && asked.customerId === undefined
  const [form, setForm] = useState<AppointmentForm>(() =>
    kept === undefined ? emptyForm(sources.now()) : formOf(kept, deviceZone()),
  )
  const [fault, setFault] = useState<string>()
  const write = (part: Partial<AppointmentForm>) => {
    setFault(undefined)
    setForm((now) => ({ ...now, ...part }))
  }
  const zones = zoneChoices(form, customer)
  const nameFor = (who: Pick<Whom, 'customer' | 'person'>) =>
    who.person?.fullName || (who.customer === undefined ? form.title.trim() : nameOf(who.customer))
  const name = nameFor(whom)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const fields = appointmentFields(form, text(`appointment.kind.${form.kind}`))
    if (!fields.ok) return setFault(errorText(fields.error.code))
    const meant = await whom.meant()
    const who = { customerId: meant.customer?.id, personId: meant.person?.id }
    const named = nameFor(meant) || fields.value.title
    const saved =
      kept === undefined
        ? await acts.agree(who, fields.value, named)
        : await acts.change(kept.id, { ...who, ...fields.value }, named)
    if (saved) onClose()
  }

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      {whom.isOpen && (
        <CustomerFinder
          label={text('appointment.customer')}
          begins={asksWhom}
          chosenId={customer?.id}
          onChoose={whom.choose}
        />
      )}
      <div className={styles.fields}>
        <NativeSelect
          label={text('appointment.kind')}
          value={form.kind}
          onChange={(event) => write({ kind: event.currentTarget.value as AppointmentForm['kind'] })}
          data={KINDS.map((kind) => ({ value: kind, label: text(`appointment.kind.${kind}`) }))}
        />
        <TextInput
          className={styles.wide}
          dir="auto"
          label={text('appointment.title')}
          placeholder={text(`appointment.kind.${form.kind}`)}
          maxLength={TITLE_CHARS}
          value={form.title}
          onChange={(event) => write({ title: event.currentTarget.value })}
        />
        <DayInput
          data-autofocus={!asksWhom || undefined}
          // The fields of one that is kept come after the dialog that they are in.
          autoFocus={!asksWhom}
          label={text('appointment.day')}
          value={form.day}
          onChange={(event) => write({ day: event.currentTarget.value })}
        />
        <HourInput
          label={text('appointment.time')}
          value={form.time}
          onChange={(event) => write({ time: event.currentTarget.value })}
        />
        <NativeSelect
          label={text('appointment.clock')}
          value={form.zone}
          onChange={(event) => {
            const zone = event.currentTarget.value
            setForm((now) => inZone(now, zone))
          }}
          data={zones.map(({ zone, whose }) => ({
            value: zone,
            label: text(`appointment.clockOf.${whose}`, { zone }),
          }))}
        />
        <TextInput
          type="number"
          min={1}
          label={text('appointment.minutes')}
          value={form.minutes}
          onChange={(event) => write({ minutes: event.currentTarget.value })}
        />
      </div>
      <OtherClock form={form} zones={zones} country={customer?.country} />
      <div className={`${styles.fields} ${styles.halves}`}>
        {people.length > 0 && (
          <NativeSelect
            label={text('appointment.person')}
            value={person?.id ?? ''}
            onChange={(event) => whom.choosePerson(event.currentTarget.value)}
            data={[
              { value: '', label: text('appointment.nobody') },
              ...people.map(({ id, fullName }) => ({ value: id, label: fullName })),
            ]}
          />
        )}
        <TextInput
          className={styles.wide}
          dir="auto"
          label={text('appointment.place')}
          maxLength={TITLE_CHARS}
          value={form.place}
          onChange={(event) => write({ place: event.currentTarget.value })}
        />
      </div>
      <Textarea
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        label={text('appointment.note')}
        maxLength={NOTE_CHARS}
        value={form.note}
        onChange={(event) => write({ note: event.currentTarget.value })}
      />
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <div className={styles.foot}>
        <button type="submit" className={styles.save}>
          {text('action.save')}
        </button>
        {kept !== undefined && (
          <>
            <button type="button" className={styles.plain} onClick={() => void acts.saveFile(kept, name)}>
              {text('appointment.file')}
            </button>
            <button
              type="button"
              className={styles.callOff}
              onClick={() =>
                void acts.cancel(kept.id, name || kept.title).then((done) => done && ask(undefined))
              }
            >
              {text('appointment.cancel')}
            </button>
          </>
        )}
      </div>
    </form>
  )
}

/** The clocks by which it can be agreed: ours, theirs, and the one in which it was. */
function zoneChoices(form: AppointmentForm, customer: Customer | undefined) {
  const here = deviceZone()
  const isPlaced = customer?.zone !== undefined || customer?.country !== undefined
  const there = isPlaced ? zoneThere(customer, here).zone : here
  return [
    { zone: here, whose: 'ours' as const },
    ...(there === here ? [] : [{ zone: there, whose: 'theirs' as const }]),
    ...(form.zone === here || form.zone === there ? [] : [{ zone: form.zone, whose: 'agreed' as const }]),
  ]
}

/** Tomorrow at ten: nobody agrees on a time that has passed. */
function emptyForm(now: number): AppointmentForm {
  const zone = deviceZone()
  const day = addDays(dayIn(zone, now), 1)
  return { kind: 'call', title: '', day, time: '10:00', minutes: '30', zone, place: '', note: '' }
}
