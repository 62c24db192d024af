import { FileText, Paperclip, Trash2 } from 'lucide-react'
import { useErrorText, useText } from '../i18n/text'
import sheet from '../ui/sheet.module.css'
import styles from './Channels.module.css'
import type { Receipts } from './useReceipts'

/** The receipts of a cost: seen small, opened in the system's viewer, put on and taken off. */
export function ReceiptList({ receipts }: { receipts: Receipts }) {
  const text = useText()
  const errorText = useErrorText()
  return (
    <fieldset className={styles.receipts}>
      <legend>{text('costs.receipts')}</legend>
      <ul>
        {receipts.list.map((receipt) => {
          const name = receipt.fileName ?? text('costs.receipt')
          return (
            <li key={receipt.id} className={styles.receipt}>
              <button
                type="button"
                className={styles.edit}
                aria-label={text('costs.openReceipt', { name })}
                onClick={() => void receipts.show(receipt)}
              >
                {receipt.mediaType === 'application/pdf' ? (
                  <FileText size={28} strokeWidth={1.25} aria-hidden="true" />
                ) : (
                  <img src={`/attachment/${receipt.hash}`} alt="" />
                )}
                <bdi>{name}</bdi>
              </button>
              <button
                type="button"
                className={styles.icon}
                aria-label={text('action.remove', { what: name })}
                onClick={() => receipts.takeOff(receipt)}
              >
                <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
      <button type="button" className={sheet.secondary} onClick={() => void receipts.pick()}>
        <Paperclip size={15} strokeWidth={1.5} aria-hidden="true" /> {text('costs.addReceipt')}
      </button>
      {receipts.fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {errorText(receipts.fault.code)}
        </p>
      )}
    </fieldset>
  )
}
