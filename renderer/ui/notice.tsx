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

const PARTS = {
  root: styles.bar ?? '',
  body: styles.body ?? '',
  description: styles.words ?? '',
  closeButton: styles.close ?? '',
}
const WITH_ACTION_MS = 10_000
const PLAIN_MS = 5000

/** The notice that offers something to do: there is one at a time, since only the last thing can be taken back. */
let offered: string | undefined
/** The one that only says something in passing: the newest takes its place, so that quick work piles up none. */
let passing: string | undefined

/**
 * Shows a notice over the status line, where it hides nothing that can be pressed; a screen reader hears it. One with an
 * action replaces the one before it; so does one without, unless it must be read.
 */
export function showNotice({ message, action, stays, bad }: Notice): void {
  const mustBeRead = stays === true || bad === true
  const replaced = action !== undefined ? offered : mustBeRead ? undefined : passing
  if (replaced !== undefined) notifications.hide(replaced)
  const id = notifications.show({
    classNames: PARTS,
    autoClose: mustBeRead ? false : action === undefined ? PLAIN_MS : WITH_ACTION_MS,
    ...(bad === true ? { 'data-bad': true } : {}),
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
  if (action !== undefined) offered = id
  else if (!mustBeRead) passing = id
}

/** Takes the offer away: what it was about is not the last thing any more. */
export function withdrawOffer(): void {
  if (offered !== undefined) notifications.hide(offered)
  offered = undefined
}
