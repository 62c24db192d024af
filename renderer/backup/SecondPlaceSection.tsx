import { useState } from 'react'
import type { SecondPlace } from '#shared/ipc/secondPlace'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import styles from './Backups.module.css'
import { useBackupState, useBackups } from './BackupsContext'
import { SealDialog } from './SealDialog'

/** The second place of the backups: chosen, how it is, and left. */
export function SecondPlaceSection() {
  const text = useText()
  const errorText = useErrorText()
  const backups = useBackups()
  const place = useBackupState((state) => state.secondPlace)
  const [told, setTold] = useState<string>()
  const [isAsking, setAsking] = useState(false)

  const choose = async () => {
    setTold(undefined)
    const chosen = await backups.chooseSecondPlace()
    if (!chosen.ok) setTold(text('secondPlace.chooseFailed', { reason: errorText(chosen.error.code) }))
  }
  const seal = async (passphrase: string) => {
    setAsking(false)
    const sealed = await backups.sealSecondPlace(passphrase)
    if (!sealed.ok) setTold(text('secondPlace.sealFailed', { reason: errorText(sealed.error.code) }))
    else setTold(text(passphrase === '' ? 'secondPlace.unsealed' : 'secondPlace.sealed'))
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
        <p className={dialog.explain}>{text('secondPlace.explain')}</p>
      ) : (
        <PlaceHealth place={place} />
      )}
      <p className={styles.told} role="status">
        {told}
      </p>
      <div className={styles.secondActions}>
        <button type="button" className={dialog.button} onClick={() => void choose()}>
          {text(place ? 'secondPlace.another' : 'secondPlace.choose')}
        </button>
        {place && (
          <>
            <button
              type="button"
              className={dialog.button}
              disabled={place.isCopying}
              onClick={() => void backups.catchUpSecondPlace()}
            >
              {text('secondPlace.again')}
            </button>
            <button
              type="button"
              className={dialog.button}
              onClick={() => (place.isSealed ? void seal('') : setAsking(true))}
            >
              {text(place.isSealed ? 'secondPlace.unseal' : 'secondPlace.seal')}
            </button>
            <button type="button" className={dialog.button} onClick={() => void leave()}>
              {text('secondPlace.leave')}
            </button>
          </>
        )}
      </div>
      {isAsking && (
        <SealDialog of="secondPlace" onSeal={(given) => void seal(given)} onClose={() => setAsking(false)} />
      )}
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
        : text('secondPlace.newest', { when: formats.dayAndTime(newest.createdAt) })}{' '}
      {text(
        place.isSealed
          ? 'secondPlace.isSealed'
          : place.isUnderLock === true
            ? 'secondPlace.isUnderLock'
            : 'secondPlace.isOpen',
      )}
    </p>
  )

  function words(): string {
    if (place.isCopying) return text('secondPlace.copying', { folder })
    if (problem === 'backup.placeAbsent') return text('secondPlace.away', { folder })
    if (problem !== undefined) return text('secondPlace.failed', { folder, reason: errorText(problem) })
    return text(place.isUpToDate ? 'secondPlace.upToDate' : 'secondPlace.waiting', { folder })
  }
}
