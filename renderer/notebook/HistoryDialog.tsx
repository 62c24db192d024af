import { Modal } from '@mantine/core'
import { useFormats } from '../i18n/formats'
import { useCustomerName, useLabelText } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { historyOf } from '../store/queries/history'
import styles from './TradeDialog.module.css'
import { useFieldWords } from './useFieldWords'

/** What was changed on this page, when, and what it said before. */
export function HistoryDialog({ data, onClose }: { data: CustomerPageData; onClose: () => void }) {
  const nameOf = useCustomerName()
  const text = useText()
  const labelText = useLabelText()
  const formats = useFormats()
  const words = useFieldWords()
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
                  <bdi className={styles.was}>{words(change.field, change.was)}</bdi> →{' '}
                  <bdi>{words(change.field, change.became)}</bdi>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Private>
    </Modal>
  )
}
