import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { isAboutMoney, isFigureKind } from '#shared/importing/formats'
import { DUPLICATE_RULES, type DuplicateRule } from '#shared/importing/resolveRow'
import type { ImportSummary } from '#shared/ipc/importing'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import type { DeskFile } from '../store/deskState'
import { useImportDesk } from '../store/ImportDeskContext'
import type { PlannedImport } from '../store/runImport'
import { OUTCOMES, type Outcome } from './CountLine'
import styles from './Import.module.css'
import { RecordsLine } from './RecordsLine'
import { ReplacedLine } from './ReplacedLine'
import { RowList } from './RowList'
import { SaveRejected } from './SaveRejected'

/** The dry run: how many rows become what, each kind with its reason and its rows. */
export function ResultPane(props: { file: DeskFile; summary: ImportSummary; planned: PlannedImport }) {
  const { file, summary, planned } = props
  const text = useText()
  const formats = useFormats()
  const desk = useImportDesk()
  const [open, setOpen] = useState<Outcome>()
  const { tally } = planned
  // Of days, payments and signs of interest nothing resembles anything: it is known, or it waits for a word.
  const isHeld = isAboutMoney(summary.kind) || summary.kind === 'engagement'
  const nameOf = (outcome: Outcome) =>
    text(outcome === 'duplicate' && isHeld ? 'import.held' : `import.count.${outcome}`)
  const isRuled = Object.keys(planned.choices.rules ?? {}).length > 0
  const rules = DUPLICATE_RULES.filter((rule) => !isHeld || rule !== 'merge')
  const shown = OUTCOMES.filter((outcome) => countOf(outcome) > 0)
  return (
    <section className={styles.block} aria-label={text('import.result')}>
      <h3 className={styles.blockTitle}>{text('import.result')}</h3>
      <ul className={styles.outcomes}>
        {shown.map((outcome) => (
          <li key={outcome} data-outcome={outcome}>
            <button
              type="button"
              className={styles.outcome}
              aria-expanded={open === outcome}
              onClick={() => setOpen(open === outcome ? undefined : outcome)}
            >
              <strong>{formats.number(countOf(outcome))}</strong>
              <span className={styles.outcomeName}>{nameOf(outcome)}</span>
              <span className={styles.note}>{explanationOf(outcome)}</span>
              <span className={styles.expand}>{text('import.showRows')}</span>
            </button>
            {open === outcome && outcome === 'rejected' && <SaveRejected file={file} />}
            {open === outcome && (
              <RowList
                outcome={outcome}
                count={countOf(outcome)}
                plan={planned.plan}
                summary={summary}
                label={text('import.rowsShown', { what: nameOf(outcome) })}
              />
            )}
          </li>
        ))}
      </ul>
      <RecordsLine tally={tally} />
      <ReplacedLine tally={tally} />
      {(tally.duplicate > 0 || file.duplicates !== 'hold') && (
        <div className={styles.rule}>
          <span id="import-duplicates">{text(isHeld ? 'import.heldRows' : 'import.duplicates')}</span>
          <SegmentedControl
            size="xs"
            aria-labelledby="import-duplicates"
            value={file.duplicates}
            onChange={(rule) => void desk.choose(file.token, { duplicates: rule as DuplicateRule })}
            data={rules.map((rule) => ({ value: rule, label: text(`import.duplicates.${rule}`) }))}
          />
        </div>
      )}
    </section>
  )

  function explanationOf(outcome: Outcome): string {
    if (isFigureKind(summary.kind)) return text(`import.explainFigures.${outcome}`)
    if (isHeld) return text(`import.explainKnown.${outcome}`)
    return text(`import.explain.${outcome === 'update' && isRuled ? 'updateRuled' : outcome}`)
  }

  function countOf(outcome: Outcome): number {
    return outcome === 'rejected' ? summary.rejected : tally[outcome]
  }
}
