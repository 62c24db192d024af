import { Switch } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { UpdateState } from '#shared/ipc/updates'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import dialog from '../ui/dialog.module.css'
import { usePreferences } from './PreferencesContext'
import styles from './SettingsPage.module.css'

/** Which version this is and whether Orchard looks for a newer one: never by itself until wanted, and not where it can't. */
export function UpdatesRow() {
  const text = useText()
  const bridge = useBridge()
  const { preferences, change } = usePreferences()
  const [state, setState] = useState<UpdateState>()

  useEffect(() => {
    void bridge.call['update:state']().then((now) => now.ok && setState(now.value))
    return bridge.on('update:changed', setState)
  }, [bridge])
  if (state === undefined) return null

  const isBusy = state.step === 'looking' || state.step === 'fetching'
  return (
    <section className={styles.row} aria-labelledby="settings-updates">
      <span id="settings-updates">{text('updates.title')}</span>
      <div className={styles.updates}>
        {state.step !== 'unset' && (
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
        )}
        <p role="status">
          {text('updates.own', { version: state.ownVersion })} <Step state={state} />
        </p>
        {state.step !== 'unset' && state.step !== 'ready' && (
          <div className={styles.actions}>
            {state.step === 'found' && (
              <button
                type="button"
                className={dialog.primary}
                onClick={() => void bridge.call['update:fetch']()}
              >
                {text('updates.fetch')}
              </button>
            )}
            <button
              type="button"
              className={dialog.button}
              disabled={isBusy}
              onClick={() => void bridge.call['update:look']()}
            >
              {text('updates.look')}
            </button>
          </div>
        )}
      </div>
    </section>
  )
}

/** Where looking stands, in words. */
function Step({ state }: { state: UpdateState }) {
  const text = useText()
  const errorText = useErrorText()
  switch (state.step) {
    case 'idle':
      return null
    case 'unset':
      return text('updates.unset')
    case 'looking':
      return text('updates.looking')
    case 'newest':
      return text('updates.newest')
    case 'found':
      return text('updates.found', { version: state.version })
    case 'ready':
      return text('updates.ready', { version: state.version })
    case 'fetching':
      return text('updates.fetching', { version: state.version, share: state.percent / 100 })
    case 'failed':
      return errorText(state.code)
  }
}
