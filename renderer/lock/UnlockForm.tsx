import { useState } from 'react'
import { PassphraseField, ShowTyped } from '../backup/PassphraseField'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import styles from './Lock.module.css'
import { UnlockFoot } from './UnlockFoot'
import { useWait } from './useWait'

/** Asks for the passphrase. The right one loads the window anew, which the main process says. */
export function UnlockForm({ onForgot }: { onForgot: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const bridge = useBridge()
  const wait = useWait()
  const [passphrase, setPassphrase] = useState('')
  const [isShown, setShown] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  const unlock = async () => {
    if (isBusy || wait.seconds > 0 || passphrase === '') return
    setBusy(true)
    setFault(undefined)
    const unlocked = await bridge.call['lock:unlock'](passphrase)
    if (unlocked.ok) return
    setBusy(false)
    setPassphrase('')
    setFault(errorText(unlocked.error.code === 'lock.wait' ? 'lock.wrong' : unlocked.error.code))
    wait.note(unlocked.error)
    document.getElementById('unlock-passphrase')?.focus()
  }

  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      <PassphraseField
        id="unlock-passphrase"
        takesFocus
        label={text('passphrase.name')}
        value={passphrase}
        isShown={isShown}
        error={fault}
        onChange={setPassphrase}
      />
      <ShowTyped isShown={isShown} onChange={setShown} />
      <UnlockFoot isBusy={isBusy} waitSeconds={wait.seconds} other={text('lock.forgot')} onOther={onForgot} />
    </form>
  )
}
