import path from 'node:path'
import { app, type BrowserWindow, Notification, nativeImage, type Session, shell } from 'electron'
import type { ErasureProgress } from '#shared/erasing/request'
import type { Translate } from '#shared/i18n/translator'
import { DRAGGED_FOLDER, NOTEBOOK_FOLDER, SHOWN_FOLDER } from '#shared/identity'
import type { EventName, Events } from '#shared/ipc/contract'
import { err, ok, type Result } from '#shared/result'
import type { ArrivalBox } from './arrivals/arrivalBox'
import { type AttachmentStore, openAttachmentStore } from './attachments/attachmentStore'
import { createShownFiles } from './attachments/shownFiles'
import { type Backups, openBackups } from './backup/backups'
import { keepSecondPlace } from './backup/secondPlace'
import { openSecondPlaceMemory } from './backup/secondPlaceMemory'
import { openBootFile } from './boot/bootFile'
import { createBackupDialogs } from './dialogs/backupDialogs'
import { createExportDialog } from './dialogs/exportDialog'
import { createLetterDialog } from './dialogs/letterDialog'
import { createImagePicker, createReceiptPicker } from './dialogs/pickImage'
import { createTablePicker } from './dialogs/pickTables'
import { createReportFolderDialog } from './dialogs/reportFolderDialog'
import { createSecondPlaceDialog } from './dialogs/secondPlaceDialog'
import { createTakeAlongDialogs } from './dialogs/takeAlongDialogs'
import { type DraftStore, openDraftStore } from './drafts/draftStore'
import { dragImage } from './dragging/dragImage'
import { createDragOut } from './dragging/dragOut'
import { dropErasedIndex } from './erasure/dropErasedIndex'
import { createExportSession } from './exports/exportSession'
import { delimiterOf } from './exports/regionDelimiter'
import { createTextSaver } from './exports/saveText'
import type { FsPort } from './files/fsPort'
import { createImportSession } from './import/importSession'
import { createRejectedSaver } from './import/saveRejected'
import { createHandlers } from './ipc/createHandlers'
import type { NotebookHandlers } from './ipc/handle'
import type { Keyring } from './lock/keyring'
import type { Opened, Opening } from './lock/notebookGate'
import { log } from './log'
import { type NotebookLog, openNotebookLog } from './notebook/notebookLog'
import { createNoticeBoard } from './notices/noticeBoard'
import type { PreferenceStore } from './preferences/preferenceStore'
import type { HeldPages } from './reports/heldPages'
import { createReportPrinter } from './reports/printReport'
import { createReportFiles } from './reports/reportFiles'
import { openReportFolder } from './reports/reportFolder'
import { createSavedFiles } from './savedFiles/savedFiles'
import { createLetterOpener } from './security/letterLinks'
import { createIndexFolder } from './storage/indexFolder'
import { supportFacts } from './support/supportFacts'
import { createTakeAlongSession } from './takeAlong/takeAlongSession'
import type { TrayIcon } from './tray/tray'
import { printPage } from './window'

/** Leaving waits this long for a copy under way; one that was cut off is made at the next start. */
const SECOND_PLACE_PATIENCE_MS = 20_000

/** What stands whether a notebook is open or not. */
export interface Frame {
  readonly fs: FsPort
  readonly userData: string
  readonly logFolder: string
  readonly session: Session
  readonly window: BrowserWindow
  readonly preferences: PreferenceStore
  readonly arrivals: ArrivalBox
  readonly tray: TrayIcon
  /** Files of the built window, and pages being printed. */
  readonly files: ReadonlyMap<string, string>
  readonly heldPages: HeldPages
  /** The bundle's program that reads files to be taken in. */
  readonly importWorker: string
  readonly newId: () => string
  readonly send: <E extends EventName>(name: E, value: Events[E]) => void
  readonly text: () => Translate
  readonly reveal: () => void
  readonly onReadyToClose: () => void
  readonly onBackupProgress: () => void
  readonly onPreferences: () => void
  /** Loads the window's page anew. */
  readonly reload: () => Promise<void>
}

/** A notebook that is open, with all that the window may ask of it. */
export interface OpenNotebook extends Opened {
  readonly handlers: NotebookHandlers
  /** The bytes of an attachment; undefined when there is no such file. */
  readAttachment(hash: string): Promise<Uint8Array | undefined>
  /** Gives up files that are on their way out: nobody is there any more to finish them. */
  cancelOutgoing(): void
  /** Copies to the second place what it lacks. */
  catchUp(): void
  /** Looks at the second place again if the last look did not end well. */
  retry(): void
}

/** Opens the notebook and everything that works with it, sealed with `keyring` where it has a lock. */
export async function openNotebook(
  frame: Frame,
  keyring: Keyring | undefined,
  { isFirst, isAnew }: Opening,
): Promise<OpenNotebook> {
  const { fs, userData, window, preferences, send, text, newId } = frame
  const notebookFolder = path.join(userData, NOTEBOOK_FOLDER)
  const seal = keyring?.journal
  const notebook = await openNotebookLog({ fs, folder: notebookFolder, newId, now: Date.now, seal })
  if (!notebook.ok) log.error(notebook.error.code)
  const drafts = await openDraftStore(fs, path.join(notebookFolder, 'drafts'), keyring?.drafts)
  const attachments = await openAttachmentStore(fs, path.join(notebookFolder, 'attachments'), keyring)
  const backups = await openNotebookBackups({
    fs,
    notebookFolder,
    notebook,
    attachments,
    drafts,
    keyring,
    newId,
    onErasureProgress: (progress) => send('erasure:progress', progress),
  })
  const indexFolder = createIndexFolder(fs, frame.session.getStoragePath())
  const prepared = await indexFolder.prepare()
  if (!prepared.ok) log.error(prepared.error.code)
  if (notebook.ok && isFirst) {
    const dropped = await dropErasedIndex(fs, frame.session.getStoragePath(), notebook.value)
    if (!dropped.ok) log.error(dropped.error.code)
  }
  const secondPlaceMemory = await openSecondPlaceMemory(fs, userData, keyring?.files)
  const secondPlace =
    notebook.ok && backups.ok
      ? keepSecondPlace({
          fs,
          memory: secondPlaceMemory,
          backups: backups.value,
          notebookId: notebook.value.head().notebookId,
          notebookFolder,
          lockSeal: keyring?.backups,
          now: Date.now,
          onChange: (place) => {
            // A copy that took longer than anybody waits for may end after the window has gone.
            if (!window.isDestroyed()) send('place:changed', place)
          },
        })
      : undefined
  const shownFiles = createShownFiles({
    fs,
    folder: path.join(userData, SHOWN_FOLDER),
    store: attachments,
    openPath: (file) => shell.openPath(file),
  })
  // A viewer may have held a copy while the window closed, or a program what was dragged into it.
  await shownFiles.clear()
  const savedFiles = createSavedFiles({ fs, showInFolder: (place) => shell.showItemInFolder(place) })
  const dragOut = createDragOut({
    fs,
    saved: savedFiles,
    folder: path.join(userData, DRAGGED_FOLDER),
    startDrag: (file) => window.webContents.startDrag({ file, icon: dragImage(nativeImage) }),
  })
  await dragOut.clear()

  const boot = await openBootFile(fs, path.join(notebookFolder, 'boot'), keyring?.files)
  const reportFolder = await openReportFolder(fs, userData)
  /** What the system lists of files that were opened lately would name customers to whoever finds the computer. */
  const listed = (file: string) => {
    if (keyring === undefined) app.addRecentDocument(file)
  }
  const chooseExportPlace = createExportDialog(() => window, text)
  const exports = createExportSession({
    fs,
    dragOut,
    choosePlace: chooseExportPlace,
    onSaved: savedFiles.remember,
    readPhoto: (hash) => readAttachment(attachments, hash),
    delimiter: () => delimiterOf(app.getSystemLocale()),
    newToken: newId,
    now: Date.now,
  })
  const takeAlongDialogs = createTakeAlongDialogs(() => window, text)
  const takeAlong = createTakeAlongSession({
    fs,
    choosePlace: takeAlongDialogs.choosePlace,
    onSaved: savedFiles.remember,
    notebook: () => (notebook.ok ? notebook.value.head() : undefined),
    readPhoto: (hash) => readAttachment(attachments, hash),
    delimiter: () => delimiterOf(app.getSystemLocale()),
    version: app.getVersion(),
    newToken: newId,
    now: Date.now,
  })
  const notices = new Set<Notification>()
  const handlers = createHandlers({
    version: app.getVersion(),
    platform: process.platform,
    systemLanguages: () => app.getPreferredSystemLanguages(),
    fs,
    notebookFolder,
    notebook,
    drafts,
    attachments,
    preferences,
    boot,
    indexFolder,
    pickImage: createImagePicker(() => window, text),
    pickReceipt: createReceiptPicker(() => window, text),
    shownFiles,
    pickTables: createTablePicker(() => window, text),
    imports: createImportSession({
      worker: frame.importWorker,
      newToken: newId,
      now: Date.now,
      onProgress: (progress) => send('import:progress', progress),
      onRead: listed,
    }),
    saveRejected: createRejectedSaver({
      fs,
      choosePlace: chooseExportPlace,
      text,
      onSaved: savedFiles.remember,
    }),
    savedFiles,
    exports,
    dragOut,
    saveText: createTextSaver({ fs, choosePlace: chooseExportPlace, onSaved: savedFiles.remember }),
    takeAlong,
    takeAlongDialogs,
    supportFacts: () =>
      supportFacts({
        fs,
        logFolder: frame.logFolder,
        notebookFolder,
        version: app.getVersion(),
        platform: process.platform,
      }),
    onHealthProgress: (progress) => send('health:progress', progress),
    chooseLetterPlace: createLetterDialog(fs, () => window, text),
    showNotice: createNoticeBoard({
      isSupported: () => Notification.isSupported(),
      make: (words) => {
        const notice = new Notification(words)
        notices.add(notice)
        notice.on('close', () => notices.delete(notice))
        return notice
      },
      onClick: (command) => {
        if (window.isDestroyed()) return
        frame.reveal()
        send('menu:command', command)
      },
    }),
    tray: frame.tray,
    openLetter: createLetterOpener((url) => shell.openExternal(url), process.platform),
    backups,
    reportFiles: createReportFiles({
      fs,
      folder: reportFolder,
      chooseFolder: createReportFolderDialog(() => window, text),
      print: createReportPrinter({ files: frame.files, pages: frame.heldPages, printPage }),
      delimiter: () => delimiterOf(app.getSystemLocale()),
      onSaved: (file) => {
        listed(file)
        savedFiles.remember(file)
      },
    }),
    arrivals: frame.arrivals,
    givenBackup: frame.arrivals.takeBackup,
    backupDialogs: createBackupDialogs(() => window, text),
    onBackupProgress: frame.onBackupProgress,
    onBackupTaken: () => void secondPlace?.catchUp(),
    secondPlace,
    chooseSecondPlace: createSecondPlaceDialog(() => window, text),
    now: Date.now,
    onReadyToClose: frame.onReadyToClose,
    rowKey: keyring?.rowKey,
    isAnew,
    onPreferences: frame.onPreferences,
    reloadWindow: () => void frame.reload(),
  })

  return {
    handlers,
    readAttachment: (hash) => readAttachment(attachments, hash),
    cancelOutgoing: () => {
      void exports.cancel()
      void takeAlong.cancel()
    },
    catchUp: () => void secondPlace?.catchUp(),
    retry: () => void secondPlace?.retry(),
    mayConvert: () => {
      if (!notebook.ok) return notebook
      return notebook.value.toForget() === undefined ? ok(null) : err('erasure.unfinished')
    },
    unseal: async () => {
      const plain = await openSecondPlaceMemory(fs, userData)
      await plain.remember(secondPlaceMemory.current())
    },
    afterConversion: async () => {
      // Copies that another passphrase seals are as good as before.
      if (secondPlaceMemory.current()?.seal === undefined) void secondPlace?.beginAnew()
    },
    close: async () => {
      // What the system still shows may name somebody.
      if (keyring !== undefined) for (const notice of notices) notice.close()
      await exports.cancel()
      await takeAlong.cancel()
      await shownFiles.clear()
      await dragOut.clear()
      if (drafts.ok) await drafts.value.flush()
      await secondPlace?.settled(SECOND_PLACE_PATIENCE_MS)
      if (backups.ok) await backups.value.close()
      if (notebook.ok) await notebook.value.close()
    },
  }
}

/** Backups need a notebook to copy and a store for what is inside of copies. */
async function openNotebookBackups(parts: {
  readonly fs: FsPort
  readonly notebookFolder: string
  readonly notebook: Result<NotebookLog>
  readonly attachments: Result<AttachmentStore>
  readonly drafts: Result<DraftStore>
  readonly keyring: Keyring | undefined
  readonly newId: () => string
  readonly onErasureProgress: (progress: ErasureProgress) => void
}): Promise<Result<Backups>> {
  const { fs, notebookFolder, notebook, attachments, drafts, keyring, newId, onErasureProgress } = parts
  if (!notebook.ok) return notebook
  if (!attachments.ok) return attachments
  const opened = await openBackups({
    fs,
    notebookFolder,
    notebook: notebook.value,
    attachments: attachments.value,
    drafts: drafts.ok ? drafts.value : undefined,
    keyring,
    onErasureProgress,
    version: app.getVersion(),
    now: Date.now,
    newToken: newId,
  })
  if (!opened.ok) log.error(opened.error.code)
  return opened
}

async function readAttachment(
  attachments: Result<AttachmentStore>,
  hash: string,
): Promise<Uint8Array | undefined> {
  if (!attachments.ok) return undefined
  const store: AttachmentStore = attachments.value
  const read = await store.get(hash)
  return read.ok ? read.value : undefined
}
