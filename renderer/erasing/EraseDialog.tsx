import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ErasureReport, ErasureRequest, ErasureSubject } from '#shared/erasing/request'
import type { Customer } from '#shared/records/customer'
import type { Result } from '#shared/result'
import { useBackups } from '../backup/BackupsContext'
import { useCustomerName } from '../i18n/names'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import { useKeepDrafts } from '../shell/useKeepDrafts'
import { useNotebook, useRead } from '../store/NotebookContext'
import { readPage } from '../store/queries/mergePages'
import dialog from '../ui/dialog.module.css'
import styles from './Erase.module.css'
import { EraseChoice } from './EraseChoice'
import { EraseOutcome } from './EraseOutcome'
import { ErasurePreview } from './ErasurePreview'
import { ErasureProgressLine } from './ErasureProgressLine'
import { runErasure } from './runErasure'

type Choice = Omit<ErasureRequest, 'erasureId' | 'shellName' | 'subject'>

const FIRST_CHOICE: Choice = { reason: 'request', keepsFigures: true, alsoElsewhere: true }

/** Who is to be erased from a page, exactly what goes and what stays, and what became of it. */
export function EraseDialog(props: {
  readonly customer: Customer
  readonly onClose: () => void
  /** Why, as far as it is known from where the dialog was opened. */
  readonly reason?: Choice['reason']
  /** Called before the window is loaded anew, for what should be found again after it. */
  readonly onErased?: () => void
}) {
  const { customer, onClose, reason, onErased } = props
  const text = useText()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const bridge = useBridge()
  const notebook = useNotebook()
  const backups = useBackups()
  const keepDrafts = useKeepDrafts()
  const page = useRead((db) => readPage(db, customer.id), [customer.id])
  const [subject, setSubject] = useState<ErasureSubject>({ kind: 'customer', id: customer.id })
  const [choice, setChoice] = useState({ ...FIRST_CHOICE, ...(reason === undefined ? {} : { reason }) })
  const [isSure, setSure] = useState(false)
  const [working, setWorking] = useState(false)
  const [done, setDone] = useState<{
    readonly request: ErasureRequest
    readonly result: Result<ErasureReport>
  }>()

  const erase = async () => {
    setWorking(true)
    const shellName = text('erase.shellName')
    const request = { ...choice, subject, shellName, erasureId: notebook.sources.newId() }
    const result = await runErasure(bridge.call, notebook, backups, keepDrafts, request)
    setWorking(false)
    setDone({ request, result })
  }

  const isErased = done !== undefined && (done.result.ok || done.result.error.code === 'erasure.unfinished')
  // What the window still holds is of before: it is loaded anew, whichever way the dialog is left. Its drafts were kept
  // before the erasure; after it the disk takes none of them until the window is a new one.
  const leave = () => {
    if (isErased) {
      onErased?.()
      window.location.reload()
    } else if (!working) onClose()
  }
  return (
    <Modal
      opened
      onClose={leave}
      size={680}
      title={text('erase.title', { name: nameOf(customer) })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {isErased ? (
        <EraseOutcome request={done.request} result={done.result} onLeave={leave} />
      ) : (
        <div className={styles.dialog}>
          {page !== undefined && (
            <EraseChoice
              page={page}
              subject={subject}
              onSubject={(chosen) => {
                setSubject(chosen)
                setSure(false)
              }}
              choice={choice}
              onChoice={(changes) => setChoice({ ...choice, ...changes })}
            />
          )}
          {page !== undefined && (
            <ErasurePreview page={page} subject={subject} keepsFigures={choice.keepsFigures} />
          )}
          <label className={styles.sure}>
            <input
              type="checkbox"
              checked={isSure}
              disabled={working}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            <span>{text('erase.sure')}</span>
          </label>
          {done?.result.ok === false && (
            <p className={dialog.bad} role="alert">
              {text('erase.failed', { reason: errorText(done.result.error.code) })}
            </p>
          )}
          <ErasureProgressLine isWorking={working} />
          <div className={`${dialog.actions} ${dialog.foot}`}>
            <button
              type="button"
              className={dialog.danger}
              disabled={!isSure || working || page === undefined}
              onClick={() => void erase()}
            >
              {text('erase.confirm')}
            </button>
            <button type="button" className={dialog.button} disabled={working} onClick={onClose}>
              {text('action.cancel')}
            </button>
          </div>
        </div>
      )}
    </Modal>
  )
}
