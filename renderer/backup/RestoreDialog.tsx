import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BackupCheck, BackupInfo } from '#shared/ipc/backup'
import type { Result } from '#shared/result'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import dialog from '../ui/dialog.module.css'
import styles from './Backups.module.css'
import { useBackups } from './BackupsContext'
import { RestorePreview } from './RestorePreview'

/** Reads the whole backup, shows what a restore would change, and restores when asked to. */
export function RestoreDialog({ info, onClose }: { info: BackupInfo; onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const backups = useBackups()
  const isOpen = useNotebook().database() !== undefined
  const [checked, setChecked] = useState<Result<BackupCheck>>()
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()

  useEffect(() => {
    let isWanted = true
    void backups.check(info.id).then((result) => {
      if (isWanted) setChecked(result)
    })
    return () => {
      isWanted = false
    }
  }, [backups, info.id])

  const restore = async () => {
    setWorking(true)
    const restored = await backups.restore(info.id)
    if (restored.ok) {
      window.location.reload()
      return
    }
    setFailure(restored.error.code)
    setWorking(false)
  }

  const refused = failure ?? (checked?.ok === false ? checked.error.code : undefined)
  return (
    <Modal
      opened
      onClose={working ? () => undefined : onClose}
      title={text('restore.title', { when: formats.dayAndTime(info.createdAt) })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
      size="lg"
    >
      {checked === undefined && <p role="status">{text('restore.checking')}</p>}
      {refused !== undefined && (
        <p className={styles.bad} role="alert">
          {text('restore.failed', { reason: errorText(refused) })}
        </p>
      )}
      {checked?.ok === true && (
        <>
          <RestorePreview check={checked.value} />
          <p className={dialog.explain}>{text(isOpen ? 'restore.wayBack' : 'restore.noWayBack')}</p>
        </>
      )}
      <div className={styles.dialogActions}>
        {checked?.ok === true && (
          <button
            type="button"
            className={dialog.primary}
            disabled={working}
            data-autofocus
            onClick={() => void restore()}
          >
            {text(working ? 'restore.working' : 'restore.confirm')}
          </button>
        )}
        <button type="button" className={dialog.button} disabled={working} onClick={onClose}>
          {text('action.cancel')}
        </button>
      </div>
    </Modal>
  )
}
