import { Modal, NativeSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createChange, updateChange } from '#shared/changes/buildChange'
import { NO_PLACE, placeKeyOf } from '#shared/costs/costPlace'
import { formOfHours, type HoursFields, type HoursForm, hoursFromForm } from '#shared/costs/hoursForm'
import { HOUR_KINDS, type Hours } from '#shared/records/hours'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { CustomerFinder } from '../finding/CustomerFinder'
import { DayInput } from '../i18n/DayInput'
import { useErrorText, useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { HoursBook } from '../store/queries/hours'
import { deviceZone } from '../store/TodayContext'
import dialog from '../ui/dialog.module.css'
import sheet from '../ui/sheet.module.css'
import styles from './Hours.module.css'

/** A new line of the time log, or one that is there already. */
export function HoursDialog(props: { book: HoursBook; line: Hours | undefined; onClose: () => void }) {
  const { book, line, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const edits = useEdits()
  const notebook = useNotebook()
  const { preferences } = usePreferences()
  const [form, setForm] = useState<HoursForm>(() =>
    line === undefined
      ? newForm(book, preferences.staffId, dayIn(deviceZone(), notebook.sources.now()))
      : formOfHours(line),
  )
  const [fault, setFault] = useState<{ field: string; message: string }>()
  const set = (patch: Partial<HoursForm>) => setForm((now) => ({ ...now, ...patch }))
  const faultOf = (field: string) => (fault?.field === field ? fault.message : undefined)

  const keep = (fields: HoursFields) =>
    edits.commit(
      { key: line === undefined ? 'change.hours' : 'change.hoursChanged', params: { kind: fields.kind } },
      async (at) => {
        if (line === undefined) {
          const id = notebook.sources.newId()
          return [createChange('hours', { id, ...stated(fields) }, at)]
        }
        const current = await currentRecord(notebook.database(), 'hours', line.id)
        if (current === undefined) return []
        const change = updateChange('hours', current, fields, at)
        return change === undefined ? [] : [change]
      },
    )
  const save = async (next: boolean) => {
    const fields = hoursFromForm(form)
    if (!fields.ok) {
      const { code, params } = fields.error
      return setFault({ field: String(params?.field), message: errorText(code) })
    }
    setFault(undefined)
    if (!(await keep(fields.value))) return
    if (next) set({ duration: '', note: '' })
    else onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text(line === undefined ? 'hours.add' : 'hours.edit')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <div className={styles.grid}>
          <TextInput
            data-autofocus
            dir="ltr"
            label={text('hours.duration')}
            placeholder="1:30"
            value={form.duration}
            error={faultOf('duration')}
            onChange={(event) => set({ duration: event.currentTarget.value })}
          />
          <DayInput
            label={text('costs.day')}
            value={form.on}
            error={faultOf('on')}
            onChange={(event) => set({ on: event.currentTarget.value })}
          />
          <NativeSelect
            label={text('hours.kind')}
            data={HOUR_KINDS.map((value) => ({ value, label: text(`hours.kind.${value}`) }))}
            value={form.kind}
            onChange={(event) => set({ kind: event.currentTarget.value as HoursForm['kind'] })}
          />
          <NativeSelect
            label={text('hours.staff')}
            data={[
              { value: '', label: text('insights.nobody') },
              ...book.staff.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={form.staffId}
            onChange={(event) => set({ staffId: event.currentTarget.value })}
          />
          <Select
            searchable
            selectFirstOptionOnChange
            autoSelectOnBlur
            label={text('hours.place')}
            data={placeChoices(book, text)}
            value={form.place}
            allowDeselect={false}
            nothingFoundMessage={text('palette.nothing')}
            onChange={(value) => set({ place: value ?? NO_PLACE })}
          />
          <TextInput
            dir="auto"
            label={text('costs.note')}
            value={form.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </div>
        <div className={styles.customer}>
          <CustomerFinder
            label={text('hours.customer')}
            hint={text('hours.customerHint')}
            chosenId={form.customerId === '' ? undefined : form.customerId}
            chosenName={book.customers.get(form.customerId)}
            onChoose={(customer) => set({ customerId: customer?.id ?? '' })}
          />
        </div>
        <div className={`${styles.actions} ${dialog.foot}`}>
          <button type="submit" className={sheet.primary}>
            {text('action.save')}
          </button>
          {line === undefined && (
            <button type="button" className={sheet.secondary} onClick={() => void save(true)}>
              {text('hours.saveNext')}
            </button>
          )}
        </div>
      </form>
    </Modal>
  )
}

/** A new line begins today, at the place of the last one, in the name of whoever writes at this device. */
function newForm({ lines, staff }: HoursBook, staffId: string | undefined, today: string): HoursForm {
  const [last] = lines
  return {
    on: today,
    duration: '',
    kind: last?.kind ?? 'other',
    place: last === undefined ? NO_PLACE : placeKeyOf(last),
    staffId: staff.some(({ id }) => id === staffId) ? (staffId ?? '') : '',
    customerId: '',
    note: '',
  }
}

/** The fields that say something. */
function stated({ on, minutes, kind, ...maybe }: HoursFields) {
  const said = Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== undefined)) as {
    [K in keyof typeof maybe]?: string
  }
  return { on, minutes, kind, ...said }
}

function placeChoices(book: HoursBook, text: ReturnType<typeof useText>) {
  return [
    { value: NO_PLACE, label: text('costs.noPlace') },
    {
      group: text('costs.channels'),
      items: book.channels.map(({ id, name }) => ({ value: placeKeyOf({ channelId: id }), label: name })),
    },
    {
      group: text('hours.touchpoints'),
      items: book.touchpoints.map(({ id, name }) => ({
        value: placeKeyOf({ touchpointId: id }),
        label: name,
      })),
    },
  ]
}
