import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { looksLikeCode, wrongGroups } from '#shared/lock/recoveryCode'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import styles from './Lock.module.css'
import { NewPassphrase, useNewPassphrase } from './NewPassphrase'
import { UnlockFoot } from './UnlockFoot'
import { useWait } from './useWait'

/** Asks for the code of the recovery sheet and for a new passphrase; says which group of the code is mistyped. */
export function RecoverForm({ onBack }: { onBack: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const bridge = useBridge()
  const wait = useWait()
  const next = useNewPassphrase()
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  const recover = async () => {
    if (isBusy || wait.seconds > 0) return
    const wrong = wrongGroups(code)
    if (wrong.length > 0) return setFault(text('lock.wrongGroup', { groups: wrong.join(', ') }))
    if (!looksLikeCode(code)) return setFault(errorText('lock.badCode'))
    const passphrase = next.check()
    if (passphrase === undefined) return
    setBusy(true)
    setFault(undefined)
    const recovered = await bridge.call['lock:recover'](code, passphrase)
    if (recovered.ok) return
    setBusy(false)
    setFault(errorText(recovered.error.code === 'lock.wait' ? 'lock.wrong' : recovered.error.code))
    wait.note(recovered.error)
  }

  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        void recover()
      }}
    >
      <p>{text('lock.recoverExplain')}</p>
      <TextInput
        id="recovery-code"
        dir="ltr"
        classNames={{ input: styles.code }}
        ref={(field) => {
          if (document.activeElement === document.body) field?.focus()
        }}
        label={text('lock.code')}
        value={code}
        error={fault}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => {
          setFault(undefined)
          setCode(event.currentTarget.value)
        }}
      />
      <NewPassphrase fields={next} />
      <UnlockFoot isBusy={isBusy} waitSeconds={wait.seconds} other={text('lock.back')} onOther={onBack} />
    </form>
  )
}
