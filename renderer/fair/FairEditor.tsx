import { MultiSelect, Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { type FairForm, fairFromForm, fairPatch, formOfFair, staffNames } from '#shared/leads/fairForm'
import type { Touchpoint } from '#shared/records/touchpoint'
import { ok, type Result } from '#shared/result'
import { zoneOf } from '#shared/time/zoneOf'
import { useCountries } from '../i18n/countries'
import { DayInput } from '../i18n/DayInput'
import { useErrorText, useText } from '../i18n/text'
import { currentRecord } from '../store/currentRecord'
import { useNotebook, useRead } from '../store/NotebookContext'
import { carrierBook } from '../store/queries/carriers'
import { allStaff } from '../store/queries/staff'
import styles from './FairEditor.module.css'

/** One for each digit key of the capture form. */
const MOST_OFFERS = 9

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

/** Creates or edits a fair edition: series, name, city, dates, halls, staff and currency. */
export function FairEditor(props: {
  /** The fair to edit; a new one without. */
  fair?: Touchpoint
  onSaved: (fairId: string) => void
  onCancel: (() => void) | undefined
  /** Stands beside the form, or below it where the window is narrow: the guide through the first hour. */
  children?: ReactNode
}) {
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const countries = useCountries()
  const { fair } = props
  const known = useRead(allStaff, [])
  const staff = known ?? []
  const [typed, setTyped] = useState<Partial<FairForm>>({})
  const [offerIds, setOfferIds] = useState<readonly string[]>(fair?.offerIds ?? [])
  // A retired offer stays where it is made already.
  const offers = (useRead(carrierBook, [])?.offers ?? []).filter(
    ({ id, retiredAt }) => retiredAt === undefined || offerIds.includes(id),
  )
  // What was typed lies over what is kept: the people of a fair are read a moment after its form is there.
  const atBooth = staff.filter((person) => fair?.staffIds?.includes(person.id)).map((person) => person.name)
  const form = { ...(fair === undefined ? EMPTY : formOfFair(fair, atBooth)), ...typed }
  const [fault, setFault] = useState<{ field: string; message: string }>()
  const set = (field: keyof FairForm) => (value: string | null) =>
    setTyped((now) => ({ ...now, [field]: value ?? '' }))
  const faultOf = (field: string) => (fault?.field === field ? fault.message : undefined)

  const fairChange = (
    id: string,
    staffIds: readonly string[],
    zone: string | undefined,
  ): Result<(at: number) => Promise<Change | undefined>> => {
    if (fair === undefined) {
      const made = fairFromForm(form, id, staffIds, zone)
      const offered = offerIds.length === 0 ? {} : { offerIds: [...offerIds] }
      return made.ok ? ok(async (at) => createChange('touchpoints', { ...made.value, ...offered }, at)) : made
    }
    const patch = fairPatch(form, fair, staffIds, zone)
    if (!patch.ok) return patch
    return ok(async (at) => {
      const current = await currentRecord(notebook.database(), 'touchpoints', id)
      const offered = { offerIds: offerIds.length === 0 ? undefined : [...offerIds] }
      return current === undefined
        ? undefined
        : updateChange('touchpoints', current, { ...patch.value, ...offered }, at)
    })
  }

  const save = async () => {
    const id = fair?.id ?? notebook.sources.newId()
    const staffIdOf = new Map(staff.map((person) => [person.name, person.id]))
    const fresh = staffNames(form).filter((name) => !staffIdOf.has(name))
    for (const name of fresh) staffIdOf.set(name, notebook.sources.newId())
    const staffIds = staffNames(form).map((name) => staffIdOf.get(name) ?? '')
    const zone = form.country === '' ? undefined : zoneOf(form.country)?.zone
    const checked = fairChange(id, staffIds, zone)
    if (!checked.ok) {
      setFault({ field: String(checked.error.params?.field), message: errorText(checked.error.code) })
      return
    }
    const key = fair === undefined ? 'change.fair' : 'change.fairChanged'
    const saved = await notebook.commit(
      { label: { key, params: { name: form.name.trim() } } },
      async (at): Promise<Change[]> => {
        const change = await checked.value(at)
        if (change === undefined) return []
        return [
          ...fresh.map((name) => createChange('staff', { id: staffIdOf.get(name) ?? '', name }, at)),
          change,
        ]
      },
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
      <h1 className={styles.title}>{text(fair === undefined ? 'fair.new' : 'fair.editTitle')}</h1>
      {fair === undefined && <p className={styles.lead}>{text('fair.newLead')}</p>}
      <div className={styles.grid}>
        <TextInput
          data-autofocus
          autoFocus
          label={text('fair.name')}
          dir="auto"
          placeholder={text('fair.namePlaceholder')}
          value={form.name}
          error={faultOf('name')}
          onChange={(event) => set('name')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.series')}
          dir="auto"
          description={text('fair.seriesHint')}
          value={form.series}
          onChange={(event) => set('series')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.city')}
          dir="auto"
          value={form.city}
          onChange={(event) => set('city')(event.currentTarget.value)}
        />
        <Select
          searchable
          selectFirstOptionOnChange
          autoSelectOnBlur
          clearable
          label={text('fair.country')}
          data={countries}
          value={form.country === '' ? null : form.country}
          nothingFoundMessage={text('palette.nothing')}
          onChange={set('country')}
        />
        <DayInput
          label={text('fair.startsOn')}
          value={form.startsOn}
          error={faultOf('startsOn')}
          onChange={(event) => set('startsOn')(event.currentTarget.value)}
        />
        <DayInput
          label={text('fair.endsOn')}
          value={form.endsOn}
          error={faultOf('endsOn')}
          onChange={(event) => set('endsOn')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.halls')}
          dir="auto"
          description={text('fair.listHint')}
          value={form.halls}
          onChange={(event) => set('halls')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.booth')}
          dir="auto"
          value={form.booth}
          onChange={(event) => set('booth')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.staff')}
          dir="auto"
          description={text('fair.listHint')}
          value={form.staff}
          onChange={(event) => set('staff')(event.currentTarget.value)}
        />
        <TextInput
          label={text('fair.currency')}
          dir="auto"
          description={text('fair.currencyHint')}
          value={form.currency}
          error={faultOf('currency')}
          onChange={(event) => set('currency')(event.currentTarget.value)}
        />
        {offers.length > 0 && (
          <MultiSelect
            label={text('fair.offers')}
            data={offers.map(({ id, name }) => ({ value: id, label: name }))}
            value={[...offerIds]}
            maxValues={MOST_OFFERS}
            onChange={setOfferIds}
          />
        )}
      </div>
      {faultOf('form') !== undefined && (
        <p role="alert" className={styles.fault}>
          {faultOf('form')}
        </p>
      )}
      <div className={styles.actions}>
        <button type="submit" className={styles.primary} disabled={fair !== undefined && known === undefined}>
          {text(fair === undefined ? 'fair.save' : 'action.save')}
        </button>
        {props.onCancel !== undefined && (
          <button type="button" className={styles.secondary} onClick={props.onCancel}>
            {text('action.cancel')}
          </button>
        )}
      </div>
      {Boolean(props.children) && <div className={styles.beside}>{props.children}</div>}
    </form>
  )
}
