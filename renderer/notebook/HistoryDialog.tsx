import { Modal } from '@mantine/core'
import { useFormats } from '../i18n/formats'
import { useLabelText } from '../i18n/names'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { type FieldChange, type HistoryEntry, historyOf } from '../store/queries/history'
import { ownFields } from '../store/queries/ownFields'
import { FIELD_NAMES } from './fieldNames'
import type { ShownHistory } from './pageDialog'
import styles from './TradeDialog.module.css'
import { useFieldWords } from './useFieldWords'

/** What was changed in a line or on a page, when, and what it said before. */
export function HistoryDialog({ history, onClose }: { history: ShownHistory; onClose: () => void }) {
  const { ids, what } = history
  const text = useText()
  const labelText = useLabelText()
  const formats = useFormats()
  const words = useFieldWords()
  const done = ({ label, origin }: HistoryEntry) => {
    const what = labelText(label)
    if (origin === 'undo') return text('undo.undone', { what })
    return origin === 'redo' ? text('undo.redone', { what }) : what
  }
  const entries = useRead((db) => historyOf(db, ids), [ids.join()])
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('history.title', { name: what })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        {entries?.length === 0 && <p>{text('history.none')}</p>}
        <ul className={styles.history}>
          {entries?.map((entry) => (
            <li key={entry.key}>
              <p>
                {done(entry)} <span className={styles.when}>{formats.moment(entry.at)}</span>
              </p>
              {entry.fields.map((change) => (
                <p key={`${change.recordId} ${change.field} ${change.own ?? ''}`}>
                  <FieldName change={change} /> <bdi className={styles.was}>{words(change, change.was)}</bdi>{' '}
                  → <bdi>{words(change, change.became)}</bdi>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Private>
    </Modal>
  )
}

function FieldName({ change }: { change: FieldChange }) {
  const text = useText()
  const fields = useRead(ownFields, []) ?? []
  const key = FIELD_NAMES[change.field]
  const name =
    change.own === undefined
      ? key === undefined
        ? undefined
        : text(key)
      : fields.find(({ id }) => id === change.own)?.name
  return name === undefined ? null : <bdi className={styles.when}>{name}</bdi>
}
