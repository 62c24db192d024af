import { closestLanguage, LANGUAGES } from '#shared/i18n/languages'
import type { DiskState, StartInfo } from '#shared/ipc/contract'
import { err, ok, type Result } from '#shared/result'
import type { AttachmentStore } from '../attachments/attachmentStore'
import type { ShownFiles } from '../attachments/shownFiles'
import type { BootFile } from '../boot/bootFile'
import type { PickFile } from '../dialogs/pickImage'
import type { DraftStore } from '../drafts/draftStore'
import { type FsPort, fsFailure } from '../files/fsPort'
import { log } from '../log'
import type { NotebookLog } from '../notebook/notebookLog'
import type { PreferenceStore } from '../preferences/preferenceStore'
import type { IndexFolder } from '../storage/indexFolder'
import { type ArrivalHandlerParts, createArrivalHandlers } from './createArrivalHandlers'
import { type BackupHandlerParts, createBackupHandlers, rebuildStart } from './createBackupHandlers'
import { createDragHandlers, type DragHandlerParts } from './createDragHandlers'
import { createErasureHandlers, type ErasureHandlerParts } from './createErasureHandlers'
import { createExportHandlers, type ExportHandlerParts } from './createExportHandlers'
import { createHealthHandlers, type HealthHandlerParts } from './createHealthHandlers'
import { createImportHandlers, type ImportHandlerParts } from './createImportHandlers'
import { createLetterHandlers, type LetterHandlerParts } from './createLetterHandlers'
import { createNoticeHandlers, type NoticeHandlerParts } from './createNoticeHandlers'
import { createReportHandlers, type ReportHandlerParts } from './createReportHandlers'
import { createSecondPlaceHandlers, type SecondPlaceHandlerParts } from './createSecondPlaceHandlers'
import { createTakeAlongHandlers, type TakeAlongHandlerParts } from './createTakeAlongHandlers'
import type { NotebookHandlers } from './handle'
import type { RenewalParts } from './renewal'

/** The abilities that the calls of the window are made of. */
export interface HandlerParts
  extends ArrivalHandlerParts,
    BackupHandlerParts,
    DragHandlerParts,
    ErasureHandlerParts,
    ExportHandlerParts,
    HealthHandlerParts,
    ImportHandlerParts,
    LetterHandlerParts,
    NoticeHandlerParts,
    ReportHandlerParts,
    SecondPlaceHandlerParts,
    TakeAlongHandlerParts {
  readonly version: string
  readonly platform: NodeJS.Platform
  readonly systemLanguages: () => readonly string[]
  readonly fs: FsPort
  readonly notebookFolder: string
  /** The notebook, or why it could not be opened: the window says so in words. */
  readonly notebook: Result<NotebookLog>
  readonly drafts: Result<DraftStore>
  readonly attachments: Result<AttachmentStore>
  readonly preferences: PreferenceStore
  readonly pickImage: PickFile
  readonly pickReceipt: PickFile
  readonly shownFiles: Pick<ShownFiles, 'show' | 'clear'>
  readonly boot: BootFile
  readonly indexFolder: Pick<IndexFolder, 'setAside' | 'forgetAside'>
  readonly now: () => number
  readonly onReadyToClose: () => void
  /** What the window seals its rows with; undefined for a notebook without a lock. */
  readonly rowKey?: Uint8Array | undefined
  /** The notebook was written anew just now, sealed or open. */
  readonly isAnew: boolean
  readonly onPreferences: () => void
  /** Loads the window's page anew. */
  readonly reloadWindow: () => void
}

/** One function a channel, each a few lines over a part. */
export function createHandlers(parts: HandlerParts): NotebookHandlers {
  const { notebook, drafts, attachments, preferences } = parts
  let pages = 0
  const generation = () => (notebook.ok ? notebook.value.head().generation : 0)
  const renewing: RenewalParts['renewing'] = async (begin) => {
    const before = { pages, generation: generation() }
    const done = await begin()
    // The page that asked has died, and the one that came in its place may show what has ended.
    if (generation() !== before.generation && pages !== before.pages) parts.reloadWindow()
    return done
  }
  return {
    'app:start': async () => {
      if (!notebook.ok) return notebook
      pages += 1
      notebook.value.release()
      return ok(await startInfo(parts, notebook.value))
    },
    'app:disk': () => diskState(parts),
    'app:readyToClose': async () => {
      parts.onReadyToClose()
      return ok(null)
    },
    'preferences:save': async (changes) => {
      const saved = await preferences.save(changes)
      parts.onPreferences()
      return saved
    },
    'journal:append': async (set) => (notebook.ok ? notebook.value.append(set) : notebook),
    'boot:save': async (snapshot) => {
      if (!notebook.ok) return notebook
      const { notebookId, generation } = notebook.value.head()
      // A picture of the time before a restore or an erasure would show who is gone.
      return snapshot.generation === generation ? parts.boot.save(notebookId, snapshot) : ok(null)
    },
    'journal:verify': async () => (notebook.ok ? notebook.value.verify() : notebook),
    'journal:read': async (fromSeq) => (notebook.ok ? notebook.value.read(fromSeq) : notebook),
    'journal:skipTo': async (seq) => (notebook.ok ? notebook.value.skipTo(seq) : notebook),
    'journal:useDatabase': async (name) => (notebook.ok ? notebook.value.useDatabase(name) : notebook),
    'index:setAside': () => parts.indexFolder.setAside(),
    'index:forgetAside': () => parts.indexFolder.forgetAside(),
    'draft:save': async (name, text) => {
      if (!drafts.ok) return drafts
      // The window that is about to be loaded anew may still hold a text about the erased.
      if (notebook.ok && notebook.value.isErasing()) return err('erasure.running')
      const saved = await drafts.value.save(name, new TextEncoder().encode(text))
      return saved.ok ? ok({ savedAt: parts.now() }) : saved
    },
    'draft:list': async () => (drafts.ok ? listDrafts(drafts.value) : drafts),
    'draft:remove': async (name) => {
      if (!drafts.ok) return drafts
      const removed = await drafts.value.remove(name)
      return removed.ok ? ok(null) : removed
    },
    'attachment:put': async (bytes) => (attachments.ok ? attachments.value.put(bytes) : attachments),
    'attachment:pickImage': () => parts.pickImage(),
    'attachment:pickReceipt': () => parts.pickReceipt(),
    'attachment:open': (hash) => parts.shownFiles.show(hash),
    ...createArrivalHandlers(parts),
    ...createBackupHandlers({ ...parts, renewing }),
    ...createDragHandlers(parts),
    ...createErasureHandlers({ ...parts, renewing }),
    ...createExportHandlers(parts),
    ...createHealthHandlers(parts),
    ...createImportHandlers(parts),
    ...createLetterHandlers(parts),
    ...createNoticeHandlers(parts),
    ...createReportHandlers(parts),
    ...createSecondPlaceHandlers(parts),
    ...createTakeAlongHandlers(parts),
    'log:report': async (code, where) => {
      log.error(code, { where })
      return ok(null)
    },
  }
}

async function startInfo(parts: HandlerParts, notebook: NotebookLog): Promise<StartInfo> {
  const preferences = parts.preferences.get()
  const { language } = preferences
  return {
    version: parts.version,
    platform: parts.platform === 'darwin' || parts.platform === 'win32' ? parts.platform : 'linux',
    preferences,
    language: language === 'system' ? closestLanguage(parts.systemLanguages()) : language,
    shippedLanguages: LANGUAGES,
    notebook: {
      ...notebook.head(),
      ...(await rebuildStart(parts.backups, notebook)),
      ...(parts.rowKey && { rowKey: parts.rowKey }),
      ...(parts.isAnew && { isAnew: true as const }),
    },
    boot: await parts.boot.read(notebook.head()),
  }
}

async function diskState(parts: HandlerParts): Promise<Result<DiskState>> {
  try {
    return ok({ freeBytes: await parts.fs.freeBytes(parts.notebookFolder) })
  } catch (error) {
    return fsFailure('disk', error)
  }
}

/** A draft that is damaged in both slots is left where it is and said in the log; the others are still given. */
async function listDrafts(drafts: DraftStore): Promise<Result<{ name: string; text: string }[]>> {
  const names = await drafts.list()
  if (!names.ok) return names
  const listed: { name: string; text: string }[] = []
  for (const name of names.value) {
    const loaded = await drafts.load(name)
    if (!loaded.ok) log.warn(loaded.error.code)
    else if (loaded.value !== null) listed.push({ name, text: new TextDecoder().decode(loaded.value) })
  }
  return ok(listed)
}
