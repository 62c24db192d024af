import { Modal } from '@mantine/core'
import { useState } from 'react'
import { VISITOR_GROUPINGS, type VisitorGrouping } from '#shared/reporting/visitorPack'
import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { SavedReportFiles } from '../savedFiles/SavedReportFiles'
import { KeyCaps } from '../ui/KeyCaps'
import { useDialogKeys } from '../ui/useDialogKeys'
import { useView } from '../view/viewState'
import reportStyles from './ReportDialog.module.css'
import { useVisitors } from './useVisitors'
import { VisitorList } from './VisitorList'
import styles from './Visitors.module.css'

/** Who came to the earlier editions of a fair: a page over the whole window, and the way to paper. */
export function VisitorsDialog() {
  const text = useText()
  const fairId = useView((view) => view.visitorsFairId)
  const openVisitors = useView((view) => view.openVisitors)
  if (fairId === undefined) return null
  return (
    <Modal
      opened
      fullScreen
      onClose={() => openVisitors(undefined)}
      title={text('visitors.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>{fairId === '' ? <p>{text('report.noFair')}</p> : <Visitors fairId={fairId} />}</Private>
    </Modal>
  )
}

const GROUPING_KEYS: Readonly<Record<VisitorGrouping, string>> = { country: 'KeyC', hall: 'KeyH' }

function Visitors({ fairId }: { fairId: string }) {
  const text = useText()
  const [grouping, setGrouping] = useState<VisitorGrouping>('country')
  const { page, isRead, busy, result, save } = useVisitors(fairId, grouping)
  const openCustomer = useView((view) => view.openCustomer)
  const openVisitors = useView((view) => view.openVisitors)
  const openInvitations = useView((view) => view.openInvitations)
  const invite = () => {
    openVisitors(undefined)
    openInvitations(fairId)
  }
  const canSave = page !== undefined && page.groups.length > 0 && !busy
  useDialogKeys({
    KeyC: () => setGrouping('country'),
    KeyH: () => setGrouping('hall'),
    KeyP: () => canSave && void save(['pdf']),
    KeyX: () => canSave && void save(['spreadsheet']),
    KeyI: invite,
  })
  if (page === undefined) return <p role="status">{text(isRead ? 'report.noFair' : 'visitors.reading')}</p>
  return (
    <div className={styles.pack}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <bdi>{page.title}</bdi>
        </h2>
        <p className={styles.quiet}>
          <bdi>{page.subtitle}</bdi>
        </p>
        <div className={styles.tabs} role="tablist" aria-label={text('visitors.groupBy')}>
          {VISITOR_GROUPINGS.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              className={styles.tab}
              aria-selected={one === grouping}
              aria-keyshortcuts={GROUPING_KEYS[one].slice(3)}
              onClick={() => setGrouping(one)}
            >
              {text(`visitors.by.${one}`)} <KeyCaps chord={GROUPING_KEYS[one]} />
            </button>
          ))}
        </div>
        <span className={styles.acts}>
          <button type="button" className={reportStyles.secondary} aria-keyshortcuts="I" onClick={invite}>
            {text('invite.open')} <KeyCaps chord="KeyI" />
          </button>
          <button
            type="button"
            className={reportStyles.primary}
            disabled={!canSave}
            aria-keyshortcuts="P"
            onClick={() => void save(['pdf'])}
          >
            {text('report.savePdf')} <KeyCaps chord="KeyP" onAccent />
          </button>
          <button
            type="button"
            className={reportStyles.secondary}
            disabled={!canSave}
            aria-keyshortcuts="X"
            onClick={() => void save(['spreadsheet'])}
          >
            {text('report.saveSpreadsheet')} <KeyCaps chord="KeyX" />
          </button>
        </span>
      </header>
      <div aria-live="polite">
        {busy && <p className={styles.quiet}>{text('report.saving')}</p>}
        {result !== undefined && <SavedReportFiles result={result} />}
      </div>
      {page.groups.length === 0 ? (
        <p className={styles.quiet}>{text('visitors.none')}</p>
      ) : (
        <VisitorList
          page={page}
          onOpen={(customerId) => {
            openVisitors(undefined)
            openCustomer(customerId)
          }}
        />
      )}
      <footer className={styles.quiet}>
        {page.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </footer>
    </div>
  )
}
