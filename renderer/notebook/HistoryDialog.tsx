import { Modal } from '@mantine/core'
import { useFormats } from '../i18n/formats'
import { useCustomerName, useLabelText } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { historyOf } from '../store/queries/history'
import styles from './TradeDialog.module.css'

/** What was changed on this page, when, and what it said before. */
export function HistoryDialog({ data, onClose }: { data: CustomerPageData; onClose: () => void }) {
  const nameOf = useCustomerName()
  const text = useText()
  const labelText = useLabelText()
  const formats = useFormats()
  const ids = [data.customer, ...data.people, ...data.facts, ...data.orders, ...data.promises].map(
    (record) => record.id,
  )
  const entries = useRead((db) => historyOf(db, ids), [ids.join()])
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('history.title', { name: nameOf(data.customer) })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        {entries?.length === 0 && <p>{text('history.none')}</p>}
        <ul className={styles.history}>
          {entries?.map((entry) => (
            <li key={entry.key}>
              <p>
                {labelText(entry.label)} <span className={styles.when}>{formats.moment(entry.at)}</span>
              </p>
              {entry.fields.map((change) => (
                <p key={change.field}>
                  <bdi className={styles.was}>{plain(change.was)}</bdi> → <bdi>{plain(change.became)}</bdi>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Private>
    </Modal>
  )
}

/** A field's value as text: lists of addresses by what was entered, everything else as it is. */
function plain(value: unknown): string {
  if (value === undefined || value === null) return '–'
  if (Array.isArray(value)) return value.map(plain).join(', ') || '–'
  if (typeof value === 'object') {
    const { entered, kind } = value as { entered?: unknown; kind?: unknown }
    return String(entered ?? kind ?? JSON.stringify(value))
  }
  return String(value)
}
