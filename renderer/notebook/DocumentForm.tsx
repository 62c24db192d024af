import { TextInput } from '@mantine/core'
import { Fragment, useState } from 'react'
import { createChange } from '#shared/changes/buildChange'
import type { DecimalMark } from '#shared/importing/values/money'
import { productsByWord } from '#shared/measures/facts/foldContext'
import { ok, type Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { formOfTrade, orderPatch, quotePatch } from '#shared/trade/editTrade'
import { lineWithProduct } from '#shared/trade/lineProduct'
import {
  EMPTY_LINE,
  NEW_ORDER_MILESTONES,
  type TradeForm,
  type TradeLineForm,
  tradeFromForm,
} from '#shared/trade/tradeForm'
import { DayInput } from '../i18n/DayInput'
import { useErrorText, useText } from '../i18n/text'
import { useDecimalMark } from '../i18n/useDecimalMark'
import { useNotebook, useRead } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { allProducts } from '../store/queries/products'
import { usePrices } from '../store/usePrices'
import { PriceHint } from './PriceHint'
import type { KeptTrade } from './pageDialog'
import styles from './TradeDialog.module.css'
import { TradeFoot } from './TradeFoot'
import { useRewrite } from './useRewrite'
import { useSaveTrade } from './useSaveTrade'

type KeptDocument = Exclude<KeptTrade, { kind: 'sample' }>

/** The fields and lines of a quote or an order, a new one or one that is kept. */
export function DocumentForm(props: {
  kind: 'quote' | 'order'
  kept?: KeptDocument | undefined
  data: CustomerPageData
  onClose: () => void
}) {
  const { kind, kept, data, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const save = useSaveTrade(kind, data)
  const rewrite = useRewrite()
  const { sources } = useNotebook()
  const mark = useDecimalMark()
  const lastCurrency = [...data.orders, ...data.quotes].sort((a, b) => (a.on < b.on ? 1 : -1))[0]?.currency
  const emptyForm = (): TradeForm => ({
    mark,
    number: '',
    on: dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, sources.now()),
    validUntil: '',
    currency: lastCurrency ?? data.source?.currency ?? 'USD',
    incoterm: '',
    place: '',
    paymentTerms: '',
    lines: [EMPTY_LINE],
  })
  const [form, setForm] = useState<TradeForm>(() => (kept === undefined ? emptyForm() : openForm(kept, mark)))
  const [fault, setFault] = useState<string>()
  const products = useRead(allProducts, []) ?? []
  const opened = new Set(kept?.record.lines.map(({ description }) => description))
  const named = productsByWord(products)
  // A line that was kept and not renamed says what it said: saving it untouched must change nothing.
  const lines = form.lines.map((line) => (opened.has(line.description) ? line : lineWithProduct(line, named)))
  const prices = usePrices(
    data.customer.id,
    lines.flatMap((line) => line.kept?.productId ?? []),
  )
  const field = (name: Exclude<keyof TradeForm, 'lines' | 'mark'>) => ({
    label: text(`trade.${name}`),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      // Read now: when the change is worked out, the event may have let go of its field.
      const { value } = event.currentTarget
      setForm((now) => ({ ...now, [name]: value }))
    },
  })
  const setLine = (index: number, patch: Partial<TradeLineForm>) =>
    setForm((now) => {
      const lines = now.lines.map((line, position) => (position === index ? { ...line, ...patch } : line))
      // A line that is being filled calls for the next one.
      return { ...now, lines: index === lines.length - 1 ? [...lines, EMPTY_LINE] : lines }
    })

  const submit = async () => {
    const saved = kept === undefined ? await saveNew() : await saveKept(kept)
    if (!saved.ok) setFault(errorText(saved.error.code, { line: Number(saved.error.params?.line ?? 0) }))
    else if (saved.value) onClose()
  }

  const saveNew = async (): Promise<Result<boolean>> => {
    const document = tradeFromForm({ ...form, lines })
    if (!document.ok) return document
    const common = { ...document.value, customerId: data.customer.id }
    return ok(
      await save((id, at) =>
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
      ),
    )
  }

  const saveKept = async (trade: KeptDocument): Promise<Result<boolean>> => {
    const label = { key: 'change.tradeChanged', params: { kind, name: data.customer.name } }
    if (trade.kind === 'quote') {
      const patch = quotePatch({ ...form, lines }, trade.record)
      return patch.ok ? ok(await rewrite.update('quotes', trade.record.id, patch.value, label)) : patch
    }
    const patch = orderPatch({ ...form, lines }, trade.record)
    return patch.ok ? ok(await rewrite.update('orders', trade.record.id, patch.value, label)) : patch
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
        <DayInput {...field('on')} />
        {kind === 'quote' && <DayInput {...field('validUntil')} />}
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
            <Fragment key={index}>
              <tr>
                {(['description', 'quantity', 'price'] as const).map((name) => (
                  <td key={name}>
                    <input
                      className={styles.cell}
                      dir={name === 'description' ? 'auto' : 'ltr'}
                      aria-label={`${text(`trade.${LINE_LABELS[name]}`)} ${index + 1}`}
                      value={line[name]}
                      list={name === 'description' ? PRODUCT_NAMES : undefined}
                      onChange={(event) => setLine(index, { [name]: event.currentTarget.value })}
                    />
                  </td>
                ))}
              </tr>
              <PriceHint memory={prices.get(lines[index]?.kept?.productId ?? '')} />
            </Fragment>
          ))}
        </tbody>
      </table>
      <datalist id={PRODUCT_NAMES}>
        {products.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <TradeFoot kept={kept} name={data.customer.name} onClose={onClose} />
    </form>
  )
}

/** The list that a line's product is completed from. */
const PRODUCT_NAMES = 'trade-product-names'

const LINE_LABELS = { description: 'product', quantity: 'quantity', price: 'price' } as const

/** A kept document as it opens: with a free line below, as a new one has. */
function openForm({ record }: KeptDocument, mark: DecimalMark): TradeForm {
  const form = formOfTrade(record, mark)
  return { ...form, lines: [...form.lines, EMPTY_LINE] }
}
