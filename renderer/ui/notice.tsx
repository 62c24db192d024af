import { notifications } from '@mantine/notifications'
import styles from './notice.module.css'

/** Something to say in passing, with at most one thing to do about it. */
export interface Notice {
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** A fault, or something that must not pass unread, stays until it is closed. */
  readonly stays?: boolean | undefined
  readonly bad?: boolean | undefined
}

const WITH_ACTION_MS = 12_000
const PLAIN_MS = 5000

/** Shows a notice at the window's corner; a screen reader hears it. */
export function showNotice({ message, action, stays, bad }: Notice): void {
  const id = notifications.show({
    autoClose: stays === true || bad === true ? false : action === undefined ? PLAIN_MS : WITH_ACTION_MS,
    ...(bad === true ? { color: 'red' } : {}),
    message: (
      <span className={styles.notice}>
        <span>{message}</span>
        {action !== undefined && (
          <button
            type="button"
            className={styles.action}
            onClick={() => {
              notifications.hide(id)
              action.run()
            }}
          >
            {action.label}
          </button>
        )}
      </span>
    ),
  })
}
