import { Modal } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { CustomerBehind } from '#shared/insights/insightBook'
import type { PanelName } from '#shared/insights/panels'
import { useCountries } from '../i18n/countries'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useRowHeight } from '../ui/RowScale'
import { useView } from '../view/viewState'
import styles from './Insights.module.css'
import { useInsight } from './useInsight'

const ROW_PX = 36
const COMPACT_ROW_PX = 28

/** The customers that a row of a figure counts; each leads to its page. */
export function BehindDialog(props: {
  readonly name: PanelName
  readonly rowKey: string
  readonly label: string
  readonly onClose: () => void
}) {
  const { name, rowKey, label, onClose } = props
  const text = useText()
  const { value } = useInsight(`${name} ${rowKey}`, (calls, request) =>
    calls.insightBehind(request, name, rowKey),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size="md"
      title={text('insights.behindTitle', { row: label })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <p className={styles.note} role="status">
        {value === undefined ? '' : text('insights.behindCount', { count: value.length })}
      </p>
      {value !== undefined && <BehindList customers={value} onOpen={onClose} />}
    </Modal>
  )
}

function BehindList(props: { readonly customers: readonly CustomerBehind[]; readonly onOpen: () => void }) {
  const { customers, onOpen } = props
  const openCustomer = useView((view) => view.openCustomer)
  const nameOf = useCustomerName()
  const countries = useCountries()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  // Chosen before the dialog opens, so there is nothing to measure anew.
  const rowHeight = useRowHeight(ROW_PX, COMPACT_ROW_PX)
  const rows = useVirtualizer({
    count: customers.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  return (
    <div ref={setScroller} className={styles.behind}>
      <ul style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const customer = customers[item.index]
          if (customer === undefined) return null
          const country = countries.find(({ value }) => value === customer.country)?.label
          return (
            <li key={customer.customerId} style={{ insetBlockStart: item.start, blockSize: item.size }}>
              <button
                type="button"
                className={styles.behindRow}
                onClick={() => {
                  onOpen()
                  openCustomer(customer.customerId)
                }}
              >
                <bdi>{nameOf(customer)}</bdi>
                <span className={styles.quiet}>{country}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
