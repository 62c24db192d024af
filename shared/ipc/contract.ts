import type { ChangeSet } from '../changes/changeSet'
import type { ErasureProgress, ErasureReport, ErasureRequest } from '../erasing/request'
import type { ExportHead } from '../exporting/exportFile'
import type { Language, LanguageChoice } from '../i18n/languages'
import type { RateSheet } from '../importing/rates/rateSeries'
import type { ImportOverrides } from '../importing/reading'
import type { LetterTarget } from '../nurture/letters/letterLinks'
import type { Preferences } from '../preferences'
import type { Workbook } from '../reporting/workbook'
import type { WrittenReport } from '../reporting/writtenReport'
import type { Result } from '../result'
import type { SnapshotSummary } from '../snapshot/format'
import type { SnapshotReason } from '../snapshot/reasons'
import type { TakeAlongMoment, TakeAlongSection } from '../takeAlong/contents'
import type { Arrival } from './arrivals'
import type { BackupCheck, BackupInfo, BackupList, BackupPage, OpenedFile, SavedCopy } from './backup'
import type { BootSnapshot } from './boot'
import type { ExportedFile, TextEnding } from './exporting'
import type { FileInspection, JournalInspection, SupportFacts } from './health'
import type { ImportProgress, ImportSummary, OfferedFile, OpenedArchive, RecordPage } from './importing'
import type { Appended, JournalPage, LostEntries, NotebookStart } from './journal'
import type { LetterFile, OpenedLetter, SavedLetter } from './letters'
import type { LockState, NewLock } from './lock'
import type { ShownNotice, SystemNotice } from './notices'
import type { ReportKind, ReportPlace, SavedReport } from './report'
import type { SecondPlace } from './secondPlace'
import type { ReadBack, TakenAlong } from './takeAlong'
import type { UpdateState } from './updates'

/** Everything the window needs before it can paint, in one call. */
export interface StartInfo {
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly preferences: Preferences
  /** The language chosen or, for `system`, the closest one we ship. */
  readonly language: LanguageChoice
  readonly shippedLanguages: readonly Language[]
  readonly notebook: NotebookStart
  /** What can be painted before the index is open; null unless it speaks of the journal as it stands. */
  readonly boot: BootSnapshot | null
}

export interface DiskState {
  readonly freeBytes: number
}

export interface StoredFile {
  readonly hash: string
  readonly sizeBytes: number
}

/** A file that the person chose, with the media type that its bytes show. */
export interface PickedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface DraftText {
  readonly name: string
  readonly text: string
}

/**
 * Every call the window can make. Preload, handlers, guards and the test fake all derive from this map.
 * Channels are abilities, never `fs:*`; none takes or gives a path.
 */
export interface Contract {
  'app:start': { args: []; result: StartInfo }
  'app:disk': { args: []; result: DiskState }
  'boot:save': { args: [snapshot: BootSnapshot]; result: null }
  'app:readyToClose': { args: []; result: null }
  /** What was opened from outside since the last call; each is given once. */
  'arrival:take': { args: []; result: readonly Arrival[] }
  'preferences:save': { args: [changes: Partial<Preferences>]; result: Preferences }
  /** How the lock stands; answered also while nothing of the notebook may be read, as all of `lock:` is. */
  'lock:state': { args: []; result: LockState }
  /**
   * Opens the notebook with its passphrase. Errors: `lock.wrong` and `lock.wait`, each with how long to wait before the
   * next try, `lock.damaged`, and whatever keeps a notebook from being opened.
   */
  'lock:unlock': { args: [passphrase: string]; result: null }
  /** Opens it with its recovery code and gives it another passphrase. Errors as of `lock:unlock`, `lock.badCode`. */
  'lock:recover': { args: [code: string, passphrase: string]; result: null }
  /** Locks it; the window is loaded anew by it. Error: `lock.off`. */
  'lock:now': { args: []; result: null }
  /** The window has kept what only it had: it may be locked. */
  'lock:ready': { args: []; result: null }
  /** Somebody is at the window: it does not lock by itself for a while. */
  'lock:used': { args: []; result: null }
  /** Makes the key of a lock that `lock:turnOn` will put on. */
  'lock:prepare': { args: [passphrase: string]; result: NewLock }
  /** Begins to seal the notebook; the window is loaded anew and told by `lock:changed`. Error: `lock.notPrepared`. */
  'lock:turnOn': { args: []; result: null }
  /** Begins to open it for good. Errors: `lock.wrong`, `lock.wait`. */
  'lock:turnOff': { args: [passphrase: string]; result: null }
  /** Another passphrase for the same key. Errors: `lock.wrong`, `lock.wait`, `lock.diskFull` ... */
  'lock:change': { args: [passphrase: string, next: string]; result: null }
  /** Another recovery code; the one before opens no longer what lies here. Errors as of `lock:change`. */
  'lock:newSheet': { args: [passphrase: string]; result: NewLock }
  'journal:append': { args: [set: ChangeSet]; result: Appended }
  /** All entries that can't be read, after a look at every one; takes as long as reading the files does. */
  'journal:verify': { args: []; result: readonly LostEntries[] }
  'journal:read': { args: [fromSeq: number]; result: JournalPage }
  /** Numbers up to this one are given: the index holds entries that the journal has lost. */
  'journal:skipTo': { args: [seq: number]; result: null }
  'journal:useDatabase': { args: [databaseName: string]; result: null }
  /**
   * Moves the browser's store, which can't be opened, out of the way of a new one. Errors: `index.diskFull` and the like;
   * then it stands where it stood, and where its files were busy the next start moves it.
   */
  'index:setAside': { args: []; result: null }
  /** Removes what earlier starts have set aside. */
  'index:forgetAside': { args: []; result: null }
  'draft:save': { args: [name: string, text: string]; result: { savedAt: number } }
  'draft:list': { args: []; result: readonly DraftText[] }
  'draft:remove': { args: [name: string]; result: null }
  'attachment:put': { args: [bytes: Uint8Array]; result: StoredFile }
  'attachment:pickImage': { args: []; result: PickedFile | null }
  /** A photo or a PDF. */
  'attachment:pickReceipt': { args: []; result: PickedFile | null }
  /** Shows a kept photo or PDF in the system's own viewer. */
  'attachment:open': { args: [hash: string]; result: null }
  'backup:begin': { args: [reason: SnapshotReason]; result: string }
  'backup:write': { args: [token: string, lines: Uint8Array]; result: null }
  'backup:finish': { args: [token: string, summary: SnapshotSummary]; result: BackupInfo }
  'backup:abandon': { args: [token: string]; result: null }
  'backup:list': { args: []; result: BackupList }
  'backup:check': { args: [id: string]; result: BackupCheck }
  'backup:read': { args: [id: string, cursor: number]; result: BackupPage }
  'backup:restore': { args: [id: string, evenWithoutWayBack: boolean]; result: null }
  'backup:openFile': { args: []; result: OpenedFile | null }
  /** Opens the backup that was opened with Orchard from outside; `null` when there is none. */
  'backup:openGiven': { args: []; result: OpenedFile | null }
  /** Opens the sealed file that was chosen last. */
  'backup:openSealed': { args: [passphrase: string]; result: BackupInfo }
  /** An empty passphrase makes a copy that anybody can open. */
  'backup:saveCopy': { args: [id: string, passphrase: string]; result: SavedCopy | null }
  'place:state': { args: []; result: SecondPlace | null }
  /** `null` when no folder was chosen; then the place is what it was. */
  'place:choose': { args: []; result: SecondPlace | null }
  /** Seals the copies there with a passphrase, or with an empty one no longer; they are made anew. */
  'place:seal': { args: [passphrase: string]; result: SecondPlace }
  'place:leave': { args: []; result: null }
  /** Looks at the place; what comes of it is told by `place:changed`. */
  'place:catchUp': { args: []; result: null }
  /** Erases somebody for good; the window must be loaded anew after it, whatever it answers but a refusal. */
  'erasure:run': { args: [request: ErasureRequest]; result: ErasureReport }
  /**
   * Looks at every link and payload of the journal; takes as long as reading the files does, and tells by
   * `health:progress` how far it is. Error: `health.givenUp` after `health:stop`.
   */
  'health:journal': { args: []; result: JournalInspection }
  /** Ends such a look that is under way. */
  'health:stop': { args: []; result: null }
  /** Reads some attachments and holds them against their hashes. */
  'health:files': { args: [hashes: readonly string[]]; result: FileInspection }
  /** Versions, the machine and the log, without a word of the notebook. */
  'health:support': { args: []; result: SupportFacts }
  'letter:saveEml': { args: [letter: LetterFile]; result: SavedLetter | null }
  'letter:open': { args: [target: LetterTarget, text: string]; result: OpenedLetter }
  /** How many people there are to write to today, for the icon beside the clock. */
  'tray:toWrite': { args: [count: number]; result: null }
  /** Says something through the system, beside the window. */
  'notice:show': { args: [notice: SystemNotice]; result: ShownNotice }
  /** What is known of new versions; answered also while nothing of the notebook may be read, as all of `update:` is. */
  'update:state': { args: []; result: UpdateState }
  /** Asks which version is the newest; that may take as long as a network does. */
  'update:look': { args: []; result: UpdateState }
  /** Fetches the version that was found, to be installed when Orchard is quit. */
  'update:fetch': { args: []; result: UpdateState }
  'import:pick': { args: []; result: readonly OfferedFile[] }
  'import:offer': { args: [fileName: string, sizeBytes: number, firstBytes: Uint8Array]; result: OfferedFile }
  'import:paste': { args: [fileName: string, text: string]; result: OfferedFile }
  'import:offerChunk': { args: [token: string, bytes: Uint8Array]; result: null }
  'import:unpack': { args: [token: string]; result: OpenedArchive | null }
  'import:read': { args: [token: string, overrides: ImportOverrides]; result: ImportSummary }
  'import:saveRejected': {
    args: [token: string, overrides: ImportOverrides]
    result: ExportedFile | null
  }
  'import:records': { args: [token: string, from: number]; result: RecordPage }
  'import:rates': { args: [token: string]; result: RateSheet }
  'import:cancel': { args: [token: string]; result: null }
  'import:begin': { args: [id: string]; result: { seq: number } }
  /** A part of a change-set, as the UTF-8 of its JSON. */
  'import:chunk': { args: [set: Uint8Array]; result: { seq: number } }
  'import:commit': { args: [id: string, chunks: number]; result: { seq: number; savedAt: number } }
  'import:abandon': { args: [id: string]; result: null }
  'report:place': { args: []; result: ReportPlace }
  'report:save': {
    args: [report: WrittenReport, kinds: readonly ReportKind[], elsewhere: boolean]
    result: SavedReport | null
  }
  /** Writes a spreadsheet of figures to the same folder; `null` when no folder was chosen. */
  'report:saveWorkbook': { args: [title: string, workbook: Workbook]; result: SavedReport | null }
  /** A text of our own making, to a place that the person chooses; null when they think better of it. */
  'export:saveText': {
    args: [ending: TextEnding, title: string, content: string]
    result: ExportedFile | null
  }
  /** Shows a file or folder that this run has saved where it lies, by the name that the window was told. */
  'export:show': { args: [name: string]; result: null }
  'export:begin': { args: [head: ExportHead, title: string]; result: string | null }
  'export:write': { args: [token: string, parts: Uint8Array]; result: null }
  'export:finish': { args: [token: string]; result: ExportedFile }
  'export:cancel': { args: [token: string]; result: null }
  /** Begins a file to be dragged out: written as any export, `export:finish` hands it to the pointer. */
  'drag:begin': { args: [head: ExportHead, title: string]; result: string }
  /** Hands over a file that this run has saved, by the name that the window was told. */
  'drag:saved': { args: [fileName: string]; result: null }
  'folder:begin': { args: [moment: TakeAlongMoment]; result: string | null }
  'folder:open': { args: [token: string, section: TakeAlongSection]; result: null }
  'folder:write': { args: [token: string, content: Uint8Array]; result: null }
  'folder:finish': { args: [token: string, summary: SnapshotSummary]; result: TakenAlong }
  'folder:cancel': { args: [token: string]; result: null }
  'folder:readBack': { args: []; result: ReadBack | null }
  'log:report': { args: [code: string, where: string]; result: null }
}

export type Channel = keyof Contract
export type ArgsOf<C extends Channel> = Contract[C]['args']
export type ResultOf<C extends Channel> = Contract[C]['result']
export type Call<C extends Channel> = (...args: ArgsOf<C>) => Promise<Result<ResultOf<C>>>

/** What the main process tells the window without being asked. */
export interface Events {
  /** The person wants to close: finish what is under way, then call `app:readyToClose`. */
  'app:closing': null
  /** The notebook is about to be locked: keep what only the window has, then call `lock:ready`. */
  'lock:closing': null
  /** `lock:state` has another answer. */
  'lock:changed': null
  /** A menu item was chosen; the id is one of the command registry's. */
  'menu:command': string
  /** Something was opened from outside: `arrival:take` gives it. */
  'arrival:waiting': null
  'import:progress': ImportProgress
  'place:changed': SecondPlace | null
  /** How far the look at the journal is, in entries. */
  'health:progress': { readonly done: number; readonly total: number }
  'erasure:progress': ErasureProgress
  'update:changed': UpdateState
}
export type EventName = keyof Events

/** The bridge as the page sees it. */
export interface OrchardBridge {
  readonly call: { readonly [C in Channel]: Call<C> }
  /** Listens until the returned function is called. */
  readonly on: <E extends EventName>(name: E, listener: (value: Events[E]) => void) => () => void
}
