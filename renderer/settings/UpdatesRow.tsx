import { Switch } from '@mantine/core'
import { useRef } from 'react'
import type { UpdateState } from '#shared/ipc/updates'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import { usePreferences } from './PreferencesContext'
import styles from './SettingsPage.module.css'
import { useUpdateState } from './UpdatesContext'

/** Which version this is and whether Orchard looks for a newer one: never by itself until wanted, and not where it can't. */
export function UpdatesRow() {
  const text = useText()
  const bridge = useBridge()
  const state = useUpdateState()
  const told = useRef<HTMLDivElement>(null)
  if (state === undefined) return null

  const isBusy = state.step === 'looking' || state.step === 'fetching'
  const look = () => {
    if (!isBusy) void bridge.call['update:look']()
  }
  const fetch = () => {
    // The button goes with this press; the focus stays where the answer comes.
    told.current?.focus()
    void bridge.call['update:fetch']()
  }
  return (
    <section className={styles.row} aria-labelledby="settings-updates">
      <span id="settings-updates">{text('updates.title')}</span>
      <div className={styles.updates}>
        {state.step !== 'unset' && <AtStart />}
        <div ref={told} className={styles.told} role="status" tabIndex={-1}>
          <span>{text('updates.own', { version: state.ownVersion })}</span> <Step state={state} />
        </div>
        {state.step === 'fetching' && (
          <progress max={100} value={state.percent} aria-label={text('updates.title')} />
        )}
        {state.step !== 'unset' && state.step !== 'ready' && (
          <div className={styles.actions}>
            {state.step === 'found' && (
              <button type="button" className={dialog.primary} onClick={fetch}>
                {text('updates.fetch')}
              </button>
            )}
            <button type="button" className={dialog.button} aria-disabled={isBusy} onClick={look}>
              {text('updates.look')}
            </button>
          </div>
        )}
      </div>
    </section>
  )
}

/** Whether it is looked for at each start; off until wanted. */
function AtStart() {
  const text = useText()
  const { preferences, change } = usePreferences()
  return (
    <>
      <Switch
        label={text('updates.atStart')}
        aria-describedby="settings-updates-hint"
        checked={preferences.updates === 'look'}
        onChange={(event) => void change({ updates: event.currentTarget.checked ? 'look' : 'off' })}
      />
      <p id="settings-updates-hint" className={styles.hint}>
        {text('updates.atStartHint')}
      </p>
    </>
  )
}

/** Where looking stands, in words. */
function Step({ state }: { state: UpdateState }) {
  const text = useText()
  const errorText = useErrorText()
  const words = () => {
    switch (state.step) {
      case 'idle':
        return undefined
      case 'unset':
        return text('updates.unset')
      case 'looking':
        return text('updates.looking')
      case 'newest':
        return text('updates.newest')
      case 'found':
        return text('updates.found', { version: state.version })
      case 'fetching':
        return text('updates.fetching', { version: state.version })
      case 'ready':
        return text('updates.ready', { version: state.version })
      case 'failed':
        return errorText(state.code)
    }
  }
  return <span>{words()}</span>
}
