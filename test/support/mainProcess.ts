import path from 'node:path'
import { v7 as newId } from 'uuid'
import { ok } from '#shared/result'
import { createArrivalBox } from '../../electron/arrivals/arrivalBox'
import { openAttachmentStore } from '../../electron/attachments/attachmentStore'
import { createShownFiles } from '../../electron/attachments/shownFiles'
import { openBackups } from '../../electron/backup/backups'
import { openBootFile } from '../../electron/boot/bootFile'
import { openDraftStore } from '../../electron/drafts/draftStore'
import { createDragOut } from '../../electron/dragging/dragOut'
import { createExportSession } from '../../electron/exports/exportSession'
import { createTextSaver } from '../../electron/exports/saveText'
import type { FsPort } from '../../electron/files/fsPort'
import { createImportSession } from '../../electron/import/importSession'
import { createHandlers } from '../../electron/ipc/createHandlers'
import type { NotebookHandlers } from '../../electron/ipc/handle'
import { type NotebookLog, openNotebookLog } from '../../electron/notebook/notebookLog'
import { createNoticeBoard } from '../../electron/notices/noticeBoard'
import { openPreferenceStore } from '../../electron/preferences/preferenceStore'
import { createReportFiles } from '../../electron/reports/reportFiles'
import { openReportFolder } from '../../electron/reports/reportFolder'
import { createSavedFiles } from '../../electron/savedFiles/savedFiles'
import { createLetterOpener } from '../../electron/security/letterLinks'
import { createIndexFolder } from '../../electron/storage/indexFolder'
import { supportFacts } from '../../electron/support/supportFacts'
import { createTakeAlongSession } from '../../electron/takeAlong/takeAlongSession'
import { QUICK_SEAL, valueIn } from './backupDisk'

/** What the person at a fake machine answers, and what was asked of them and of the system. */
export interface Person {
  /** Where files are put when a dialog asks; null thinks better of every question. */
  readonly folder: string | null
  /** One line for each dialog that was opened, with the name that it offered. */
  readonly asked: { readonly dialog: string; readonly offered: string }[]
  /** Everything that was handed to the system to be opened. */
  readonly opened: string[]
}

/** The main process's handlers over real storage, without Electron. */
export interface MainProcess {
  readonly handlers: NotebookHandlers
  readonly notebook: NotebookLog
  close(): Promise<void>
}

/** Opens in `userData` what the app's start opens there, with a person in place of dialogs and viewers. */
export async function openMainProcess(
  fs: FsPort,
  userData: string,
  person: Person,
  reloadWindow: () => void = () => undefined,
): Promise<MainProcess> {
  const notebookFolder = path.join(userData, 'notebook')
  const now = Date.now
  await fs.makeFolder(notebookFolder)
  const notebook = valueIn(await openNotebookLog({ fs, folder: notebookFolder, newId, now }))
  const drafts = await openDraftStore(fs, path.join(notebookFolder, 'drafts'))
  const attachments = await openAttachmentStore(fs, path.join(notebookFolder, 'attachments'))
  const common = { fs, notebook, attachments: valueIn(attachments), drafts: valueIn(drafts), notebookFolder }
  const backups = await openBackups({
    ...common,
    version: '0.1.0',
    now,
    newToken: newId,
    sealCost: QUICK_SEAL,
  })
  const ask = (dialog: string, offered = ''): string | null => {
    person.asked.push({ dialog, offered })
    return person.folder === null ? null : path.join(person.folder, offered)
  }
  const chooseExportPlace = async (fileName: string) => ask('export', fileName)
  const surroundings = { readPhoto: async () => undefined, delimiter: () => ',' as const, now }
  const takeAlongDialogs = {
    choosePlace: async () => ask('takeAlong'),
    chooseFolder: async () => ask('readBack'),
  }
  const shown = path.join(userData, 'shown')
  const savedFiles = createSavedFiles({ fs, showInFolder: (place) => person.opened.push(place) })
  const dragOut = createDragOut({
    fs,
    saved: savedFiles,
    folder: path.join(userData, 'dragged'),
    startDrag: (file) => person.opened.push(file),
  })
  const arrivals = createArrivalBox(() => undefined)
  const handlers = createHandlers({
    version: '0.1.0',
    platform: 'linux',
    systemLanguages: () => ['en'],
    fs,
    notebookFolder,
    notebook: { ok: true, value: notebook },
    drafts,
    attachments,
    preferences: await openPreferenceStore(fs, userData),
    boot: await openBootFile(fs, path.join(notebookFolder, 'boot')),
    pickImage: async () => nothingAt(ask('image')),
    pickReceipt: async () => nothingAt(ask('receipt')),
    shownFiles: createShownFiles({
      fs,
      folder: shown,
      store: attachments,
      openPath: async (file) => {
        person.opened.push(file)
        return ''
      },
    }),
    indexFolder: createIndexFolder(fs, null),
    arrivals,
    givenBackup: arrivals.takeBackup,
    // A system without notifications, and without a place for icons.
    tray: { toWrite: () => undefined },
    showNotice: createNoticeBoard({
      isSupported: () => false,
      make: () => {
        throw new Error('nothing can be shown here')
      },
      onClick: () => undefined,
    }),
    pickTables: async () => {
      ask('tables')
      return []
    },
    imports: createImportSession({ worker: 'none', newToken: newId, now, onProgress: () => undefined }),
    saveRejected: async () => ({ ok: true, value: null }),
    dragOut,
    savedFiles,
    exports: createExportSession({
      fs,
      dragOut,
      choosePlace: chooseExportPlace,
      onSaved: savedFiles.remember,
      newToken: newId,
      ...surroundings,
    }),
    saveText: createTextSaver({ fs, choosePlace: chooseExportPlace, onSaved: savedFiles.remember }),
    takeAlong: createTakeAlongSession({
      fs,
      choosePlace: takeAlongDialogs.choosePlace,
      onSaved: savedFiles.remember,
      notebook: () => notebook.head(),
      version: '0.1.0',
      newToken: newId,
      ...surroundings,
    }),
    takeAlongDialogs,
    supportFacts: () =>
      supportFacts({ fs, logFolder: userData, notebookFolder, version: '0.1.0', platform: 'linux' }),
    onHealthProgress: () => undefined,
    chooseLetterPlace: async (name) => ask('letter', name),
    openLetter: createLetterOpener(async (url) => {
      person.opened.push(url)
    }, 'linux'),
    backups,
    reportFiles: createReportFiles({
      fs,
      folder: await openReportFolder(fs, userData),
      chooseFolder: async () => ask('report'),
      print: async () => Uint8Array.from([1]),
      delimiter: () => ',',
    }),
    backupDialogs: {
      chooseFile: async () => ask('backupFile'),
      choosePlace: async () => ask('backupCopy', 'copy.orchard'),
    },
    onBackupProgress: () => undefined,
    onBackupTaken: () => undefined,
    secondPlace: undefined,
    chooseSecondPlace: async () => ask('secondPlace'),
    now,
    onReadyToClose: () => undefined,
    isAnew: false,
    onPreferences: () => undefined,
    reloadWindow,
  })
  return { handlers, notebook, close: () => notebook.close() }
}

/** A picker that was asked and gave no file. */
function nothingAt(_place: string | null) {
  return ok(null)
}
