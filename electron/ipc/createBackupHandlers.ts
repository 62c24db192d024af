import type { OpenedFile } from '#shared/ipc/backup'
import type { JournalHead, NotebookStart } from '#shared/ipc/journal'
import { err, ok, type Result } from '#shared/result'
import type { Backups } from '../backup/backups'
import type { BackupDialogs } from '../dialogs/backupDialogs'
import type { NotebookLog } from '../notebook/notebookLog'
import type { Handlers } from './handle'
import type { RenewalParts } from './renewal'

/** What the backup channels are made of. */
export interface BackupHandlerParts {
  /** The backups, or why their folder could not be opened. */
  readonly backups: Result<Backups>
  readonly backupDialogs: BackupDialogs
  /** The backup that was opened with Orchard from outside, once. */
  readonly givenBackup: () => string | undefined
  /** The window is sending a backup: a sign of life while it closes. */
  readonly onBackupProgress: () => void
  /** A backup stands verified under its name. */
  readonly onBackupTaken: () => void
}

type BackupChannel = Extract<keyof Handlers, `backup:${string}`>

/** The backup channels, each a few lines over `Backups`. */
export function createBackupHandlers(
  parts: BackupHandlerParts & RenewalParts,
): Pick<Handlers, BackupChannel> {
  const { renewing, backups, backupDialogs, onBackupProgress, onBackupTaken } = parts
  /** The file chosen last, while it waits for its passphrase. */
  let sealedPath: string | undefined
  const open = async (own: Backups, path: string | null): Promise<Result<OpenedFile | null>> => {
    if (path === null) return ok(null)
    sealedPath = undefined
    const opened = await own.adopt(path)
    if (opened.ok) return ok({ kind: 'opened', info: opened.value })
    if (opened.error.code !== 'backup.sealed') return opened
    sealedPath = path
    return ok({ kind: 'sealed' })
  }
  return {
    'backup:begin': async (reason) => {
      onBackupProgress()
      return backups.ok ? backups.value.begin(reason) : backups
    },
    'backup:write': async (token, lines) => {
      onBackupProgress()
      return backups.ok ? backups.value.write(token, lines) : backups
    },
    'backup:finish': async (token, summary) => {
      onBackupProgress()
      if (!backups.ok) return backups
      const finished = await backups.value.finish(token, summary)
      if (finished.ok) onBackupTaken()
      return finished
    },
    'backup:abandon': async (token) => (backups.ok ? backups.value.abandon(token) : backups),
    'backup:list': async () => (backups.ok ? backups.value.list() : backups),
    'backup:check': async (id) => (backups.ok ? backups.value.check(id) : backups),
    'backup:read': async (id, cursor) => (backups.ok ? backups.value.read(id, cursor) : backups),
    'backup:restore': async (id, even) =>
      backups.ok ? renewing(() => backups.value.restore(id, even)) : backups,
    'backup:openFile': async () =>
      backups.ok ? open(backups.value, await backupDialogs.chooseFile()) : backups,
    'backup:openGiven': async () => (backups.ok ? open(backups.value, parts.givenBackup() ?? null) : backups),
    'backup:openSealed': async (passphrase) => {
      if (!backups.ok) return backups
      if (sealedPath === undefined) return err('backup.missing')
      const opened = await backups.value.adoptSealed(sealedPath, passphrase)
      if (opened.ok) sealedPath = undefined
      return opened
    },
    'backup:saveCopy': async (id, passphrase) => {
      if (!backups.ok) return backups
      const listed = await backups.value.list()
      if (!listed.ok) return listed
      const info = listed.value.backups.find((backup) => backup.id === id)
      if (info === undefined) return err('backup.missing')
      const path = await backupDialogs.choosePlace(info.createdAt, passphrase !== '')
      return path === null
        ? ok(null)
        : backups.value.copyTo(id, path, passphrase === '' ? undefined : passphrase)
    },
  }
}

/** How the index can be built, what can't be, and what was restored; without backups the journal alone has to do. */
export async function rebuildStart(
  backups: Result<Backups>,
  notebook: NotebookLog,
): Promise<Omit<NotebookStart, keyof JournalHead>> {
  const lostEntries = notebook.lostEntries()
  if (!backups.ok)
    return {
      rebuild: { bases: [], fromStart: notebook.head().generation === 1 },
      lostEntries,
      restored: null,
    }
  return { rebuild: await backups.value.rebuildPlan(), lostEntries, restored: backups.value.restoreNote() }
}
