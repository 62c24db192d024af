import { useBackupState } from '../backup/BackupsContext'
import { useErrorText, useText } from '../i18n/text'

/** The second place of the backups in the status line, where one was chosen; `tell` writes a moment. */
export function SecondPlaceNote({ tell }: { tell: (at: number) => string }) {
  const text = useText()
  const errorText = useErrorText()
  const place = useBackupState((state) => state.secondPlace)
  if (place === undefined || place === null) return null
  const { problem, newest, isCopying } = place
  if (isCopying) return <span role="status">{text('status.secondCopying')}</span>
  if (problem === 'backup.placeAbsent')
    return (
      <span>
        {newest === undefined
          ? text('status.secondAwayNone')
          : text('status.secondAway', { when: tell(newest.createdAt) })}
      </span>
    )
  if (problem !== undefined)
    return <span role="status">{text('status.secondFailed', { reason: errorText(problem) })}</span>
  return newest === undefined ? null : (
    <span>{text('status.secondOk', { when: tell(newest.createdAt) })}</span>
  )
}
