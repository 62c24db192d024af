import { useState } from 'react'
import type { ReportKind } from '#shared/ipc/report'
import type { SavedReport } from '#shared/records/savedReport'
import { useText } from '../i18n/text'
import styles from './Reports.module.css'

/** What can be done with the review that is in sight: files, and keeping it to be made again. */
export function ReportActions(props: {
  /** Nothing can be saved while it is counted, or while nothing is chosen. */
  ready: boolean
  busy: boolean
  saved: SavedReport | undefined
  /** What is chosen differs from the saved report. */
  changed: boolean
  onFiles: (kinds: readonly ReportKind[]) => void
  onKeep: (name: string) => void
  onChange: () => void
}) {
  const { ready, busy, saved, changed, onFiles, onKeep, onChange } = props
  const text = useText()
  const [naming, setNaming] = useState(false)
  const file = (label: string, kinds: readonly ReportKind[], className: string | undefined) => (
    <button type="button" className={className} disabled={!ready || busy} onClick={() => onFiles(kinds)}>
      {label}
    </button>
  )
  return (
    <div className={styles.actions}>
      {file(text('report.saveBoth'), ['spreadsheet', 'pdf'], styles.primary)}
      {file(text('report.saveSpreadsheet'), ['spreadsheet'], styles.button)}
      {file(text('report.savePdf'), ['pdf'], styles.button)}
      {file(text('report.saveCsv'), ['csv'], styles.button)}
      <span className={styles.grow} />
      {saved !== undefined && changed && (
        <button type="button" className={styles.button} onClick={onChange}>
          {text('review.keepChange')}
        </button>
      )}
      {naming ? (
        <NameForm
          onName={(name) => {
            setNaming(false)
            if (name !== undefined) onKeep(name)
          }}
        />
      ) : (
        <button type="button" className={styles.button} disabled={!ready} onClick={() => setNaming(true)}>
          {text('review.keep')}
        </button>
      )}
    </div>
  )
}

function NameForm({ onName }: { onName: (name: string | undefined) => void }) {
  const text = useText()
  const [name, setName] = useState('')
  return (
    <form
      className={styles.naming}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onName(name.trim())
      }}
    >
      <label className={styles.choice}>
        {text('review.name')}
        <input
          // biome-ignore lint/a11y/noAutofocus: the field was asked for a moment ago
          autoFocus
          dir="auto"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onName(undefined)
          }}
        />
      </label>
      <button type="submit" className={styles.button} disabled={name.trim() === ''}>
        {text('action.save')}
      </button>
      <button type="button" className={styles.button} onClick={() => onName(undefined)}>
        {text('action.cancel')}
      </button>
    </form>
  )
}
