import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Stage } from '#shared/records/customer'
import { dayIn } from '#shared/time/calendarDay'
import {
  EMPTY_LINE,
  NEW_ORDER_MILESTONES,
  type TradeForm,
  type TradeLineForm,
  tradeFromForm,
} from '#shared/trade/tradeForm'
import { useCustomerName } from '../i18n/names'
import { useErrorText, useText } from '../i18n/text'
import { useNamedCommit } from '../nurture/useNamedCommit'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import type { TradeKind } from './pageDialog'
import styles from './TradeDialog.module.css'

/** The stage that a document brings a customer to, unless they are past it. */
const REACHED: Readonly<Record<TradeKind, Stage>> = { sample: 'sample', quote: 'quote', order: 'order' }
const BEFORE: Readonly<Record<TradeKind, readonly Stage[]>> = {
  sample: ['lead', 'enquiry'],
  quote: ['lead', 'enquiry', 'sample'],
  order: ['lead', 'enquiry', 'sample', 'quote', 'lost'],
}

/** A new quote, order or sample for this customer. */
export function TradeDialog(props: { kind: TradeKind; data: CustomerPageData; onClose: () => void }) {
  const nameOf = useCustomerName()
  const { kind, data, onClose } = props
  const text = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={
        <>
          {text(`trade.new.${kind}`)} <bdi className={styles.forWhom}>{nameOf(data.customer)}</bdi>
        </>
      }
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {kind === 'sample' ? (
        <SampleForm data={data} onClose={onClose} />
      ) : (
        <DocumentForm kind={kind} data={data} onClose={onClose} />
      )}
    </Modal>
  )
}

function DocumentForm(props: { kind: 'quote' | 'order'; data: CustomerPageData; onClose: () => void }) {
  const { kind, data, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const save = useSaveTrade(kind, data)
  const { sources } = useNotebook()
  const lastCurrency = [...data.orders, ...data.quotes].sort((a, b) => (a.on < b.on ? 1 : -1))[0]?.currency
  const [form, setForm] = useState<TradeForm>({
    number: '',
    on: dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, sources.now()),
    validUntil: '',
    currency: lastCurrency ?? data.source?.currency ?? 'USD',
    incoterm: '',
    place: '',
    paymentTerms: '',
    lines: [EMPTY_LINE],
  })
  const [fault, setFault] = useState<string>()
  const field = (name: Exclude<keyof TradeForm, 'lines'>) => ({
    label: text(`trade.${name}`),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setForm((now) => ({ ...now, [name]: event.currentTarget.value })),
  })
  const setLine = (index: number, patch: Partial<TradeLineForm>) =>
    setForm((now) => {
      const lines = now.lines.map((line, position) => (position === index ? { ...line, ...patch } : line))
      // A line that is being filled calls for the next one.
      return { ...now, lines: index === lines.length - 1 ? [...lines, EMPTY_LINE] : lines }
    })

  const submit = async () => {
    const document = tradeFromForm(form)
    if (!document.ok) {
      setFault(errorText(document.error.code, { line: Number(document.error.params?.line ?? 0) }))
      return
    }
    const common = { ...document.value, customerId: data.customer.id }
    const saved = await save((id, at) =>
      kind === 'quote'
        ? createChange(
            'quotes',
            {
              ...common,
              id,
              status: 'open',
              ...(form.validUntil === '' ? {} : { validUntil: form.validUntil }),
            },
            at,
          )
        : createChange(
            'orders',
            { ...common, id, status: 'open', milestones: [...NEW_ORDER_MILESTONES] },
            at,
          ),
    )
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
        <TextInput data-autofocus {...field('number')} />
        <TextInput type="date" {...field('on')} />
        {kind === 'quote' && <TextInput type="date" {...field('validUntil')} />}
        <TextInput {...field('currency')} />
        <TextInput {...field('incoterm')} placeholder="FOB" />
        <TextInput {...field('place')} />
        <TextInput {...field('paymentTerms')} />
      </div>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th>{text('trade.product')}</th>
            <th>{text('trade.quantity')}</th>
            <th>{text('trade.price')}</th>
          </tr>
        </thead>
        <tbody>
          {form.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <tr key={index}>
              {(['description', 'quantity', 'price'] as const).map((name) => (
                <td key={name}>
                  <input
                    className={styles.cell}
                    dir={name === 'description' ? 'auto' : 'ltr'}
                    aria-label={`${text(`trade.${LINE_LABELS[name]}`)} ${index + 1}`}
                    value={line[name]}
                    onChange={(event) => setLine(index, { [name]: event.currentTarget.value })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <button type="submit" className={styles.save}>
        {text('action.save')}
      </button>
    </form>
  )
}

const LINE_LABELS = { description: 'product', quantity: 'quantity', price: 'price' } as const

function SampleForm({ data, onClose }: { data: CustomerPageData; onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const save = useSaveTrade('sample', data)
  const { sources } = useNotebook()
  const [form, setForm] = useState({
    what: '',
    on: dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, sources.now()),
    courier: '',
    trackingNumber: '',
  })
  const [fault, setFault] = useState<string>()
  const field = (name: keyof typeof form) => ({
    label: text(`trade.${name}`),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setForm((now) => ({ ...now, [name]: event.currentTarget.value })),
  })
  const submit = async () => {
    if (form.what.trim() === '' || form.on === '') {
      setFault(errorText(form.on === '' ? 'trade.dayMissing' : 'trade.noLines'))
      return
    }
    const optional = { courier: form.courier.trim(), trackingNumber: form.trackingNumber.trim() }
    const saved = await save((id, at) =>
      createChange(
        'samples',
        {
          id,
          customerId: data.customer.id,
          on: form.on,
          what: form.what.trim(),
          ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
        },
        at,
      ),
    )
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
        <TextInput type="date" {...field('on')} />
        <TextInput {...field('courier')} />
        <TextInput {...field('trackingNumber')} />
      </div>
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <button type="submit" className={styles.save}>
        {text('action.save')}
      </button>
    </form>
  )
}

/** Saves the document and the step of the stage that it brings, as one change. */
function useSaveTrade(
  kind: TradeKind,
  data: CustomerPageData,
): (make: (id: string, at: number) => Change) => Promise<boolean> {
  const commit = useNamedCommit()
  const notebook = useNotebook()
  const { customer } = data
  return (make) =>
    commit({ key: `change.${kind}`, params: { name: customer.name } }, async (at) => {
      const current = await currentRecord(notebook.database(), 'customers', customer.id)
      if (current === undefined) return []
      const document = make(notebook.sources.newId(), at)
      // A second order makes a customer who comes back.
      const again = kind === 'order' && data.orders.length > 0 && current.stage === 'order'
      const to = again ? 'repeat' : BEFORE[kind].includes(current.stage) ? REACHED[kind] : undefined
      const change = to === undefined ? undefined : updateChange('customers', current, { stage: to }, at)
      if (to === undefined || change === undefined) return [document]
      const move = { id: notebook.sources.newId(), customerId: customer.id, from: current.stage, to, at }
      return [document, change, createChange('stageMoves', move, at)]
    })
}
