import { Modal } from '@mantine/core'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import type { CustomerPageData } from '../store/queries/customerPage'
import { DocumentForm } from './DocumentForm'
import type { KeptTrade, TradeKind } from './pageDialog'
import { SampleFields } from './SampleFields'
import styles from './TradeDialog.module.css'

/** A new quote, order or sample for this customer, or one that is kept and edited. */
export function TradeDialog(props: {
  trade: TradeKind | KeptTrade
  data: CustomerPageData
  onClose: () => void
}) {
  const nameOf = useCustomerName()
  const { trade, data, onClose } = props
  const text = useText()
  const fields = (kind: TradeKind, kept?: KeptTrade) =>
    kind === 'sample' ? (
      <SampleFields kept={kept?.kind === 'sample' ? kept : undefined} data={data} onClose={onClose} />
    ) : (
      <DocumentForm
        kind={kind}
        kept={kept?.kind === 'sample' ? undefined : kept}
        data={data}
        onClose={onClose}
      />
    )
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={
        <>
          {typeof trade === 'string' ? text(`trade.new.${trade}`) : text('trade.edit', { kind: trade.kind })}{' '}
          <bdi className={styles.forWhom}>{nameOf(data.customer)}</bdi>
        </>
      }
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {typeof trade !== 'string' ? (
        // A buyer who looks must not read the prices of what is kept.
        <Private>{fields(trade.kind, trade)}</Private>
      ) : (
        fields(trade)
      )}
    </Modal>
  )
}
