import { useState } from 'react'
import type { SecondPlace } from '#shared/ipc/secondPlace'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import styles from './Backups.module.css'
import { useBackupState, useBackups } from './BackupsContext'

/** The second place of the backups: chosen, how it is, and left. */
export function SecondPlaceSection() {
  const text = useText()
  const errorText = useErrorText()
  const backups = useBackups()
  const place = useBackupState((state) => state.secondPlace)
  const [told, setTold] = useState<string>()

  const choose = async () => {
    setTold(undefined)
    const chosen = await backups.chooseSecondPlace()
    if (!chosen.ok) setTold(text('secondPlace.chooseFailed', { reason: errorText(chosen.error.code) }))
  }
  const leave = async () => {
    await backups.leaveSecondPlace()
    setTold(text('secondPlace.left'))
  }

  return (
    <section className={styles.second} aria-labelledby="second-place-title">
      <h3 id="second-place-title" className={styles.subtitle}>
        {text('secondPlace.title')}
      </h3>
      {place === undefined || place === null ? (
        <p className={styles.explain}>{text('secondPlace.explain')}</p>
      ) : (
        <PlaceHealth place={place} />
      )}
      <p className={styles.told} role="status">
        {told}
      </p>
      <div className={styles.secondActions}>
        <button type="button" className={styles.button} onClick={() => void choose()}>
          {text(place ? 'secondPlace.another' : 'secondPlace.choose')}
        </button>
        {place && (
          <>
            <button
              type="button"
              className={styles.button}
              disabled={place.isCopying}
              onClick={() => void backups.catchUpSecondPlace()}
            >
              {text('secondPlace.again')}
            </button>
            <button type="button" className={styles.button} onClick={() => void leave()}>
              {text('secondPlace.leave')}
            </button>
          </>
        )}
      </div>
    </section>
  )
}

/** How the place is, and how old what stands there. A place that is away is no fault. */
function PlaceHealth({ place }: { place: SecondPlace }) {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const { problem, newest } = place
  const isBad = problem !== undefined && problem !== 'backup.placeAbsent' && !place.isCopying
  const folder = place.folderName
  return (
    <p className={isBad ? styles.bad : undefined} role="status">
      {words()}{' '}
      {newest === undefined
        ? !place.isCopying && text('secondPlace.noCopy')
        : text('secondPlace.newest', { when: formats.dayAndTime(newest.createdAt) })}
    </p>
  )

  function words(): string {
    if (place.isCopying) return text('secondPlace.copying', { folder })
    if (problem === 'backup.placeAbsent') return text('secondPlace.away', { folder })
    if (problem !== undefined) return text('secondPlace.failed', { folder, reason: errorText(problem) })
    return text(place.isUpToDate ? 'secondPlace.upToDate' : 'secondPlace.waiting', { folder })
  }
}
