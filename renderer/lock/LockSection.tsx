import { NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { LOCK_MINUTES, LOCK_MINUTES_DEFAULT, type LockState } from '#shared/ipc/lock'
import { useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import { type ConfirmedChange, ConfirmedDialog } from './ConfirmedDialog'
import styles from './Lock.module.css'
import { TurnOnDialog } from './TurnOnDialog'

/** The lock of the notebook among the settings: turned on, off and changed, and when it locks by itself. */
export function LockSection() {
  const text = useText()
  const bridge = useBridge()
  const { preferences, change } = usePreferences()
  const [state, setState] = useState<LockState>()
  const [asking, setAsking] = useState<'on' | ConfirmedChange>()
  const [told, setTold] = useState('')

  useEffect(() => {
    const look = () => void bridge.call['lock:state']().then((now) => now.ok && setState(now.value))
    look()
    return bridge.on('lock:changed', look)
  }, [bridge])
  if (state === undefined) return null

  const ask = (wanted: 'on' | ConfirmedChange) => () => {
    setTold('')
    setAsking(wanted)
  }
  return (
    <section className={styles.section} aria-labelledby="settings-lock">
      <h2 id="settings-lock" className={styles.heading}>
        {text('lock.title')}
      </h2>
      <p className={styles.hint}>{text(state.isOn ? 'lock.explainOn' : 'lock.explainOff')}</p>
      <p className={styles.hint}>{text('lock.honest')}</p>
      <p className={styles.hint}>{text('lock.outside')}</p>
      {state.isOn && (
        <NativeSelect
          className={styles.minutes}
          label={text('lock.minutes')}
          description={text('lock.minutesHint')}
          value={String(preferences.lockMinutes ?? LOCK_MINUTES_DEFAULT)}
          onChange={(event) => void change({ lockMinutes: Number(event.currentTarget.value) })}
          data={[
            ...LOCK_MINUTES.map((count) => ({
              value: String(count),
              label: text('lock.minutesCount', { count }),
            })),
            { value: '0', label: text('lock.never') },
          ]}
        />
      )}
      <div className={styles.actions}>
        {state.isOn ? (
          <>
            <button type="button" className={dialog.button} onClick={() => void bridge.call['lock:now']()}>
              {text('command.lockNow')}
            </button>
            <button type="button" className={dialog.button} onClick={ask('change')}>
              {text('lock.change')}
            </button>
            <button type="button" className={dialog.button} onClick={ask('sheet')}>
              {text('lock.newSheet')}
            </button>
            <button type="button" className={dialog.button} onClick={ask('off')}>
              {text('lock.turnOff')}
            </button>
          </>
        ) : (
          <button type="button" className={dialog.button} onClick={ask('on')}>
            {text('lock.turnOn')}
          </button>
        )}
      </div>
      <p className={styles.told} role="status">
        {told}
      </p>
      {asking === 'on' && <TurnOnDialog onClose={() => setAsking(undefined)} />}
      {asking !== undefined && asking !== 'on' && (
        <ConfirmedDialog
          change={asking}
          onDone={(words) => {
            setAsking(undefined)
            setTold(words)
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  )
}
