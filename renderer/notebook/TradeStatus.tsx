import type { TimelineEntry } from '#shared/timeline/customerTimeline'
import { ORDER_STATUSES, QUOTE_STATUSES } from '#shared/trade/editTrade'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import styles from './Notebook.module.css'

/** What became of a quote or an order, changed where it stands. The customer's stage stays as it is. */
export function TradeStatus(props: {
  entry: Extract<TimelineEntry, { kind: 'quote' | 'order' }>
  name: string
}) {
  const { entry, name } = props
  const text = useText()
  const edits = useEdits()
  const { kind, record } = entry
  const options = kind === 'quote' ? QUOTE_STATUSES : ORDER_STATUSES
  const change = (value: string) => {
    const label = { key: 'change.tradeStatus', params: { kind, name, status: value } }
    const quoteStatus = QUOTE_STATUSES.find((status) => status === value)
    const orderStatus = ORDER_STATUSES.find((status) => status === value)
    if (kind === 'quote' && quoteStatus !== undefined)
      void edits.update('quotes', record.id, { status: quoteStatus }, label)
    if (kind === 'order' && orderStatus !== undefined)
      void edits.update('orders', record.id, { status: orderStatus }, label)
  }
  return (
    <select
      className={styles.native}
      data-status={record.status}
      aria-label={text('trade.statusOf', { what: `${text(`trade.${kind}`)} ${record.number ?? ''}`.trim() })}
      value={record.status}
      onChange={(event) => change(event.currentTarget.value)}
    >
      {options.map((status) => (
        <option key={status} value={status}>
          {text(`exportStatus.${status}`)}
        </option>
      ))}
    </select>
  )
}
