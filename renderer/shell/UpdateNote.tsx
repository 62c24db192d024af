import { useText } from '../i18n/text'
import { useUpdateState } from '../settings/UpdatesContext'
import { useView } from '../view/viewState'
import styles from './Shell.module.css'

/** That a new version is out or will be installed, in the line at the window's foot, and the way to where it is fetched. */
export function UpdateNote() {
  const text = useText()
  const go = useView((view) => view.go)
  const state = useUpdateState()
  if (state?.step !== 'found' && state?.step !== 'ready') return null
  return (
    <button type="button" className={styles.statusButton} onClick={() => go('settings')}>
      {text(state.step === 'found' ? 'updates.found' : 'updates.noteReady', { version: state.version })}
    </button>
  )
}
