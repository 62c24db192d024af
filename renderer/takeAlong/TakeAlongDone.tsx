import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { ShowInFolder } from '../savedFiles/ShowInFolder'
import dialog from '../ui/dialog.module.css'
import type { TakeAlongOutcome } from './runTakeAlong'
import styles from './TakeAlong.module.css'

/** The folder that is there, what is in it, and what is not. */
export function TakeAlongDone({ outcome }: { outcome: TakeAlongOutcome }) {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const { taken, notLogged } = outcome
  const { folderName, files, sizeBytes, records, pages, attachments, missingAttachments } = taken
  return (
    <div className={dialog.dialog}>
      <p className={styles.heading} role="status">
        <bdi>{text('takeAlong.done', { folder: folderName })}</bdi>
      </p>
      <p>
        {text('takeAlong.doneCounts', {
          files,
          size: formats.bytes(sizeBytes),
          records,
          pages,
          attachments,
        })}
      </p>
      {missingAttachments > 0 && (
        <p className={dialog.bad}>{text('takeAlong.missing', { count: missingAttachments })}</p>
      )}
      {notLogged === undefined ? (
        <p className={styles.note}>{text('export.logged')}</p>
      ) : (
        <p className={dialog.bad}>{text('takeAlong.notLogged', { reason: errorText(notLogged.code) })}</p>
      )}
      <ShowInFolder name={folderName} />
    </div>
  )
}
