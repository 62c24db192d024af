import { notifications } from '@mantine/notifications'
import styles from './notice.module.css'

/** What can be done about it. */
interface NoticeAction {
  readonly label: string
  readonly run: () => void
  /** It can be done whatever is saved meanwhile, as showing a file can; taking back the last change can't. */
  readonly lasts?: boolean
}

/** Something to say in passing, with at most one thing to do about it. */
export interface Notice {
  readonly message: string
  readonly action?: NoticeAction | undefined
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

/** The notice that offers to take the last thing back: there is one at a time. */
let offered: string | undefined
/** The one that only says something in passing: the newest takes its place, so that quick work piles up none. */
let passing: string | undefined

/**
 * Shows a notice over the beginning of the status line, away from what can be pressed; a screen reader hears it. An offer
 * to take something back replaces the one before it; so does what is only said in passing. What must be read stays.
 */
export function showNotice({ message, action, stays, bad }: Notice): void {
  const mustBeRead = stays === true || bad === true
  const isOffer = action !== undefined && action.lasts !== true && !mustBeRead
  const replaced = isOffer ? offered : mustBeRead ? undefined : passing
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
  if (isOffer) offered = id
  else if (!mustBeRead) passing = id
}

/** Takes the offer away: what it was about is not the last thing any more. */
export function withdrawOffer(): void {
  if (offered !== undefined) notifications.hide(offered)
  offered = undefined
}
