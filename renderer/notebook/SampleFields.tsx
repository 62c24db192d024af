import { MultiSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createChange, type NewRecord } from '#shared/changes/buildChange'
import { dayIn } from '#shared/time/calendarDay'
import { formOfSample, type SampleForm, sampleFromForm, withProducts } from '#shared/trade/editTrade'
import { DayInput } from '../i18n/DayInput'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook, useRead } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { productsToChoose } from '../store/queries/products'
import type { KeptTrade } from './pageDialog'
import styles from './TradeDialog.module.css'
import { TradeFoot } from './TradeFoot'
import { useRewrite } from './useRewrite'
import { useSaveTrade } from './useSaveTrade'

/** As many as the record of a sample can name. */
const MOST_PRODUCTS = 100

/** What went out as a sample, when and by whom: a new one or one that is kept. */
export function SampleFields(props: {
  kept?: Extract<KeptTrade, { kind: 'sample' }> | undefined
  data: CustomerPageData
  onClose: () => void
}) {
  const { kept, data, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const save = useSaveTrade('sample', data)
  const rewrite = useRewrite()
  const { sources } = useNotebook()
  const [form, setForm] = useState<SampleForm>(() =>
    kept === undefined
      ? {
          what: '',
          productIds: [],
          on: dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, sources.now()),
          courier: '',
          trackingNumber: '',
          outcome: '',
          outcomeOn: '',
        }
      : formOfSample(kept.record),
  )
  const [fault, setFault] = useState<string>()
  const keptIds = kept?.record.productIds ?? []
  const products = useRead((db) => productsToChoose(db, keptIds), [keptIds.join()]) ?? []
  const nameOf = new Map(products.map(({ id, name }) => [id, name]))
  const field = (name: Exclude<keyof SampleForm, 'productIds'>) => ({
    label: text(`trade.${name}`),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      // Read now: when the change is worked out, the event may have let go of its field.
      const { value } = event.currentTarget
      setForm((now) => ({ ...now, [name]: value }))
    },
  })
  const submit = async () => {
    const sample = sampleFromForm(form)
    if (!sample.ok) {
      setFault(errorText(sample.error.code))
      return
    }
    const label = { key: 'change.tradeChanged', params: { kind: 'sample', name: data.customer.name } }
    const saved =
      kept === undefined
        ? await save((id, at) =>
            createChange(
              'samples',
              { ...sample.value, id, customerId: data.customer.id } as NewRecord<'samples'>,
              at,
            ),
          )
        : await rewrite.update('samples', kept.record.id, sample.value, label)
    if (saved) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={styles.grid}>
        <TextInput data-autofocus {...field('what')} />
        {products.length > 0 && (
          <MultiSelect
            label={text('trade.products')}
            data={products.map(({ id, name, code }) => ({
              value: id,
              label: code === undefined ? name : `${name} · ${code}`,
            }))}
            value={[...form.productIds]}
            maxValues={MOST_PRODUCTS}
            searchable
            onChange={(ids) => setForm((now) => withProducts(now, ids, nameOf))}
          />
        )}
        <DayInput {...field('on')} />
        <TextInput {...field('courier')} />
        <TextInput {...field('trackingNumber')} />
        {kept !== undefined && (
          <>
            <TextInput {...field('outcome')} />
            <DayInput {...field('outcomeOn')} />
          </>
        )}
      </div>
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <TradeFoot kept={kept} name={data.customer.name} onClose={onClose} />
    </form>
  )
}
