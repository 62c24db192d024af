import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { SavedReport } from '#shared/ipc/report'
import type { Result } from '#shared/result'
import { useText } from '../i18n/text'
import { SavedReportFiles } from '../savedFiles/SavedReportFiles'
import { useBridge } from '../shell/BridgeContext'
import { useRead } from '../store/NotebookContext'
import { fairById } from '../store/queries/fairs'
import link from '../ui/link.module.css'
import { useView } from '../view/viewState'
import styles from './ReportDialog.module.css'
import { useSaveReport } from './useSaveReport'

/** The evening's one key: the fair's day as a spreadsheet, as a page to print, or both. */
export function ReportDialog() {
  const text = useText()
  const wantedId = useView((view) => view.reportFairId)
  const openReport = useView((view) => view.openReport)
  // What it was opened for stays until it is opened again: nothing else may be read while it fades out.
  const [fairId, setFairId] = useState(wantedId)
  if (wantedId !== undefined && wantedId !== fairId) setFairId(wantedId)
  const fair = useRead((db) => fairById(db, fairId ?? ''), [fairId])
  return (
    <Modal
      opened={wantedId !== undefined}
      onClose={() => openReport(undefined)}
      size="md"
      title={fair === undefined ? text('fair.report') : text('report.title', { fair: fair.name })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {fairId === '' && <p>{text('report.noFair')}</p>}
      {fair !== undefined && <Choices fairId={fair.id} />}
    </Modal>
  )
}

function Choices({ fairId }: { fairId: string }) {
  const text = useText()
  const { busy, result, save } = useSaveReport(fairId)
  const folderName = useFolderName(result)
  // The fair is read after the dialog has opened, which has given the focus to its cross by then.
  const both = useRef<HTMLButtonElement>(null)
  useEffect(() => both.current?.focus(), [])
  return (
    <>
      <p className={styles.lead}>{text('report.lead')}</p>
      <div className={styles.actions}>
        <button
          ref={both}
          type="button"
          data-autofocus
          className={styles.primary}
          disabled={busy}
          onClick={() => void save(['spreadsheet', 'pdf'])}
        >
          {text('report.saveBoth')}
        </button>
        <button
          type="button"
          className={styles.secondary}
          disabled={busy}
          onClick={() => void save(['spreadsheet'])}
        >
          {text('report.saveSpreadsheet')}
        </button>
        <button type="button" className={styles.secondary} disabled={busy} onClick={() => void save(['pdf'])}>
          {text('report.savePdf')}
        </button>
      </div>
      <p className={styles.folder}>
        {folderName === null ? (
          text('report.noFolder')
        ) : (
          <bdi>{text('report.folder', { folder: folderName })}</bdi>
        )}{' '}
        {folderName !== null && (
          <button
            type="button"
            className={link.link}
            disabled={busy}
            onClick={() => void save(['spreadsheet', 'pdf'], true)}
          >
            {text('report.otherFolder')}
          </button>
        )}
      </p>
      <div aria-live="polite">
        {busy && <p className={styles.busy}>{text('report.saving')}</p>}
        {result !== undefined && <SavedReportFiles result={result} />}
      </div>
    </>
  )
}

/** The folder's own name, asked when the dialog opens and told by every save; null while none is known. */
function useFolderName(result: Result<SavedReport | null> | undefined): string | null {
  const bridge = useBridge()
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void bridge.call['report:place']().then((place) => {
      if (wanted && place.ok) setAsked(place.value.folderName)
    })
    return () => {
      wanted = false
    }
  }, [bridge])
  const saved = result?.ok === true ? result.value?.folderName : undefined
  return saved ?? asked
}
