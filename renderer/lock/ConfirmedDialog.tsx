import { Modal } from '@mantine/core'
import { useState } from 'react'
import { PassphraseField, ShowTyped } from '../backup/PassphraseField'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import styles from './Lock.module.css'
import { NewPassphrase, useNewPassphrase } from './NewPassphrase'
import { RecoverySheet } from './RecoverySheet'
import { useWait } from './useWait'

/** What takes the passphrase of now: turning the lock off, another passphrase, another sheet. */
export type ConfirmedChange = 'off' | 'change' | 'sheet'

const TITLES = { off: 'lock.turnOffTitle', change: 'lock.changeTitle', sheet: 'lock.newSheetTitle' } as const
const EXPLAINS = {
  off: 'lock.offExplain',
  change: 'lock.changeExplain',
  sheet: 'lock.newSheetExplain',
} as const
const CONFIRMS = {
  off: 'lock.offConfirm',
  change: 'lock.changeConfirm',
  sheet: 'lock.newSheetConfirm',
} as const

/** Asks for the passphrase of now and does what was wanted. */
export function ConfirmedDialog({
  change,
  onDone,
  onClose,
}: {
  change: ConfirmedChange
  onDone: (told: string) => void
  onClose: () => void
}) {
  const text = useText()
  const errorText = useErrorText()
  const bridge = useBridge()
  const wait = useWait()
  const fields = useNewPassphrase()
  const [passphrase, setPassphrase] = useState('')
  const [isShown, setShown] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const [code, setCode] = useState<string>()

  const run = async () => {
    const next = change === 'change' ? fields.check() : ''
    if (next === undefined || isBusy || wait.seconds > 0) return
    setBusy(true)
    setFault(undefined)
    const calls = bridge.call
    const done =
      change === 'off'
        ? await calls['lock:turnOff'](passphrase)
        : change === 'change'
          ? await calls['lock:change'](passphrase, next)
          : await calls['lock:newSheet'](passphrase)
    if (!done.ok) {
      setBusy(false)
      setFault(errorText(done.error.code === 'lock.wait' ? 'lock.wrong' : done.error.code))
      return wait.note(done.error)
    }
    // Turning it off loads the window anew.
    if (change === 'change') onDone(text('lock.changed'))
    else if (done.value !== null) setCode(done.value.recoveryCode)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={text(TITLES[change])}
      closeButtonProps={{ 'aria-label': text('action.close') }}
      closeOnClickOutside={code === undefined}
      size="lg"
    >
      {code !== undefined ? (
        <RecoverySheet code={code} confirm={text('action.close')} onKept={onClose} />
      ) : (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            void run()
          }}
        >
          <p>{text(EXPLAINS[change])}</p>
          <PassphraseField
            autoFocus
            label={text('lock.current')}
            value={passphrase}
            isShown={isShown}
            error={fault}
            onChange={(value) => {
              setFault(undefined)
              setPassphrase(value)
            }}
          />
          {change === 'change' ? (
            <NewPassphrase fields={fields} />
          ) : (
            <ShowTyped isShown={isShown} onChange={setShown} />
          )}
          <p className={styles.told} role="status">
            {wait.seconds > 0 ? text('lock.wait', { seconds: wait.seconds }) : ''}
          </p>
          <div className={styles.actions}>
            <button
              type="submit"
              className={dialog.primary}
              disabled={isBusy || passphrase === '' || wait.seconds > 0}
            >
              {text(CONFIRMS[change])}
            </button>
            <button type="button" className={dialog.button} onClick={onClose}>
              {text('action.cancel')}
            </button>
          </div>
        </form>
      )}
    </Modal>
  )
}
