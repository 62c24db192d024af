import { useEffect, useState } from 'react'
import type { LockState } from '#shared/ipc/lock'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import styles from './Lock.module.css'
import { RecoverForm } from './RecoverForm'
import { UnlockForm } from './UnlockForm'

/** What stands in the window until the notebook may be read, and while it is written anew. */
export function LockScreen({ initial }: { initial: LockState }) {
  const text = useText()
  const errorText = useErrorText()
  const bridge = useBridge()
  const [state, setState] = useState(initial)
  const [isRecovering, setRecovering] = useState(false)

  useEffect(() => {
    const look = async () => {
      const now = await bridge.call['lock:state']()
      if (!now.ok) return
      const { isLocked, work, problem } = now.value
      if (!isLocked && work === null && problem === undefined) window.location.reload()
      else setState(now.value)
    }
    // What changed while the page was loaded was told to nobody.
    void look()
    return bridge.on('lock:changed', () => void look())
  }, [bridge])
  useEffect(() => bridge.on('app:closing', () => void bridge.call['app:readyToClose']()), [bridge])

  const { work, problem, isLocked, isOn } = state
  if (work !== null)
    return (
      <main className={styles.screen} aria-busy="true">
        <h1 className={styles.title}>{text(work === 'sealing' ? 'lock.sealing' : 'lock.opening')}</h1>
        <p role="status">{text('lock.workExplain')}</p>
      </main>
    )
  if (problem !== undefined)
    return (
      <main className={styles.screen} role="alert">
        <h1 className={styles.title}>{text(isLocked ? 'lock.cannotOpen' : 'lock.notChanged')}</h1>
        <p>{errorText(problem)}</p>
        {!isLocked && (
          <p>
            <button type="button" className={dialog.primary} onClick={() => window.location.reload()}>
              {text('lock.openAgain')}
            </button>
          </p>
        )}
      </main>
    )
  if (!isOn) return null
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{text('lock.isLocked')}</h1>
      {isRecovering ? (
        <RecoverForm onBack={() => setRecovering(false)} />
      ) : (
        <UnlockForm onForgot={() => setRecovering(true)} />
      )}
      <p className={styles.honest}>{text('lock.honest')}</p>
    </main>
  )
}
