import { useState } from 'react'
import { isMessageKey } from '#shared/i18n/catalogues'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { exportLog, type LoggedExport } from '../store/queries/exportLog'
import styles from './ExportLog.module.css'
import { unitOf } from './unitWords'

/** The last exports are the ones that are looked for. */
const SHOWN = 20

/** What has left the notebook as a file, the newest first. */
export function ExportLogSection() {
  const text = useText()
  const log = useRead(exportLog, [])
  const [all, setAll] = useState(false)
  if (log === undefined) return null
  return (
    <section className={styles.section} aria-labelledby="settings-exports">
      <h2 id="settings-exports" className={styles.heading}>
        {text('export.logTitle')}
      </h2>
      <p className={styles.hint}>{text(log.length === 0 ? 'export.logNone' : 'export.logHint')}</p>
      {log.length > 0 && (
        <table className={styles.log}>
          <tbody>
            {log.slice(0, all ? log.length : SHOWN).map((line) => (
              <LogLine key={line.run.id} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {!all && log.length > SHOWN && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {text('export.logAll', { count: log.length })}
        </button>
      )}
    </section>
  )
}

function LogLine({ line: { run, by } }: { line: LoggedExport }) {
  const text = useText()
  const formats = useFormats()
  // A newer version may have written a line about something that this one does not know.
  const words = (prefix: string, word: string) => {
    const key = `${prefix}.${word}`
    return isMessageKey(key) ? text(key) : word
  }
  const { counts } = run
  const remarks = [
    ...(run.scope === 'listed' ? [text('export.logListed')] : []),
    ...(run.hashed === true ? [text('export.logHashed')] : []),
    ...(counts.leftOut > 0 ? [text('export.logLeftOut', { count: counts.leftOut })] : []),
  ]
  return (
    <tr>
      <td className={styles.when}>{formats.dayAndTime(run.createdAt)}</td>
      <td>
        {words('export.subject', run.subject)}
        {run.table !== undefined && ` · ${words('export.table', run.table)}`}
      </td>
      <td>{words('export.format', run.format)}</td>
      <td className={styles.count}>{text(unitOf(run.subject, run.format), { count: counts.rows })}</td>
      <td className={styles.remarks}>{remarks.join(' · ')}</td>
      <td className={styles.remarks}>
        <bdi>{by}</bdi>
      </td>
    </tr>
  )
}
