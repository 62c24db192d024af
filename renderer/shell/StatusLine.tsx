import { useEffect, useState } from 'react'
import { useBackupState } from '../backup/BackupsContext'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { useBoot } from '../store/BootContext'
import { newestBackup } from '../store/backupState'
import { useNotebookState, useRead } from '../store/NotebookContext'
import { countCustomers } from '../store/queries/customers'
import { useToday } from '../store/TodayContext'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import { useBridge } from './BridgeContext'
import { SecondPlaceNote } from './SecondPlaceNote'
import styles from './Shell.module.css'
import { UpdateNote } from './UpdateNote'

const DISK_CHECK_MS = 60_000

/** Always tells the truth about saving, the index, the size of the notebook and the disk. */
export function StatusLine({ onPalette }: { onPalette: () => void }) {
  const text = useText()
  const formats = useFormats()
  const showKeys = useView((view) => view.showKeys)
  const boot = useBoot()
  const customers = useRead(countCustomers, []) ?? boot?.customers
  const freeBytes = useFreeBytes()
  return (
    <section className={styles.status} aria-label={text('status.label')}>
      <SavedNote />
      <BackupNote />
      <SecondPlaceNote tell={tellWhen(formats)} />
      {customers !== undefined && <span>{text('status.customers', { count: customers })}</span>}
      <span className={styles.statusEnd}>
        <UpdateNote />
        <DueNote />
        {freeBytes !== undefined && <span>{text('status.free', { size: formats.bytes(freeBytes) })}</span>}
        <button type="button" className={styles.statusButton} onClick={onPalette}>
          <KeyCaps chord="mod+KeyK" /> {text('status.palette')}
        </button>
        <button type="button" className={styles.statusButton} onClick={() => showKeys(true)}>
          <KeyCaps chord="?" /> {text('status.keys')}
        </button>
      </span>
    </section>
  )
}

/** How much is due, and the way to it. */
function DueNote() {
  const text = useText()
  const go = useView((view) => view.go)
  const due = useToday()?.rows.length ?? 0
  if (due === 0) return null
  return (
    <button type="button" className={styles.statusButton} onClick={() => go('today')}>
      {text('status.due', { count: due })}
    </button>
  )
}

function SavedNote() {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const state = useNotebookState((whole) => whole)
  const { kind, words } = describe()
  return (
    <span className={`${styles.saved} ${kind === 'bad' ? styles.bad : ''}`} role="status">
      <span className={styles.dot} data-state={kind} aria-hidden="true" />
      {words}
    </span>
  )

  function describe(): { kind: 'good' | 'busy' | 'bad'; words: React.ReactNode } {
    if (state.saveError !== undefined) {
      return { kind: 'bad', words: text('status.notSaved', { reason: errorText(state.saveError) }) }
    }
    if (state.phase === 'failed') return { kind: 'bad', words: text('status.indexFailed') }
    if (state.phase === 'repairing') return { kind: 'bad', words: text('status.repairing') }
    if (state.phase === 'catchingUp') {
      return { kind: 'busy', words: text('status.catchingUp', { ...state.progress }) }
    }
    if (state.phase === 'opening') return { kind: 'busy', words: text('status.opening') }
    // Nothing of it is written yet: no number tells how far it is.
    if (state.bulk?.done === 0) return { kind: 'busy', words: text('status.saving') }
    if (state.bulk !== undefined) {
      const key = state.bulk.phase === 'journal' ? 'status.bulkJournal' : 'status.bulkIndex'
      return { kind: 'busy', words: text(key, { count: state.bulk.done }) }
    }
    if (state.saving) return { kind: 'busy', words: text('status.saving') }
    if (state.savedAt === undefined) return { kind: 'good', words: text('status.ready') }
    return {
      kind: 'good',
      words: (
        <>
          {text('status.saved')} <strong>{formats.clock(state.savedAt)}</strong>
        </>
      ),
    }
  }
}

/** The age of the newest backup that was read back and checked, or why there is none. */
function BackupNote() {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const { list, running, failure } = useBackupState((whole) => whole)
  if (running !== undefined) return <span role="status">{text('status.backupRunning')}</span>
  if (failure !== undefined) {
    return (
      <span className={styles.bad} role="status">
        {text('status.backupFailed', { reason: errorText(failure) })}
      </span>
    )
  }
  if (list === undefined) return null
  const newest = newestBackup(list)
  if (newest === undefined) return <span>{text('status.noBackup')}</span>
  return <span>{text('status.backup', { when: tellWhen(formats)(newest.createdAt) })}</span>
}

/** The time of today, the day and time of earlier. */
function tellWhen(formats: ReturnType<typeof useFormats>): (at: number) => string {
  return (at) => {
    const isToday = new Date(at).toDateString() === new Date().toDateString()
    return isToday ? formats.hourMinute(at) : formats.dayAndTime(at)
  }
}

/** Free space on the notebook's disk, asked now, after every save, also one that failed, and once a minute. */
function useFreeBytes(): number | undefined {
  const bridge = useBridge()
  const savedAt = useNotebookState((state) => state.savedAt)
  const saving = useNotebookState((state) => state.saving)
  const [freeBytes, setFreeBytes] = useState<number>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save is a reason to ask again
  useEffect(() => {
    let asked = true
    const ask = async () => {
      const disk = await bridge.call['app:disk']()
      if (asked && disk.ok) setFreeBytes(disk.value.freeBytes)
    }
    if (!saving) void ask()
    const timer = window.setInterval(() => void ask(), DISK_CHECK_MS)
    return () => {
      asked = false
      window.clearInterval(timer)
    }
  }, [bridge, savedAt, saving])
  return freeBytes
}
