import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useErrorText, useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import styles from './Backups.module.css'
import { useBackups } from './BackupsContext'
import { PassphraseField, ShowTyped } from './PassphraseField'

/** Asks for the passphrase of the file that was just chosen, again until it fits or the person thinks better of it. */
export function UnsealDialog({ onOpened, onClose }: { onOpened: () => void; onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const backups = useBackups()
  const [passphrase, setPassphrase] = useState('')
  const [isShown, setShown] = useState(false)
  const [working, setWorking] = useState(false)
  const [refused, setRefused] = useState<string>()
  const isWrong = refused === 'backup.wrongPassphrase'

  const open = async () => {
    setWorking(true)
    setRefused(undefined)
    const opened = await backups.openSealed(passphrase)
    setWorking(false)
    if (opened.ok) onOpened()
    else setRefused(opened.error.code)
  }

  return (
    <Modal
      opened
      onClose={working ? () => undefined : onClose}
      title={text('passphrase.titleOpen')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
      size="md"
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (passphrase !== '' && !working) void open()
        }}
      >
        <p className={dialog.explain}>{text('passphrase.explainOpen')}</p>
        <PassphraseField
          autoFocus
          label={text('passphrase.name')}
          value={passphrase}
          isShown={isShown}
          error={isWrong ? text('backup.openFailed', { reason: errorText(refused) }) : undefined}
          onChange={setPassphrase}
        />
        <ShowTyped isShown={isShown} onChange={setShown} />
        <p className={refused === undefined ? styles.told : styles.bad} role="status">
          {working && text('passphrase.opening')}
          {refused !== undefined && !isWrong && text('backup.openFailed', { reason: errorText(refused) })}
        </p>
        <div className={styles.dialogActions}>
          <button type="submit" className={dialog.primary} disabled={working || passphrase === ''}>
            {text('passphrase.open')}
          </button>
          <button type="button" className={dialog.button} disabled={working} onClick={onClose}>
            {text('action.cancel')}
          </button>
        </div>
      </form>
    </Modal>
  )
}
