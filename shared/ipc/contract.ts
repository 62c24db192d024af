import type { ChangeSet } from '../changes/changeSet'
import type { ErasureReport, ErasureRequest } from '../erasing/request'
import type { ExportHead } from '../exporting/exportFile'
import type { Language, LanguageChoice } from '../i18n/languages'
import type { ImportOverrides } from '../importing/reading'
import type { LetterTarget } from '../nurture/letters/letterLinks'
import type { Preferences } from '../preferences'
import type { Workbook } from '../reporting/workbook'
import type { WrittenReport } from '../reporting/writtenReport'
import type { Result } from '../result'
import type { SnapshotSummary } from '../snapshot/format'
import type { SnapshotReason } from '../snapshot/reasons'
import type { TakeAlongMoment, TakeAlongSection } from '../takeAlong/contents'
import type { BackupCheck, BackupInfo, BackupList, BackupPage, OpenedFile, SavedCopy } from './backup'
import type { BootSnapshot } from './boot'
import type { ExportedFile, TextEnding } from './exporting'
import type { FileInspection, JournalInspection, SupportFacts } from './health'
import type { ImportProgress, ImportSummary, OfferedFile, OpenedArchive, RecordPage } from './importing'
import type { Appended, JournalPage, LostEntries, NotebookStart } from './journal'
import type { LetterFile, OpenedLetter, SavedLetter } from './letters'
import type { ReportKind, ReportPlace, SavedReport } from './report'
import type { SecondPlace } from './secondPlace'
import type { ReadBack, TakenAlong } from './takeAlong'

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
  'preferences:save': { args: [changes: Partial<Preferences>]; result: Preferences }
  'journal:append': { args: [set: ChangeSet]; result: Appended }
  /** All entries that can't be read, after a look at every one; takes as long as reading the files does. */
  'journal:verify': { args: []; result: readonly LostEntries[] }
  'journal:read': { args: [fromSeq: number]; result: JournalPage }
  /** Numbers up to this one are given: the index holds entries that the journal has lost. */
  'journal:skipTo': { args: [seq: number]; result: null }
  'journal:useDatabase': { args: [databaseName: string]; result: null }
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
  /** Opens the sealed file that was chosen last. */
  'backup:openSealed': { args: [passphrase: string]; result: BackupInfo }
  /** An empty passphrase makes a copy that anybody can open. */
  'backup:saveCopy': { args: [id: string, passphrase: string]; result: SavedCopy | null }
  'place:state': { args: []; result: SecondPlace | null }
  /** `null` when no folder was chosen; then the place is what it was. */
  'place:choose': { args: []; result: SecondPlace | null }
  'place:leave': { args: []; result: null }
  /** Looks at the place; what comes of it is told by `place:changed`. */
  'place:catchUp': { args: []; result: null }
  /** Erases somebody for good; the window must be loaded anew after it, whatever it answers but a refusal. */
  'erasure:run': { args: [request: ErasureRequest]; result: ErasureReport }
  /** Looks at every link and payload of the journal; takes as long as reading the files does. */
  'health:journal': { args: []; result: JournalInspection }
  /** Reads some attachments and holds them against their hashes. */
  'health:files': { args: [hashes: readonly string[]]; result: FileInspection }
  /** Versions, the machine and the log, without a word of the notebook. */
  'health:support': { args: []; result: SupportFacts }
  'letter:saveEml': { args: [letter: LetterFile]; result: SavedLetter | null }
  'letter:open': { args: [target: LetterTarget, text: string]; result: OpenedLetter }
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
  'import:cancel': { args: [token: string]; result: null }
  'import:begin': { args: [id: string]; result: { seq: number } }
  'import:chunk': { args: [set: ChangeSet]; result: { seq: number } }
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
  'export:begin': { args: [head: ExportHead, title: string]; result: string | null }
  'export:write': { args: [token: string, parts: Uint8Array]; result: null }
  'export:finish': { args: [token: string]; result: ExportedFile }
  'export:cancel': { args: [token: string]; result: null }
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
  /** A menu item was chosen; the id is one of the command registry's. */
  'menu:command': string
  'import:progress': ImportProgress
  'place:changed': SecondPlace | null
}
export type EventName = keyof Events

/** The bridge as the page sees it. */
export interface OrchardBridge {
  readonly call: { readonly [C in Channel]: Call<C> }
  /** Listens until the returned function is called. */
  readonly on: <E extends EventName>(name: E, listener: (value: Events[E]) => void) => () => void
}
