import { useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import styles from './Lock.module.css'

/** The end of both ways to open a locked notebook: what is going on, how long one must wait, and the way to the other. */
export function UnlockFoot(props: {
  readonly isBusy: boolean
  /** Until the next try is listened to; 0 when it is. */
  readonly waitSeconds: number
  readonly other: string
  readonly onOther: () => void
}) {
  const { isBusy, waitSeconds, other, onOther } = props
  const text = useText()
  const waiting = waitSeconds > 0 ? text('lock.wait', { seconds: waitSeconds }) : ''
  return (
    <>
      <p className={styles.told} role="status">
        {isBusy ? text('lock.unlocking') : waiting}
      </p>
      <div className={styles.actions}>
        <button type="submit" className={dialog.primary} disabled={isBusy || waitSeconds > 0}>
          {text('lock.unlock')}
        </button>
        <button type="button" className={dialog.button} onClick={onOther}>
          {other}
        </button>
      </div>
    </>
  )
}
