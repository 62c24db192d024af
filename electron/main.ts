import path from 'node:path'
import {
  app,
  type BrowserWindow,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  Tray,
} from 'electron'
import { v7 as uuidV7 } from 'uuid'
import { loadCatalogue, loadEveryCatalogue } from '#shared/i18n/catalogues'
import { closestLanguage, type LanguageChoice } from '#shared/i18n/languages'
import { createTranslator, type Translate } from '#shared/i18n/translator'
import {
  APP_ID,
  APP_SCHEME,
  DRAGGED_FOLDER,
  LINK_SCHEME,
  PARTITION,
  PRINT_PARTITION,
  SHOWN_FOLDER,
} from '#shared/identity'
import type { EventName, Events } from '#shared/ipc/contract'
import { LOCK_MINUTES_DEFAULT } from '#shared/ipc/lock'
import type { ArrivalBox } from './arrivals/arrivalBox'
import { type Front, listenForArrivals } from './arrivals/listenForArrivals'
import { closeGently } from './closing'
import { collectSooner } from './engine/collectSooner'
import { letFieldsFollowLanguage } from './engine/languageOfFields'
import { emptyFolder } from './files/emptyFolder'
import { nodeFs } from './files/fsPort'
import { createLockHandlers } from './ipc/createLockHandlers'
import { createUpdateHandlers } from './ipc/createUpdateHandlers'
import { registerHandlers } from './ipc/handle'
import { clearIndex } from './lock/clearIndex'
import { lockAlone } from './lock/lockAlone'
import { NotebookGate } from './lock/notebookGate'
import { waitForWindow } from './lock/waitForWindow'
import { log, openLog } from './log'
import { setMenu } from './menu'
import { type Frame, type OpenNotebook, openNotebook } from './openNotebook'
import { openPreferenceStore, type PreferenceStore } from './preferences/preferenceStore'
import { createAppResponder, registerAppScheme } from './protocol/appProtocol'
import { listRendererFiles } from './protocol/rendererFiles'
import { createHeldPages } from './reports/heldPages'
import { hardenAllContents } from './security/hardenContents'
import { hardenSession } from './security/hardenSession'
import { createTrayIcon } from './tray/tray'
import { trayImage } from './tray/trayImage'
import { findUpdateEngine } from './updates/updateEngine'
import { createUpdates } from './updates/updates'
import { createWindow, loadPage, windowState } from './window'

// The bundle lies in out/main, the window beside it.
const BUILT = path.join(__dirname, '..')

/** How often a second place that was away is looked for. */
const SECOND_PLACE_RETRY_MS = 60_000

// First of all: a second instance must not touch the notebook, only bring the first one forward.
if (app.requestSingleInstanceLock()) start()
else app.exit(0)

function start(): void {
  app.enableSandbox()
  letFieldsFollowLanguage(app)
  collectSooner(app)
  app.setAppUserModelId(APP_ID)
  registerAppScheme(protocol)
  hardenAllContents(app)
  app.on('window-all-closed', () => app.quit())
  // A development run would leave its own path behind as what opens the links of the system.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  const front: Front = { reveal: () => undefined, tell: () => undefined }
  const arrivals = listenForArrivals(app, front)
  void app.whenReady().then(() => run(front, arrivals))
}

async function run(front: Front, arrivals: ArrivalBox): Promise<void> {
  const fs = nodeFs
  const userData = app.getPath('userData')
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
  const files = listRendererFiles(path.join(BUILT, 'renderer'))
  const heldPages = createHeldPages()
  const respond = createAppResponder(
    files,
    async (hash) => gate.current()?.readAttachment(hash),
    heldPages.read,
  )
  ownSession.protocol.handle(APP_SCHEME, respond)
  const printSession = session.fromPartition(PRINT_PARTITION)
  hardenSession(printSession)
  printSession.protocol.handle(APP_SCHEME, respond)

  const send = <E extends EventName>(name: E, value: Events[E]) => {
    if (!window.isDestroyed()) window.webContents.send(name, value)
  }
  const text = () => translator(preferences)
  const tray = createTrayIcon({
    make: () => new Tray(trayImage(nativeImage)),
    buildMenu: (items) => Menu.buildFromTemplate(items),
    text,
    reveal: () => front.reveal(),
    command: (id) => send('menu:command', id),
    quit: () => app.quit(),
  })
  const closing = closeGently({
    app,
    window,
    staysOpen: () => preferences.get().tray === 'keeps' && tray.isShown(),
    ask: () => send('app:closing', null),
    lastWords: async () => {
      await preferences.save({ window: windowState(window) })
      await gate.close()
    },
  })
  /** The native menu and the icon beside the clock, as the preferences are now. */
  const showMenu = async () => {
    // Another language may have been chosen a moment ago.
    await loadCatalogue(shownLanguage(preferences))
    setMenu(text(), process.platform, (command) => send('menu:command', command))
    tray.follow((preferences.get().tray ?? 'off') !== 'off')
  }
  const locking = waitForWindow(() => send('lock:closing', null))
  const frame: Frame = {
    fs,
    userData,
    logFolder,
    session: ownSession,
    window,
    preferences,
    arrivals,
    tray,
    files,
    heldPages,
    importWorker: path.join(__dirname, 'importWorker.cjs'),
    newId: uuidV7,
    send,
    text,
    reveal: () => front.reveal(),
    reload: () => loadPage(window),
    onReadyToClose: closing.ready,
    onBackupProgress: closing.prolong,
    onPreferences: () => {
      const { theme } = preferences.get()
      // Other preferences leave alone what was set for the window's colours meanwhile.
      if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
      void showMenu()
    },
  }
  const gate = new NotebookGate<OpenNotebook>({
    fs,
    userData,
    sessionFolder: ownSession.getStoragePath(),
    open: (keyring, how) => openNotebook(frame, keyring, how),
    askWindow: locking.ask,
    reload: frame.reload,
    clearIndex: () => clearIndex(ownSession),
    onChange: () => {
      const { isOn, isLocked } = gate.state()
      // A number beside the clock, and names of files that were opened lately, are of the notebook too.
      if (isLocked) tray.toWrite(undefined)
      if (isOn) app.clearRecentDocuments()
      if (!isLocked) gate.current()?.catchUp()
      send('lock:changed', null)
    },
    language: () => shownLanguage(preferences),
    now: Date.now,
  })
  // What a viewer was shown, or what was dragged out, must not lie in the open behind a lock, even after a crash.
  for (const folder of [SHOWN_FOLDER, DRAGGED_FOLDER]) await emptyFolder(fs, path.join(userData, folder))
  await gate.start()
  const onUsed = lockAlone({
    monitor: powerMonitor,
    minutes: () => preferences.get().lockMinutes ?? LOCK_MINUTES_DEFAULT,
    lock: () => void gate.lock(),
    // Asked by its name each time: a test moves the clock of the main process.
    now: () => Date.now(),
  })
  const lockHandlers = createLockHandlers({
    gate,
    onReadyToLock: locking.ready,
    onUsed,
    onReadyToClose: closing.ready,
  })
  const updates = createUpdates({
    ownVersion: app.getVersion(),
    loadEngine: await findUpdateEngine(fs, {
      isPackaged: app.isPackaged,
      platform: process.platform,
      resourcesPath: process.resourcesPath,
      portableFile: process.env.PORTABLE_EXECUTABLE_FILE,
      appImage: process.env.APPIMAGE,
    }),
    tell: (state) => send('update:changed', state),
  })
  const always = { ...lockHandlers, ...createUpdateHandlers(updates) }
  registerHandlers(ipcMain, () => ({ ...gate.current()?.handlers, ...always }))
  await showMenu()
  front.reveal = () => bringForward(window)
  front.tell = () => send('arrival:waiting', null)
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('window.gone', { reason: details.reason })
    // Nobody is there any more to finish a file that is on its way out.
    gate.current()?.cancelOutgoing()
    // Everything saved is in the journal and every draft on disk: the page comes back with both.
    if (details.reason !== 'clean-exit') window.webContents.reload()
  })
  await loadPage(window)
  // What leaves may be written in any language; no start has to wait for their words.
  await loadEveryCatalogue()
  gate.current()?.catchUp()
  void updates.atStart(preferences.get())
  setInterval(() => gate.current()?.retry(), SECOND_PLACE_RETRY_MS).unref()
}

function translator(preferences: PreferenceStore): Translate {
  return createTranslator(shownLanguage(preferences))
}

function shownLanguage(preferences: PreferenceStore): LanguageChoice {
  const { language } = preferences.get()
  return language === 'system' ? closestLanguage(app.getPreferredSystemLanguages()) : language
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
