import type { BackupInfo } from '#shared/ipc/backup'
import { useFormats } from '../i18n/formats'
import { Joined } from '../i18n/Joined'
import { useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import { BackupMenu } from './BackupMenu'
import styles from './Backups.module.css'

/** One backup: when, why, how much, and what can be done with it. */
export function BackupRow(props: {
  info: BackupInfo
  isBusy: boolean
  onCopy: () => void
  onSeal: () => void
  onTakeBack: () => void
  onRestore: () => void
}) {
  const { info, isBusy, onCopy, onSeal, onTakeBack, onRestore } = props
  const text = useText()
  const formats = useFormats()
  const whenId = `when-${info.id}`
  const [copyId, restoreId] = [`copy-${info.id}`, `restore-${info.id}`]
  return (
    <li className={styles.row}>
      <span id={whenId} className={styles.when}>
        {formats.dayAndTime(info.createdAt)}
      </span>
      <span>{text(`backup.reason.${info.reason}`)}</span>
      <span>
        {text('backup.counts', {
          customers: info.counts.customers?.live ?? 0,
          interactions: info.counts.interactions?.live ?? 0,
        })}
      </span>
      <span className={styles.note}>
        <Joined parts={[formats.bytes(info.sizeBytes), text('backup.verified')]} />
      </span>
      <span className={styles.rowActions}>
        <button
          id={copyId}
          type="button"
          className={dialog.button}
          aria-labelledby={`${copyId} ${whenId}`}
          disabled={isBusy}
          onClick={onCopy}
        >
          {text('backup.saveCopy')}
        </button>
        <button
          id={restoreId}
          type="button"
          className={dialog.button}
          aria-labelledby={`${restoreId} ${whenId}`}
          disabled={isBusy}
          onClick={onRestore}
        >
          {text('backup.restore')}
        </button>
        <BackupMenu
          when={formats.dayAndTime(info.createdAt)}
          isBusy={isBusy}
          onSeal={onSeal}
          onTakeBack={onTakeBack}
        />
      </span>
    </li>
  )
}
