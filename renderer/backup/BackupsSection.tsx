import { useEffect, useState } from 'react'
import type { BackupInfo } from '#shared/ipc/backup'
import { useErrorText, useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import { useHealthView } from '../view/healthView'
import { BackupRow } from './BackupRow'
import styles from './Backups.module.css'
import { useBackupState, useBackups } from './BackupsContext'
import { RestoreDialog } from './RestoreDialog'
import { SealDialog } from './SealDialog'
import { SecondPlaceSection } from './SecondPlaceSection'
import { TakeBackDialog } from './TakeBackDialog'
import { UnsealDialog } from './UnsealDialog'
import { useBackupActions } from './useBackupActions'

/** The backups in words, and everything that can be done with them. */
export function BackupsSection() {
  const text = useText()
  const errorText = useErrorText()
  const backups = useBackups()
  const list = useBackupState((state) => state.list)
  const running = useBackupState((state) => state.running)
  const { working, told, takeNow, openFile, openGiven, saveCopy, sealed, say } = useBackupActions(backups)
  const [taking, setTaking] = useState<BackupInfo>()
  const [sealing, setSealing] = useState<BackupInfo>()
  const [chosen, setChosen] = useState<BackupInfo>()
  const checkHealth = useHealthView((view) => view.show)
  const isBusy = working || running !== undefined
  const isGiven = useBackupState((state) => state.given === true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are made anew with each drawing
  useEffect(() => {
    if (isGiven && !isBusy) void openGiven(setChosen)
  }, [isGiven, isBusy])
  return (
    <section id="backups" className={styles.section} tabIndex={-1} aria-labelledby="backups-title">
      <h2 id="backups-title" className={styles.title}>
        {text('backup.title')}
      </h2>
      <p className={dialog.explain}>{text('backup.explain')}</p>
      <div className={styles.actions}>
        <button type="button" className={dialog.primary} disabled={isBusy} onClick={() => void takeNow()}>
          {text('backup.now')}
        </button>
        <button type="button" className={dialog.button} disabled={isBusy} onClick={() => void openFile()}>
          {text('backup.open')}
        </button>
        <button type="button" className={dialog.button} onClick={() => checkHealth(true)}>
          {text('health.open')}
        </button>
      </div>
      <p className={told?.isBad === true ? styles.bad : styles.told} role="status">
        {isBusy ? text('backup.working') : told?.words}
      </p>
      {list?.backups.length === 0 && <p>{text('backup.none')}</p>}
      <ul className={styles.list} aria-label={text('backup.list')}>
        {list?.backups.map((info) => (
          <BackupRow
            key={info.id}
            info={info}
            isBusy={isBusy}
            onCopy={() => void saveCopy(info.id)}
            onSeal={() => setSealing(info)}
            onTakeBack={() => setTaking(info)}
            onRestore={() => setChosen(info)}
          />
        ))}
        {list?.unreadable.map(({ id, problem }) => (
          <li key={id} className={styles.row}>
            <bdi className={styles.when}>{id}</bdi>
            <span className={styles.bad}>{text('backup.unreadable', { reason: errorText(problem) })}</span>
          </li>
        ))}
      </ul>
      <SecondPlaceSection />
      {sealing !== undefined && (
        <SealDialog
          onSeal={(passphrase) => {
            setSealing(undefined)
            void saveCopy(sealing.id, passphrase)
          }}
          onClose={() => setSealing(undefined)}
        />
      )}
      {taking !== undefined && (
        <TakeBackDialog info={taking} onDone={say} onClose={() => setTaking(undefined)} />
      )}
      {sealed.isAsking && <UnsealDialog onOpened={sealed.opened} onClose={sealed.leave} />}
      {chosen !== undefined && <RestoreDialog info={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  )
}
