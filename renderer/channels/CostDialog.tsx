import { Modal } from '@mantine/core'
import { useState } from 'react'
import { createChange, updateChange } from '#shared/changes/buildChange'
import {
  type CostFields,
  type CostForm,
  costFromForm,
  EMPTY_COST_FORM,
  formOfCost,
} from '#shared/costs/costForm'
import { placeKeyOf, placeOfKey } from '#shared/costs/costPlace'
import { moneyToDecimal } from '#shared/money/decimal'
import type { Cost, CostCategory } from '#shared/records/cost'
import type { ReportWords } from '#shared/reporting/words'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { useErrorText, useText } from '../i18n/text'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { CostBook } from '../store/queries/costs'
import dialog from '../ui/dialog.module.css'
import sheet from '../ui/sheet.module.css'
import styles from './Channels.module.css'
import { CostFormFields } from './CostFormFields'
import { CostPreview } from './CostPreview'
import { ReceiptList } from './ReceiptList'
import { useReceipts } from './useReceipts'

/** A new cost line, or one that is there already. `place` is where a new one belongs until another place is chosen. */
export function CostDialog(props: {
  place: string
  book: CostBook
  words: ReportWords
  cost: Cost | undefined
  onClose: () => void
}) {
  const { book, words, cost, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const edits = useEdits()
  const notebook = useNotebook()
  const [place, setPlace] = useState(cost === undefined ? props.place : placeKeyOf(cost))
  const [form, setForm] = useState<CostForm>(() =>
    cost === undefined ? emptyForm(place, book, notebook.sources.now()) : formOfCost(cost),
  )
  const [fault, setFault] = useState<{ field: string; message: string }>()
  const receipts = useReceipts(cost)
  const set = (patch: Partial<CostForm>) => setForm((now) => ({ ...now, ...patch }))

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
    if (!next) return onClose()
    setForm((now) => ({ ...now, amount: '', note: '', days: '' }))
    receipts.clear()
  }

  const keep = (fields: CostFields) =>
    edits.commit(
      {
        key: cost === undefined ? 'change.cost' : 'change.costChanged',
        params: { category: fields.category },
      },
      async (at) => {
        const { ids: attachmentIds, records } = await receipts.changes(at)
        if (cost === undefined) {
          const id = notebook.sources.newId()
          const made = { id, ...stated(placeOfKey(place)), ...fields, ...stated({ attachmentIds }) }
          return [...records, createChange('costs', made, at)]
        }
        const current = await currentRecord(notebook.database(), 'costs', cost.id)
        if (current === undefined) return []
        // A line may name its channel beside its touchpoint: only who moves it takes that away.
        const moved = place === placeKeyOf(cost) ? {} : placeOfKey(place)
        const change = updateChange('costs', current, { ...fields, ...moved, attachmentIds }, at)
        return change === undefined ? [] : [...records, change]
      },
    )

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={text(cost === undefined ? 'costs.add' : 'costs.edit')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <CostFormFields
          form={form}
          place={place}
          book={book}
          fault={fault}
          onCategory={chooseCategory}
          onPlace={setPlace}
          onChange={set}
        />
        <ReceiptList receipts={receipts} />
        <CostPreview form={form} book={book} words={words} />
        {fault?.field === 'undefined' && (
          <p role="alert" className={styles.fault}>
            {fault.message}
          </p>
        )}
        <div className={`${styles.actions} ${dialog.foot}`}>
          <button type="submit" className={sheet.primary}>
            {text('action.save')}
          </button>
          {cost === undefined && (
            <button type="button" className={sheet.secondary} onClick={() => void save(true)}>
              {text('costs.saveNext')}
            </button>
          )}
        </div>
      </form>
    </Modal>
  )
}

/** The fields that say something. */
function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** A new line begins in the currency of the place's last one; at a fair on its first day, elsewhere today. */
function emptyForm(place: string, book: CostBook, now: number): CostForm {
  const { touchpointId } = placeOfKey(place)
  const touchpoint = [...book.fairs.map(({ fair }) => fair), ...book.touchpoints].find(
    ({ id }) => id === touchpointId,
  )
  const last = book.costs.find((cost) => placeKeyOf(cost) === place)
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, now)
  return {
    ...EMPTY_COST_FORM,
    category: last?.category ?? CATEGORY_OF[touchpoint?.kind ?? 'other'],
    currency: last?.amount.currency ?? touchpoint?.currency ?? book.base,
    on: touchpoint?.kind === 'fair' ? (touchpoint.startsOn ?? today) : today,
  }
}

const CATEGORY_OF = {
  fair: 'booth',
  campaign: 'ads',
  page: 'content',
  platform: 'platformFee',
  other: 'other',
} as const
