import { Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { createChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { type FairForm, fairFromForm, staffNames } from '#shared/leads/fairForm'
import { zoneOf } from '#shared/time/zoneOf'
import { useCountries } from '../i18n/countries'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook, useRead } from '../store/NotebookContext'
import { allStaff } from '../store/queries/staff'
import styles from './FairEditor.module.css'

const EMPTY: FairForm = {
  name: '',
  series: '',
  city: '',
  country: '',
  startsOn: '',
  endsOn: '',
  halls: '',
  booth: '',
  staff: '',
  currency: 'USD',
}

/** Creates a fair edition: series, name, city, dates, halls, staff and currency. */
export function FairEditor(props: {
  onSaved: (fairId: string) => void
  onCancel: (() => void) | undefined
  /** Stands below the form, for instance the offer of a sample notebook. */
  children?: ReactNode
}) {
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const countries = useCountries()
  const staff = useRead(allStaff, []) ?? []
  const [form, setForm] = useState(EMPTY)
  const [fault, setFault] = useState<{ field: string; message: string }>()
  const set = (field: keyof FairForm) => (value: string | null) =>
    setForm((now) => ({ ...now, [field]: value ?? '' }))
  const faultOf = (field: string) => (fault?.field === field ? fault.message : undefined)

  const save = async () => {
    const id = notebook.sources.newId()
    const known = new Map(staff.map((person) => [person.name, person.id]))
    const fresh = staffNames(form).filter((name) => !known.has(name))
    for (const name of fresh) known.set(name, notebook.sources.newId())
    const staffIds = staffNames(form).map((name) => known.get(name) ?? '')
    const zone = form.country === '' ? undefined : zoneOf(form.country)?.zone
    const record = fairFromForm(form, id, staffIds, zone)
    if (!record.ok) {
      setFault({ field: String(record.error.params?.field), message: errorText(record.error.code) })
      return
    }
    const saved = await notebook.commit(
      { label: { key: 'change.fair', params: { name: record.value.name } } },
      (at): Change[] => [
        ...fresh.map((name) => createChange('staff', { id: known.get(name) ?? '', name }, at)),
        createChange('touchpoints', record.value, at),
      ],
    )
    if (saved.ok) props.onSaved(id)
    else setFault({ field: 'form', message: errorText(saved.error.code) })
  }

  return (
    <form
      className={styles.page}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h1 className={styles.title}>{text('fair.new')}</h1>
      <p className={styles.lead}>{text('fair.newLead')}</p>
      <div className={styles.grid}>
        <TextInput
          data-autofocus
          autoFocus
          label={text('fair.name')}
          placeholder={text('fair.namePlaceholder')}
          value={form.name}
          error={faultOf('name')}
          onChange={(event) => set('name')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.series')}
          description={text('fair.seriesHint')}
          value={form.series}
          onChange={(event) => set('series')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.city')}
          value={form.city}
          onChange={(event) => set('city')(event.currentTarget.value)}
        />
        <Select
          searchable
          clearable
          label={text('fair.country')}
          data={countries}
          value={form.country === '' ? null : form.country}
          nothingFoundMessage={text('palette.nothing')}
          onChange={set('country')}
        />
        <TextInput
          type="date"
          label={text('fair.startsOn')}
          value={form.startsOn}
          error={faultOf('startsOn')}
          onChange={(event) => set('startsOn')(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={text('fair.endsOn')}
          value={form.endsOn}
          error={faultOf('endsOn')}
          onChange={(event) => set('endsOn')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.halls')}
          description={text('fair.listHint')}
          value={form.halls}
          onChange={(event) => set('halls')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.booth')}
          value={form.booth}
          onChange={(event) => set('booth')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.staff')}
          description={text('fair.listHint')}
          value={form.staff}
          onChange={(event) => set('staff')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.currency')}
          description={text('fair.currencyHint')}
          value={form.currency}
          error={faultOf('currency')}
          onChange={(event) => set('currency')(event.currentTarget.value)}
        />
      </div>
      {faultOf('form') !== undefined && (
        <p role="alert" className={styles.fault}>
          {faultOf('form')}
        </p>
      )}
      <div className={styles.actions}>
        <button type="submit" className={styles.primary}>
          {text('fair.save')}
        </button>
        {props.onCancel !== undefined && (
          <button type="button" className={styles.secondary} onClick={props.onCancel}>
            {text('action.cancel')}
          </button>
        )}
      </div>
      {props.children}
    </form>
  )
}
