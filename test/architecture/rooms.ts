/**
 * The rooms of `shared/` from the simplest up: each may import those before it and none after it. A new room
 * is put where it belongs here before its first file.
 */
export const SHARED_ROOMS: readonly string[] = [
  'result',
  'grouping',
  'identity',
  'links',
  'i18n',
  'preferences',
  'time',
  'money',
  'holidays',
  'records',
  'changes',
  'ownFields',
  'matching',
  'duplicates',
  'merging',
  'search',
  'capture',
  'carriers',
  'leads',
  'importing',
  'nurture',
  'library',
  'timeline',
  'measures',
  'segments',
  'trade',
  'costs',
  'sample',
  'lifetime',
  'insights',
  'reporting',
  'exporting',
  'lock',
  'snapshot',
  'erasing',
  'access',
  'takeAlong',
  'ipc',
  'health',
]

/**
 * What every feature of the window may use: the foundations, and what the frame gives down to all (how to reach the
 * main process, what the person prefers).
 */
export const WINDOW_FOUNDATIONS: readonly string[] = [
  'store',
  'view',
  'ui',
  'i18n',
  'edits',
  'privacy',
  'shell/BridgeContext',
  'settings/PreferencesContext',
]

/** What the foundations themselves may use of the window, beside their own room. */
export const FOUNDATION_EDGES: Readonly<Record<string, readonly string[]>> = {
  ui: [],
  i18n: [],
  view: [],
  // The store speaks to the worker by its protocol; the worker writes the store's schema.
  store: ['workers'],
  workers: ['store'],
  // The usual edits, told to the person when they fail.
  // They are kept on disk while they are written, through the bridge.
  edits: ['store', 'i18n', 'ui', 'shell/BridgeContext'],
  // What is hidden while a buyer looks, in one place.
  privacy: ['view', 'i18n', 'ui'],
}

/** The one feature that knows the others, since it shows them. */
export const FRAME = 'shell'

/** A feature's declared way to another: a whole room, or one file of it. Add a line only with a reason. */
export const FEATURE_EDGES: Readonly<Record<string, readonly string[]>> = {
  // An empty place shows the steps of the first hour, the sample notebook among them.
  firstHour: ['sample/SampleOffer', 'backup/BackupsContext'],
  fair: ['firstHour/FirstHour'],
  // An empty list offers the sample notebook; the list can be narrowed to a segment, called as it is called there.
  notebook: [
    'sample/SampleOffer',
    'nurture',
    'duplicates',
    'carriers',
    'segments/segmentName',
    'erasing',
    'access',
    'appointments',
    'dragging/useDragOut',
    'finding',
  ],
  // What was merged can be taken back where it is told.
  duplicates: ['commands/useUndo', 'backup/BackupsContext'],
  // Drafts are kept and a backup is taken first; what it is made of is what stays.
  erasing: ['savedFiles', 'backup/BackupsContext', 'backup/backups', 'shell/useKeepDrafts'],
  // Who is not kept is erased like anybody else.
  retention: ['erasing/EraseDialog'],
  // Entries of the journal are handed to the worker as a replay hands them.
  health: ['workers/notebookProtocol', 'savedFiles'],
  // Fields and values are called as the page and its history call them.
  access: ['savedFiles', 'notebook/fieldNames', 'notebook/useFieldWords'],
  // A missing rate is added where it is missed; hours are a part of the place.
  channels: ['settings/RateDialog', 'carriers', 'hours/HoursTab'],
  // Backups, the way out as a whole and the log of exports are sections of the settings page.
  settings: [
    'backup/BackupsSection',
    'lock/LockSection',
    'exporting/ExportLogSection',
    'takeAlong/TakeAlongSection',
  ],
  // What was saved can be dragged on, and be seen where it lies, from where it is told.
  savedFiles: ['dragging/useDragOut'],
  // A list of ours is called as it is called there.
  exporting: ['carriers/useCarrierName', 'savedFiles'],
  report: ['savedFiles'],
  // Who is invited is put on a plan, and undone, like everybody who is.
  invitations: ['nurture', 'plans/usePlanCommit'],
  // A passphrase is typed into the same field everywhere.
  lock: ['backup/PassphraseField'],
  // The shape of the worker's answer.
  backup: ['workers/takeBackProtocol'],
  // A folder is read back the way a backup is restored.
  takeAlong: ['savedFiles', 'backup/BackupsContext', 'backup/RestoreDialog'],
  // What was taken in can be taken back where it is told.
  importing: ['commands/useUndo', 'savedFiles'],
  // What is planned for a customer, and writing to them, is shown in several places.
  // Beside it the shapes of the worker's answers.
  today: [
    'savedFiles',
    'nurture',
    'firstHour/FirstHour',
    'firstHour/FirstHourLine',
    'appointments',
    'workers/cardDebtReader',
    'workers/catchUpReader',
  ],
  // A talk that took place pauses plans like any other.
  appointments: ['savedFiles', 'nurture/useNamedCommit', 'finding'],
  // Whom the hours were spent with.
  hours: ['finding', 'savedFiles'],
  // A letter that was saved as a file can be seen where it lies.
  nurture: ['savedFiles'],
  timeline: ['nurture', 'plans'],
  // What is asked before many are put on a plan, and undone; the shape of the worker's answer. A segment that is put on
  // one is called as it is called elsewhere.
  plans: ['nurture', 'commands/useUndo', 'workers/planRehearsal', 'segments/segmentName'],
  // The shapes of the worker's answers.
  carriers: ['workers/carrierReader'],
  segments: ['workers/segmentProtocol'],
  // Segments and reports are parts of the place; a missing rate is added where it is missed.
  insights: [
    'segments/SegmentsTab',
    'reports/ReportsTab',
    'settings/RateDialog',
    'settings/RateImportDialog',
    'savedFiles',
  ],
  // A report can be narrowed to a customer, and to a segment, called as it is called there.
  reports: ['segments/segmentName', 'finding', 'savedFiles'],
  // A template is tried on a customer with the values that a letter would get.
  library: ['nurture/briefValues'],
}

/** The only files that may know the `electron` package, types included. */
export const ELECTRON_PLACES: readonly string[] = [
  'electron/main.ts',
  'electron/openNotebook.ts',
  'electron/window.ts',
  'electron/preload.ts',
  'electron/menu.ts',
  'electron/arrivals/listenForArrivals.ts',
  'electron/closing.ts',
  'electron/ipc',
  'electron/engine',
  'electron/security',
  'electron/protocol',
  'electron/dialogs',
]

/** The preload script is the bridge and nothing else. */
export const PRELOAD_IMPORTS: readonly string[] = [
  'shared/identity.ts',
  'shared/ipc/channels.ts',
  'shared/ipc/contract.ts',
]
