import { Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createChange } from '#shared/changes/buildChange'
import {
  formOfTouchpoint,
  freshTouchpoint,
  TOUCHPOINT_KINDS,
  type TouchpointForm,
  touchpointFromForm,
} from '#shared/costs/placeForm'
import type { Channel, Touchpoint } from '#shared/records/touchpoint'
import { zoneOf } from '#shared/time/zoneOf'
import { useEdits } from '../edits/useEdits'
import { useCountries } from '../i18n/countries'
import { DayInput } from '../i18n/DayInput'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import styles from './Channels.module.css'
import { PlaceFoot } from './PlaceFoot'

/** A new touchpoint, or one to change or take away. Halls, booth and questions of a fair are set at the fair itself. */
export function TouchpointDialog(props: {
  touchpoint: Touchpoint | undefined
  channels: readonly Channel[]
  base: string
  onClose: () => void
}) {
  const { touchpoint, channels, base, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const edits = useEdits()
  const notebook = useNotebook()
  const countries = useCountries()
  const [form, setForm] = useState<TouchpointForm>(() =>
    touchpoint === undefined ? { ...EMPTY, currency: base } : formOfTouchpoint(touchpoint),
  )
  const [fault, setFault] = useState<{ field: string; message: string }>()
  const set = (patch: Partial<TouchpointForm>) => setForm((now) => ({ ...now, ...patch }))
  const field = (name: keyof typeof LABELS) => ({
    label: text(LABELS[name]),
    value: form[name],
    error: fault?.field === name ? fault.message : undefined,
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  // What a fair is has leads, questions and a clock that no other kind has.
  const isFixed = touchpoint?.kind === 'fair'

  const save = async () => {
    const fields = touchpointFromForm(form)
    if (!fields.ok) {
      const { code, params } = fields.error
      setFault({
        field: String(params?.field),
        message: errorText(code, { places: Number(params?.places ?? 0) }),
      })
      return
    }
    const { name, country } = fields.value
    const params = { name }
    const zone = country === undefined ? undefined : zoneOf(country)?.zone
    const saved =
      touchpoint === undefined
        ? await edits.commit({ key: 'change.touchpoint', params }, (at) => [
            createChange('touchpoints', freshTouchpoint(fields.value, notebook.sources.newId(), zone), at),
          ])
        : await edits.update('touchpoints', touchpoint.id, fields.value, {
            key: 'change.touchpointChanged',
            params,
          })
    if (saved) onClose()
  }
  const remove = async ({ id, name }: Touchpoint) => {
    const label = { key: 'change.touchpointRemoved', params: { name } }
    if (await edits.remove('touchpoints', id, label)) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text(touchpoint === undefined ? 'channels.addTouchpoint' : 'channels.editTouchpoint')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className={styles.grid}>
          <TextInput data-autofocus {...field('name')} />
          <Select
            label={text('channels.kind')}
            data={TOUCHPOINT_KINDS.filter(
              (kind) => isFixed || touchpoint === undefined || kind !== 'fair',
            ).map((value) => ({ value, label: text(`touchpoint.kind.${value}`) }))}
            value={form.kind}
            disabled={isFixed}
            allowDeselect={false}
            onChange={(value) => set({ kind: TOUCHPOINT_KINDS.find((kind) => kind === value) ?? 'other' })}
          />
          <Select
            searchable
            selectFirstOptionOnChange
            autoSelectOnBlur
            clearable
            label={text('channels.channel')}
            data={channels.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.channelId === '' ? null : form.channelId}
            nothingFoundMessage={text('palette.nothing')}
            onChange={(value) => set({ channelId: value ?? '' })}
          />
          <TextInput description={text('fair.seriesHint')} {...field('series')} />
          <DayInput {...field('startsOn')} />
          <DayInput {...field('endsOn')} />
          <Select
            searchable
            selectFirstOptionOnChange
            autoSelectOnBlur
            clearable
            className={styles.lone ?? ''}
            label={text('fair.country')}
            data={countries}
            value={form.country === '' ? null : form.country}
            nothingFoundMessage={text('palette.nothing')}
            onChange={(value) => set({ country: value ?? '' })}
          />
          <TextInput dir="ltr" {...field('budget')} />
          <TextInput dir="ltr" {...field('currency')} />
        </div>
        <PlaceFoot
          removeLabel={
            touchpoint === undefined ? undefined : text('action.remove', { what: touchpoint.name })
          }
          onRemove={() => touchpoint !== undefined && void remove(touchpoint)}
        />
      </form>
    </Modal>
  )
}

const EMPTY: TouchpointForm = {
  kind: 'campaign',
  name: '',
  series: '',
  channelId: '',
  country: '',
  startsOn: '',
  endsOn: '',
  budget: '',
  currency: '',
}

const LABELS = {
  name: 'channels.name',
  series: 'fair.series',
  startsOn: 'fair.startsOn',
  endsOn: 'fair.endsOn',
  budget: 'channels.budget',
  currency: 'costs.currency',
} as const
