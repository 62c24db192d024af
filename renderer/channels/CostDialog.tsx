import { Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createChange, updateChange } from '#shared/changes/buildChange'
import { type CostFields, type CostForm, costFromForm, formOfCost } from '#shared/costs/costForm'
import { costInBase } from '#shared/costs/fairCosts'
import { moneyToDecimal } from '#shared/money/decimal'
import { rateTable } from '#shared/money/rates'
import { COST_CATEGORIES, type Cost, type CostCategory } from '#shared/records/cost'
import type { Touchpoint } from '#shared/records/touchpoint'
import { missingRateWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { useErrorText, useText } from '../i18n/text'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { CostBook } from '../store/queries/costs'
import styles from './Channels.module.css'

/** A new cost line of a fair, or one that is there already. */
export function CostDialog(props: {
  fair: Touchpoint
  book: CostBook
  words: ReportWords
  cost: Cost | undefined
  onClose: () => void
}) {
  const { fair, book, words, cost, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const edits = useEdits()
  const notebook = useNotebook()
  const [form, setForm] = useState<CostForm>(() =>
    cost === undefined ? emptyForm(fair, book, notebook.sources.now()) : formOfCost(cost),
  )
  const [fault, setFault] = useState<{ field: string; message: string }>()
  const set = (patch: Partial<CostForm>) => setForm((now) => ({ ...now, ...patch }))
  const field = (name: Exclude<keyof CostForm, 'category'>) => ({
    label: text(LABELS[name]),
    value: form[name],
    error: fault?.field === name ? fault.message : undefined,
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  const isStaffDays = form.category === 'staffDays'

  const chooseCategory = (category: CostCategory) => {
    const { staffDayMinor, base } = book
    const price =
      category === 'staffDays' && form.dayPrice === '' && staffDayMinor !== undefined
        ? { dayPrice: moneyToDecimal({ minor: staffDayMinor, currency: base }), currency: base }
        : {}
    set({ category, ...price })
  }

  const save = async (next: boolean) => {
    const fields = costFromForm(form)
    if (!fields.ok) {
      const { code, params } = fields.error
      setFault({
        field: String(params?.field),
        message: errorText(code, { places: Number(params?.places ?? 0) }),
      })
      return
    }
    setFault(undefined)
    if (!(await keep(fields.value))) return
    if (next) setForm((now) => ({ ...now, amount: '', note: '', days: '' }))
    else onClose()
  }

  const keep = (fields: CostFields) =>
    edits.commit(
      {
        key: cost === undefined ? 'change.cost' : 'change.costChanged',
        params: { category: fields.category },
      },
      async (at) => {
        if (cost === undefined) {
          const id = notebook.sources.newId()
          return [createChange('costs', { id, touchpointId: fair.id, ...fields }, at)]
        }
        const current = await currentRecord(notebook.database(), 'costs', cost.id)
        const change = current === undefined ? undefined : updateChange('costs', current, fields, at)
        return change === undefined ? [] : [change]
      },
    )

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text(cost === undefined ? 'costs.add' : 'costs.edit')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <div className={styles.grid}>
          <Select
            data-autofocus
            label={text('costs.category')}
            data={COST_CATEGORIES.map((value) => ({ value, label: text(`cost.category.${value}`) }))}
            value={form.category}
            allowDeselect={false}
            onChange={(value) => chooseCategory(value as CostCategory)}
          />
          <TextInput type="date" {...field('on')} />
          {isStaffDays ? (
            <>
              <TextInput dir="ltr" {...field('days')} />
              <TextInput dir="ltr" {...field('dayPrice')} />
            </>
          ) : (
            <TextInput dir="ltr" placeholder={text('costs.amountHint')} {...field('amount')} />
          )}
          <TextInput dir="ltr" {...field('currency')} />
          <TextInput className={styles.wide} {...field('note')} />
        </div>
        <Preview form={form} book={book} words={words} />
        {fault?.field === 'undefined' && (
          <p role="alert" className={styles.fault}>
            {fault.message}
          </p>
        )}
        <div className={styles.actions}>
          <button type="submit" className={styles.primary}>
            {text('action.save')}
          </button>
          {cost === undefined && (
            <button type="button" className={styles.secondary} onClick={() => void save(true)}>
              {text('costs.saveNext')}
            </button>
          )}
        </div>
      </form>
    </Modal>
  )
}

const LABELS = {
  amount: 'costs.amount',
  currency: 'costs.currency',
  on: 'costs.day',
  note: 'costs.note',
  days: 'costs.days',
  dayPrice: 'costs.dayPrice',
} as const

/** What the typed amount is, read back, and what it is in the base currency: a slip shows before it is saved. */
function Preview({ form, book, words }: { form: CostForm; book: CostBook; words: ReportWords }) {
  const text = useText()
  const fields = costFromForm(form)
  if (!fields.ok || fields.value.amount.minor === 0) return <p className={styles.preview} />
  const { amount, on } = fields.value
  const converted = costInBase({ amount, on }, book.base, rateTable(book.rates))
  const shown = words.money(amount)
  if (converted !== undefined && 'missing' in converted) {
    return (
      <p className={styles.preview}>
        <bdi>{shown}</bdi>. <span className={styles.gap}>{missingRateWords(converted.missing, words)}</span>
      </p>
    )
  }
  return (
    <p className={styles.preview}>
      {converted === undefined || amount.currency === book.base
        ? shown
        : text('costs.preview', { amount: shown, base: words.money(converted.money), day: words.day(on) })}
    </p>
  )
}

function emptyForm(fair: Touchpoint, book: CostBook, now: number): CostForm {
  const last = book.fairs.find((one) => one.fair.id === fair.id)?.costs[0]
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, now)
  return {
    category: 'booth',
    amount: '',
    currency: last?.amount.currency ?? fair.currency ?? book.base,
    on: fair.startsOn ?? today,
    note: '',
    days: '',
    dayPrice: '',
  }
}
