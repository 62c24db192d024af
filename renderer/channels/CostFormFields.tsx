import { Select, TextInput } from '@mantine/core'
import type { CostForm } from '#shared/costs/costForm'
import { NO_PLACE, placeKeyOf } from '#shared/costs/costPlace'
import { COST_CATEGORIES, type CostCategory } from '#shared/records/cost'
import { useCountries } from '../i18n/countries'
import { DayInput } from '../i18n/DayInput'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { type CostBook, contentTitles } from '../store/queries/costs'
import styles from './Channels.module.css'

/** What a cost line says: where it belongs, what for, how much, when, and for which days, campaign, piece and market. */
export function CostFormFields(props: {
  form: CostForm
  place: string
  book: CostBook
  fault: { field: string; message: string } | undefined
  onCategory: (category: CostCategory) => void
  onPlace: (place: string) => void
  onChange: (patch: Partial<CostForm>) => void
}) {
  const { form, place, book, fault, onCategory, onPlace, onChange } = props
  const text = useText()
  const countries = useCountries()
  const pieces = useRead(contentTitles, [])
  const field = (name: keyof typeof LABELS) => ({
    label: text(LABELS[name]),
    value: form[name],
    error: fault?.field === name ? fault.message : undefined,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  const isStaffDays = form.category === 'staffDays'
  return (
    <div className={styles.grid}>
      <Select
        data-autofocus
        label={text('costs.category')}
        data={COST_CATEGORIES.map((value) => ({ value, label: text(`cost.category.${value}`) }))}
        value={form.category}
        allowDeselect={false}
        onChange={(value) => onCategory(value as CostCategory)}
      />
      <Select
        searchable
        selectFirstOptionOnChange
        autoSelectOnBlur
        label={text('costs.place')}
        data={placeChoices(book, text)}
        value={place}
        allowDeselect={false}
        nothingFoundMessage={text('palette.nothing')}
        onChange={(value) => onPlace(value ?? NO_PLACE)}
      />
      {isStaffDays ? (
        <>
          <TextInput dir="ltr" {...field('days')} />
          <TextInput dir="ltr" {...field('dayPrice')} />
        </>
      ) : (
        <TextInput dir="ltr" placeholder={text('costs.amountHint')} {...field('amount')} />
      )}
      <TextInput dir="ltr" {...field('currency')} />
      <DayInput {...field('on')} />
      <TextInput {...field('note')} className={isStaffDays ? '' : (styles.lone ?? '')} />
      <DayInput {...field('coversFrom')} />
      <DayInput {...field('coversTo')} />
      <Select
        searchable
        selectFirstOptionOnChange
        autoSelectOnBlur
        clearable
        label={text('costs.country')}
        data={countries}
        value={form.country === '' ? null : form.country}
        nothingFoundMessage={text('palette.nothing')}
        onChange={(value) => onChange({ country: value ?? '' })}
      />
      <TextInput {...field('campaign')} />
      {(pieces?.length ?? 0) > 0 && (
        <Select
          searchable
          selectFirstOptionOnChange
          autoSelectOnBlur
          clearable
          label={text('costs.piece')}
          data={pieces ?? []}
          value={form.contentId === '' ? null : form.contentId}
          nothingFoundMessage={text('palette.nothing')}
          onChange={(value) => onChange({ contentId: value ?? '' })}
        />
      )}
    </div>
  )
}

const LABELS = {
  amount: 'costs.amount',
  currency: 'costs.currency',
  on: 'costs.day',
  note: 'costs.note',
  days: 'costs.days',
  dayPrice: 'costs.dayPrice',
  coversFrom: 'costs.coversFrom',
  coversTo: 'costs.coversTo',
  campaign: 'costs.campaign',
} as const

/** Every place that a cost may belong to, in groups. */
function placeChoices(book: CostBook, text: ReturnType<typeof useText>) {
  const touchpoint = ({ id, name }: { id: string; name: string }) => ({
    value: placeKeyOf({ touchpointId: id }),
    label: name,
  })
  return [
    { group: text('costs.fairs'), items: book.fairs.map(({ fair }) => touchpoint(fair)) },
    { group: text('costs.otherTouchpoints'), items: book.touchpoints.map(touchpoint) },
    {
      group: text('costs.channels'),
      items: book.channels.map(({ id, name }) => ({ value: placeKeyOf({ channelId: id }), label: name })),
    },
    { value: NO_PLACE, label: text('costs.noPlace') },
  ]
}
