import type { ImportSummary } from '#shared/ipc/importing'
import { valuesOf } from '../i18n/messageValues'
import { useErrorText, useText } from '../i18n/text'
import type { DeskFile } from '../store/deskState'
import { useImportDesk } from '../store/ImportDeskContext'
import { ColumnTable } from './ColumnTable'
import { DecisionList } from './DecisionList'
import styles from './Import.module.css'
import { ProgressNote } from './ProgressNote'
import { ResultPane } from './ResultPane'
import { codeText } from './words'

/** Everything that was decided about a file, what it would do, and the button that does it. */
export function FilePreview({ file, summary }: { file: DeskFile; summary: ImportSummary }) {
  const text = useText()
  const { stage } = file
  const planned = stage.kind === 'planned' ? stage.planned : undefined
  return (
    <div className={styles.preview}>
      <header className={styles.head}>
        <h2 className={styles.fileTitle}>
          <bdi>{file.fileName}</bdi>
        </h2>
        <span className={styles.note}>
          <bdi>{text(`import.format.${summary.format}`)}</bdi>
          {' · '}
          <bdi>{text('import.rowsOf', { rows: summary.dataRows })}</bdi>
        </span>
      </header>
      <div className={styles.scroll}>
        {summary.records === 0 ? (
          <p role="alert" className={styles.fault}>
            {text('import.nothingUsable')}
          </p>
        ) : (
          planned !== undefined && <ResultPane file={file} summary={summary} planned={planned} />
        )}
        <Warnings summary={summary} />
        {file.isRemembered === true && <RememberedNote file={file} />}
        <DecisionList file={file} summary={summary} />
        {summary.columns.length > 0 && (
          <ColumnTable
            token={file.token}
            overrides={file.overrides}
            rules={file.rules}
            summary={summary}
            isBusy={stage.kind === 'busy'}
          />
        )}
      </div>
      <footer className={styles.foot}>
        {stage.kind === 'busy' ? <ProgressNote file={file} /> : <RunBar file={file} summary={summary} />}
      </footer>
    </div>
  )
}

/** Says that earlier choices were taken over, and lets them go. */
function RememberedNote({ file }: { file: DeskFile }) {
  const text = useText()
  const desk = useImportDesk()
  return (
    <p role="status" className={styles.remembered}>
      {text('import.remembered')}
      <button
        type="button"
        className={styles.forget}
        disabled={file.stage.kind === 'busy'}
        onClick={() => void desk.forgetMapping(file.token)}
      >
        {text('import.forget')}
      </button>
    </p>
  )
}

function Warnings({ summary }: { summary: ImportSummary }) {
  const text = useText()
  if (summary.warnings.length === 0) return null
  return (
    <section className={styles.block}>
      <h3 className={styles.blockTitle}>{text('import.warnings')}</h3>
      <ul className={styles.warnings}>
        {summary.warnings.map(({ code, params }) => (
          <li key={`${code} ${String(params?.column ?? '')}`}>
            {codeText(text, code, params)}
            <span className={styles.note}>
              {typeof params?.count === 'number' && ` ${text('import.times', { count: params.count })}`}
              {params?.column !== undefined && params.column !== '' && (
                <>
                  {' '}
                  <bdi>{String(params.column)}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RunBar({ file, summary }: { file: DeskFile; summary: ImportSummary }) {
  const text = useText()
  const errorText = useErrorText()
  const desk = useImportDesk()
  const { stage } = file
  if (stage.kind !== 'planned') return null
  const { tally } = stage.planned
  const rows = tally.new + tally.update
  const { refused } = stage
  return (
    <>
      {rows > 0 && (
        <button type="button" className={styles.primary} onClick={() => void desk.run(file.token)}>
          {text('import.run', { count: rows })}
        </button>
      )}
      <button type="button" className={styles.secondary} onClick={() => desk.remove(file.token)}>
        {text('action.cancel')}
      </button>
      {refused !== undefined ? (
        <p role="alert" className={styles.fault}>
          {refused.code === 'import.noBackup'
            ? text('import.noBackup', { reason: errorText(String(refused.params?.code)) })
            : text('import.notRun', { reason: errorText(refused.code, valuesOf(refused.params)) })}
        </p>
      ) : (
        rows === 0 &&
        summary.records > 0 && (
          <p role="status">{text(tally.duplicate > 0 ? 'import.onlyHeld' : 'import.nothingToDo')}</p>
        )
      )}
    </>
  )
}
