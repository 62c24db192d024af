import path from 'node:path'
import { app, type BrowserWindow, ipcMain, nativeTheme, protocol, session, shell } from 'electron'
import { v7 as uuidV7 } from 'uuid'
import { loadCatalogue, loadEveryCatalogue } from '#shared/i18n/catalogues'
import { closestLanguage, type LanguageChoice } from '#shared/i18n/languages'
import { createTranslator, type Translate } from '#shared/i18n/translator'
import { APP_ID, APP_SCHEME, NOTEBOOK_FOLDER, PARTITION, PRINT_PARTITION } from '#shared/identity'
import type { EventName, Events } from '#shared/ipc/contract'
import type { Result } from '#shared/result'
import { type AttachmentStore, openAttachmentStore } from './attachments/attachmentStore'
import { createShownFiles } from './attachments/shownFiles'
import { type Backups, openBackups } from './backup/backups'
import { keepSecondPlace } from './backup/secondPlace'
import { openSecondPlaceMemory } from './backup/secondPlaceMemory'
import { openBootFile } from './boot/bootFile'
import { closeGently } from './closing'
import { createBackupDialogs } from './dialogs/backupDialogs'
import { createExportDialog } from './dialogs/exportDialog'
import { createLetterDialog } from './dialogs/letterDialog'
import { createImagePicker, createReceiptPicker } from './dialogs/pickImage'
import { createTablePicker } from './dialogs/pickTables'
import { createReportFolderDialog } from './dialogs/reportFolderDialog'
import { createSecondPlaceDialog } from './dialogs/secondPlaceDialog'
import { createTakeAlongDialogs } from './dialogs/takeAlongDialogs'
import { type DraftStore, openDraftStore } from './drafts/draftStore'
import { dropErasedIndex } from './erasure/dropErasedIndex'
import { createExportSession } from './exports/exportSession'
import { delimiterOf } from './exports/regionDelimiter'
import { createTextSaver } from './exports/saveText'
import { type FsPort, nodeFs } from './files/fsPort'
import { createImportSession } from './import/importSession'
import { createRejectedSaver } from './import/saveRejected'
import { createHandlers } from './ipc/createHandlers'
import { registerHandlers } from './ipc/handle'
import { log, openLog } from './log'
import { setMenu } from './menu'
import { type NotebookLog, openNotebookLog } from './notebook/notebookLog'
import { openPreferenceStore, type PreferenceStore } from './preferences/preferenceStore'
import { createAppResponder, registerAppScheme } from './protocol/appProtocol'
import { listRendererFiles } from './protocol/rendererFiles'
import { createHeldPages } from './reports/heldPages'
import { createReportPrinter } from './reports/printReport'
import { createReportFiles } from './reports/reportFiles'
import { openReportFolder } from './reports/reportFolder'
import { hardenAllContents } from './security/hardenContents'
import { hardenSession } from './security/hardenSession'
import { createLetterOpener } from './security/letterLinks'
import { supportFacts } from './support/supportFacts'
import { createTakeAlongSession } from './takeAlong/takeAlongSession'
import { createWindow, loadPage, printPage, windowState } from './window'

// The bundle lies in out/main, the window beside it.
const BUILT = path.join(__dirname, '..')

/** Leaving waits this long for a copy under way; one that was cut off is made at the next start. */
const SECOND_PLACE_PATIENCE_MS = 20_000
/** How often a second place that was away is looked for. */
const SECOND_PLACE_RETRY_MS = 60_000

// First of all: a second instance must not touch the notebook, only bring the first one forward.
if (app.requestSingleInstanceLock()) start()
else app.exit(0)

function start(): void {
  app.enableSandbox()
  app.setAppUserModelId(APP_ID)
  registerAppScheme(protocol)
  hardenAllContents(app)
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(run)
}

async function run(): Promise<void> {
  const fs = nodeFs
  const userData = app.getPath('userData')
  const notebookFolder = path.join(userData, NOTEBOOK_FOLDER)
  const logFolder = path.join(userData, 'logs')
  openLog(logFolder)
  const preferences = await openPreferenceStore(fs, userData)
  const ownSession = session.fromPartition(PARTITION)
  hardenSession(ownSession)
  nativeTheme.themeSource = preferences.get().theme
  // The window's process starts while the notebook is opened; it is hidden and empty until the page is loaded.
  const window = createWindow({
    preloadFolder: path.join(BUILT, 'preload'),
    isPackaged: app.isPackaged,
    dark: nativeTheme.shouldUseDarkColors,
    remembered: preferences.get().window,
  })
  await loadCatalogue(shownLanguage(preferences))
  const notebook = await openNotebookLog({ fs, folder: notebookFolder, newId: uuidV7, now: Date.now })
  if (!notebook.ok) log.error(notebook.error.code)
  const drafts = await openDraftStore(fs, path.join(notebookFolder, 'drafts'))
  const attachments = await openAttachmentStore(fs, path.join(notebookFolder, 'attachments'))
  const backups = await openNotebookBackups({ fs, notebookFolder, notebook, attachments, drafts })
  if (notebook.ok) {
    const dropped = await dropErasedIndex(fs, ownSession.getStoragePath(), notebook.value)
    if (!dropped.ok) log.error(dropped.error.code)
  }
  const secondPlaceMemory = await openSecondPlaceMemory(fs, userData)
  const secondPlace =
    notebook.ok && backups.ok
      ? keepSecondPlace({
          fs,
          memory: secondPlaceMemory,
          backups: backups.value,
          notebookId: notebook.value.head().notebookId,
          notebookFolder,
          now: Date.now,
          onChange: (place) => {
            // A copy that took longer than anybody waits for may end after the window has gone.
            if (!window.isDestroyed()) send('place:changed', place)
          },
        })
      : undefined
  const shownFiles = createShownFiles({
    fs,
    folder: path.join(userData, 'shown'),
    store: attachments,
    openPath: (file) => shell.openPath(file),
  })
  // A viewer may have held a copy while the window closed.
  await shownFiles.clear()

  const files = listRendererFiles(path.join(BUILT, 'renderer'))
  const heldPages = createHeldPages()
  const respond = createAppResponder(files, (hash) => readAttachment(attachments, hash), heldPages.read)
  ownSession.protocol.handle(APP_SCHEME, respond)
  const printSession = session.fromPartition(PRINT_PARTITION)
  hardenSession(printSession)
  printSession.protocol.handle(APP_SCHEME, respond)
  const boot = await openBootFile(fs, path.join(notebookFolder, 'boot'))
  const reportFolder = await openReportFolder(fs, userData)

  const send = <E extends EventName>(name: E, value: Events[E]) => window.webContents.send(name, value)
  const closing = closeGently({
    app,
    window,
    ask: () => send('app:closing', null),
    lastWords: async () => {
      await preferences.save({ window: windowState(window) })
      await exports.cancel()
      await takeAlong.cancel()
      await shownFiles.clear()
      if (drafts.ok) await drafts.value.flush()
      await secondPlace?.settled(SECOND_PLACE_PATIENCE_MS)
      if (backups.ok) await backups.value.close()
      if (notebook.ok) await notebook.value.close()
    },
  })
  const text = () => translator(preferences)
  const chooseExportPlace = createExportDialog(() => window, text)
  const exports = createExportSession({
    fs,
    choosePlace: chooseExportPlace,
    readPhoto: (hash) => readAttachment(attachments, hash),
    delimiter: () => delimiterOf(app.getSystemLocale()),
    newToken: uuidV7,
    now: Date.now,
  })
  const takeAlongDialogs = createTakeAlongDialogs(() => window, text)
  const takeAlong = createTakeAlongSession({
    fs,
    choosePlace: takeAlongDialogs.choosePlace,
    notebook: () => (notebook.ok ? notebook.value.head() : undefined),
    readPhoto: (hash) => readAttachment(attachments, hash),
    delimiter: () => delimiterOf(app.getSystemLocale()),
    version: app.getVersion(),
    newToken: uuidV7,
    now: Date.now,
  })
  const showMenu = async () => {
    // Another language may have been chosen a moment ago.
    await loadCatalogue(shownLanguage(preferences))
    setMenu(text(), process.platform, (command) => send('menu:command', command))
  }
  registerHandlers(
    ipcMain,
    createHandlers({
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
      pickImage: createImagePicker(() => window, text),
      pickReceipt: createReceiptPicker(() => window, text),
      shownFiles,
      pickTables: createTablePicker(() => window, text),
      imports: createImportSession({
        worker: path.join(__dirname, 'importWorker.cjs'),
        newToken: uuidV7,
        now: Date.now,
        onProgress: (progress) => send('import:progress', progress),
      }),
      saveRejected: createRejectedSaver({ fs, choosePlace: chooseExportPlace, text }),
      exports,
      saveText: createTextSaver({ fs, choosePlace: chooseExportPlace }),
      takeAlong,
      takeAlongDialogs,
      supportFacts: () =>
        supportFacts({
          fs,
          logFolder,
          notebookFolder,
          version: app.getVersion(),
          platform: process.platform,
        }),
      chooseLetterPlace: createLetterDialog(fs, () => window, text),
      openLetter: createLetterOpener((url) => shell.openExternal(url), process.platform),
      backups,
      reportFiles: createReportFiles({
        fs,
        folder: reportFolder,
        chooseFolder: createReportFolderDialog(() => window, text),
        print: createReportPrinter({ files, pages: heldPages, printPage }),
        delimiter: () => delimiterOf(app.getSystemLocale()),
      }),
      backupDialogs: createBackupDialogs(() => window, text),
      onBackupProgress: closing.prolong,
      onBackupTaken: () => void secondPlace?.catchUp(),
      secondPlace,
      chooseSecondPlace: createSecondPlaceDialog(() => window, text),
      now: Date.now,
      onReadyToClose: closing.ready,
      onPreferences: () => {
        const { theme } = preferences.get()
        // Other preferences leave alone what was set for the window's colours meanwhile.
        if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
        void showMenu()
      },
    }),
  )
  await showMenu()
  app.on('second-instance', () => bringForward(window))
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('window.gone', { reason: details.reason })
    // Nobody is there any more to finish a file that is on its way out.
    void exports.cancel()
    void takeAlong.cancel()
    // Everything saved is in the journal and every draft on disk: the page comes back with both.
    if (details.reason !== 'clean-exit') window.webContents.reload()
  })
  await loadPage(window)
  // What leaves may be written in any language; no start has to wait for their words.
  await loadEveryCatalogue()
  void secondPlace?.catchUp()
  setInterval(() => void secondPlace?.retry(), SECOND_PLACE_RETRY_MS).unref()
}

/** Backups need a notebook to copy and a store for what is inside of copies. */
async function openNotebookBackups(parts: {
  readonly fs: FsPort
  readonly notebookFolder: string
  readonly notebook: Result<NotebookLog>
  readonly attachments: Result<AttachmentStore>
  readonly drafts: Result<DraftStore>
}): Promise<Result<Backups>> {
  const { fs, notebookFolder, notebook, attachments, drafts } = parts
  if (!notebook.ok) return notebook
  if (!attachments.ok) return attachments
  const opened = await openBackups({
    fs,
    notebookFolder,
    notebook: notebook.value,
    attachments: attachments.value,
    drafts: drafts.ok ? drafts.value : undefined,
    version: app.getVersion(),
    now: Date.now,
    newToken: uuidV7,
  })
  if (!opened.ok) log.error(opened.error.code)
  return opened
}

function translator(preferences: PreferenceStore): Translate {
  return createTranslator(shownLanguage(preferences))
}

function shownLanguage(preferences: PreferenceStore): LanguageChoice {
  const { language } = preferences.get()
  return language === 'system' ? closestLanguage(app.getPreferredSystemLanguages()) : language
}

async function readAttachment(
  attachments: Awaited<ReturnType<typeof openAttachmentStore>>,
  hash: string,
): Promise<Uint8Array | undefined> {
  if (!attachments.ok) return undefined
  const store: AttachmentStore = attachments.value
  const read = await store.get(hash)
  return read.ok ? read.value : undefined
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
