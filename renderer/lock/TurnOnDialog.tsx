import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import styles from './Lock.module.css'
import { NewPassphrase, useNewPassphrase } from './NewPassphrase'
import { RecoverySheet } from './RecoverySheet'

/** Turns the lock on: a passphrase, the sheet that must be kept, and then the notebook is sealed. */
export function TurnOnDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const bridge = useBridge()
  const fields = useNewPassphrase()
  const [code, setCode] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  const prepare = async () => {
    const passphrase = fields.check()
    if (passphrase === undefined || isBusy) return
    setBusy(true)
    const prepared = await bridge.call['lock:prepare'](passphrase)
    setBusy(false)
    if (prepared.ok) setCode(prepared.value.recoveryCode)
    else setFault(errorText(prepared.error.code))
  }
  const turnOn = async () => {
    const begun = await bridge.call['lock:turnOn']()
    if (!begun.ok) setFault(errorText(begun.error.code))
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={text(code === undefined ? 'lock.turnOnTitle' : 'lock.sheetTitle')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
      size="lg"
    >
      {code === undefined ? (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            void prepare()
          }}
        >
          <p>{text('lock.choosePassphrase')}</p>
          <NewPassphrase fields={fields} takesFocus />
          <p className={styles.honest}>{text('lock.honest')}</p>
          <p className={styles.told} role="status">
            {isBusy ? text('lock.preparing') : (fault ?? '')}
          </p>
          <div className={styles.actions}>
            <button type="submit" className={dialog.primary} disabled={isBusy}>
              {text('lock.next')}
            </button>
            <button type="button" className={dialog.button} onClick={onClose}>
              {text('action.cancel')}
            </button>
          </div>
        </form>
      ) : (
        <>
          <RecoverySheet
            code={code}
            confirm={text('lock.seal')}
            explain={text('lock.sealExplain')}
            onKept={() => void turnOn()}
            onCancel={onClose}
          />
          {fault !== undefined && <p role="alert">{fault}</p>}
        </>
      )}
    </Modal>
  )
}
