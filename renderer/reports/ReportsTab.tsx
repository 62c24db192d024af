import { useState } from 'react'
import type { SavedReport } from '#shared/records/savedReport'
import {
  choiceOfSaved,
  newChoice,
  type ReviewChoice,
  savedOptions,
} from '#shared/reporting/review/savedReview'
import { useErrorText, useText } from '../i18n/text'
import { SavedReportFiles } from '../savedFiles/SavedReportFiles'
import { useRead } from '../store/NotebookContext'
import { savedReports } from '../store/queries/reports'
import { usePlainKeys } from '../ui/usePlainKeys'
import { ReportActions } from './ReportActions'
import { ReportList } from './ReportList'
import styles from './Reports.module.css'
import { ReviewChoices } from './ReviewChoices'
import { ReviewSheet } from './ReviewSheet'
import { useReportEdits } from './useReportEdits'
import { useReview } from './useReview'
import { useSaveReview } from './useSaveReview'
import { useScopeNames } from './useScopeNames'

/** Reviews of the notebook: put together, looked at as they will be printed, saved, and made again with one key. */
export function ReportsTab() {
  const text = useText()
  const errorText = useErrorText()
  const saved = useRead(savedReports, [])
  const scopes = useScopeNames()
  const edits = useReportEdits()
  const [choice, setChoice] = useState<ReviewChoice>(() => newChoice('monthly'))
  const [chosenId, setChosenId] = useState<string>()
  const files = useSaveReview()
  const { scopeKind, scopeId } = choice
  const named = scopeKind === 'customer' || scopeKind === 'whole' ? [] : (scopes?.[scopeKind] ?? [])
  const { request, error } = useReview(choice, named.find(([id]) => id === scopeId)?.[1])
  const chosen = saved?.find(({ id }) => id === chosenId)
  const saveFiles = (kinds: Parameters<typeof files.save>[1]) => {
    if (request !== undefined && !files.busy) void files.save(request, kinds)
  }
  // The key that makes a kept report again: of the new period, into the folder of the last one.
  usePlainKeys({ KeyR: chosen === undefined ? undefined : () => saveFiles(['spreadsheet', 'pdf']) })
  if (saved === undefined || scopes === undefined) return null

  const choose = (next: ReviewChoice, id: string | undefined) => {
    setChoice(next)
    setChosenId(id)
    files.forget()
  }
  const open = (report: SavedReport) => {
    const known = choiceOfSaved(report)
    if (known !== undefined) choose(known, report.id)
  }
  return (
    <div className={styles.tab}>
      <ReportList
        saved={saved}
        chosenId={chosen?.id}
        kind={choice.kind}
        onKind={(kind) => choose(newChoice(kind), undefined)}
        onSaved={open}
        onRemove={(report) => void edits.remove(report)}
      />
      <div className={styles.pane}>
        <ReviewChoices
          choice={choice}
          scopes={scopes}
          onChange={(change) => setChoice((before) => ({ ...before, ...change }))}
        />
        <ReportActions
          ready={request !== undefined}
          busy={files.busy}
          saved={chosen}
          changed={chosen !== undefined && !isSame(chosen, choice)}
          onFiles={saveFiles}
          onKeep={(name) =>
            void edits.keep(name, choice).then((id) => {
              if (id !== undefined) setChosenId(id)
            })
          }
          onChange={() => chosen !== undefined && void edits.change(chosen, choice)}
        />
        <div aria-live="polite">
          {chosen !== undefined && <p className={styles.quiet}>{text('review.repeatHint')}</p>}
          {files.busy && <p className={styles.quiet}>{text('report.saving')}</p>}
          {files.result !== undefined && <SavedReportFiles result={files.result} />}
          {error !== undefined && <p className={styles.bad}>{errorText(error)}</p>}
        </div>
        {request === undefined ? (
          <p className={styles.empty}>{text('review.chooseFirst')}</p>
        ) : (
          <ReviewSheet request={request} />
        )}
      </div>
    </div>
  )
}

function isSame({ kind, options }: SavedReport, choice: ReviewChoice): boolean {
  const now = savedOptions(choice)
  const keys = new Set([...Object.keys(options), ...Object.keys(now)])
  return kind === choice.kind && [...keys].every((key) => options[key] === now[key])
}
