import type { BackupCheck } from '#shared/ipc/backup'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useNotebookState, useRead } from '../store/NotebookContext'
import { COUNTED_TABLES, lastChangeAt, liveCounts } from '../store/queries/liveCounts'
import styles from './Backups.module.css'

/** What the backup holds beside what the notebook holds now. */
export function RestorePreview({ check }: { check: BackupCheck }) {
  const text = useText()
  const formats = useFormats()
  const { info, badRows, missingFiles } = check
  const now = useRead(liveCounts, [])
  const age = useAge(check)
  return (
    <>
      {age !== undefined && <p>{text(`restore.age.${age}`)}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('restore.what')}</th>
            <th scope="col">{text('restore.then')}</th>
            <th scope="col">{text('restore.now')}</th>
          </tr>
        </thead>
        <tbody>
          {COUNTED_TABLES.map((table) => {
            const then = info.counts[table]?.live ?? 0
            return (
              <tr key={table} data-differs={now !== undefined && now[table] !== then ? true : undefined}>
                <th scope="row">{text(`restore.table.${table}`)}</th>
                <td>{formats.number(then)}</td>
                <td>{now === undefined ? '' : formats.number(now[table])}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {badRows > 0 && <p className={styles.bad}>{text('restore.badRows', { count: badRows })}</p>}
      {missingFiles > 0 && (
        <p className={styles.bad}>{text('restore.missingFiles', { count: missingFiles })}</p>
      )}
    </>
  )
}

/** Sequence numbers compare within one history; across two of them only the clock can. */
function useAge({ info }: BackupCheck): 'older' | 'newer' | 'same' | undefined {
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const changedAt = useRead(lastChangeAt, [])
  if (info.isCurrent) return info.lastSeq < appliedSeq ? 'older' : 'same'
  if (changedAt === undefined) return undefined
  return info.createdAt < changedAt ? 'older' : 'newer'
}
