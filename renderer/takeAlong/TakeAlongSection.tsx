import { useState } from 'react'
import type { NamedFiles, ReadBack } from '#shared/ipc/takeAlong'
import { err, type Result } from '#shared/result'
import { useBackups } from '../backup/BackupsContext'
import { RestoreDialog } from '../backup/RestoreDialog'
import { useErrorText, useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import dialog from '../ui/dialog.module.css'
import styles from './TakeAlong.module.css'
import { TakeAlongDialog } from './TakeAlongDialog'

/** The whole notebook out as a folder, and such a folder back. */
export function TakeAlongSection() {
  const text = useText()
  const backups = useBackups()
  const [isWriting, setWriting] = useState(false)
  const [isReading, setReading] = useState(false)
  const [read, setRead] = useState<Result<ReadBack | null>>()
  const [isAsking, setAsking] = useState(false)

  const readBack = async () => {
    setRead(undefined)
    setReading(true)
    const result = await backups.readBack().catch(() => err('ipc.fault'))
    setReading(false)
    setRead(result)
    setAsking(result.ok && result.value?.kind === 'read')
  }

  const info = read?.ok === true && read.value?.kind === 'read' ? read.value.info : undefined
  return (
    <section className={styles.section} aria-labelledby="take-along-title">
      <h2 id="take-along-title" className={styles.title}>
        {text('takeAlong.title')}
      </h2>
      <p className={dialog.explain}>{text('takeAlong.explain')}</p>
      <div className={styles.buttons}>
        <button type="button" className={dialog.button} disabled={isReading} onClick={() => setWriting(true)}>
          {text('takeAlong.write')}
        </button>
        <button type="button" className={dialog.button} disabled={isReading} onClick={() => void readBack()}>
          {text('takeAlong.readBack')}
        </button>
      </div>
      <div role="status">
        {isReading && <p className={styles.note}>{text('takeAlong.readingBack')}</p>}
        {read !== undefined && <ReadOutcome read={read} />}
      </div>
      {isWriting && <TakeAlongDialog onClose={() => setWriting(false)} />}
      {isAsking && info !== undefined && <RestoreDialog info={info} onClose={() => setAsking(false)} />}
    </section>
  )
}

/** Why nothing was read, and which files are not what they were. */
function ReadOutcome({ read }: { read: Result<ReadBack | null> }) {
  const text = useText()
  const errorText = useErrorText()
  if (!read.ok)
    return (
      <p className={dialog.bad}>{text('takeAlong.readFailed', { reason: errorText(read.error.code) })}</p>
    )
  if (read.value === null) return null
  if (read.value.kind === 'altered') {
    const { files } = read.value
    return (
      <>
        <p className={dialog.bad}>{text('takeAlong.refusedCounts')}</p>
        <p>{text('takeAlong.altered', { count: files.count })}</p>
        <FileNames files={files} />
      </>
    )
  }
  const { copiesChanged } = read.value
  if (copiesChanged.count === 0) return null
  return (
    <>
      <p className={styles.note}>{text('takeAlong.copiesChanged', { count: copiesChanged.count })}</p>
      <FileNames files={copiesChanged} />
    </>
  )
}

function FileNames({ files: { names, count } }: { files: NamedFiles }) {
  const text = useText()
  return (
    // Pages are named after customers.
    <Private>
      <ul className={styles.names}>
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {count > names.length && <li>{text('takeAlong.andMore', { count: count - names.length })}</li>}
      </ul>
    </Private>
  )
}
