import type { OverwriteRules } from '#shared/importing/overwriteRules'
import type { ChosenPlace } from '#shared/importing/planSources'
import type { ImportOverrides } from '#shared/importing/reading'
import type { DuplicateRule } from '#shared/importing/resolveRow'
import type { ImportSummary, OfferedFile, OpenedArchive } from '#shared/ipc/importing'
import type { OrchardError } from '#shared/result'
import type { ImportOutcome, PlannedImport } from './runImport'

/** What a file is waiting for. `done` counts rows or records. */
export type FileStage =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'busy'
      readonly phase: BusyPhase
      readonly done: number
      readonly total?: number
      readonly bytes?: number
    }
  | { readonly kind: 'failed'; readonly error: OrchardError }
  /** An archive: its files stand below it on the desk. */
  | { readonly kind: 'opened'; readonly archive: OpenedArchive }
  | { readonly kind: 'planned'; readonly planned: PlannedImport; readonly refused?: OrchardError }
  | { readonly kind: 'done'; readonly outcome: ImportOutcome }

export type BusyPhase = 'receiving' | 'reading' | 'matching' | 'counting' | 'backup' | 'journal' | 'index'

/** A file on the desk. */
export interface DeskFile {
  readonly token: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly overrides: ImportOverrides
  readonly duplicates: DuplicateRule
  /** Where its costs and figures belong by the person's word. */
  readonly chosen?: ChosenPlace | undefined
  /** What its columns may write over by the person's word. */
  readonly rules?: OverwriteRules | undefined
  readonly stage: FileStage
  /** It is read as the last file with its headings was. */
  readonly isRemembered?: boolean
  readonly summary?: ImportSummary | undefined
  /** Looked into: it is no archive. */
  readonly isSingle?: boolean
  /** The token of the archive that it lay in. */
  readonly inside?: string
}

export type DeskPane = 'file' | 'paste' | 'history'

/** An import that was cut off by the end of the app. It was written whole, or nothing of it was. */
interface InterruptedImport {
  readonly fileName: string
  readonly isWritten: boolean
}

export interface DeskState {
  readonly files: readonly DeskFile[]
  readonly selected?: string | undefined
  /** What is shown: the chosen file, the field for a text, or what was imported before. */
  readonly pane: DeskPane
  /** What stands in the field; it is kept while the person looks at something else. */
  readonly pasted: string
  /** An import whose end nobody saw, since the app ended before. */
  readonly interrupted?: InterruptedImport | undefined
}

/** A file that is still being handed over has a token of our own. */
export const ARRIVING = 'arriving-'

/** A file that nobody has looked at yet. */
export function freshFile(file: OfferedFile): DeskFile {
  return { ...file, overrides: {}, duplicates: 'hold', stage: { kind: 'waiting' } }
}

/** Nothing to take in yet. */
export const EMPTY_DESK: DeskState = { files: [], pane: 'file', pasted: '' }

/**
 * The person's corrections with one more. What columns mean belongs to a header: another row, sheet or divider has
 * columns of its own.
 */
export function corrected(overrides: ImportOverrides, change: ImportOverrides): ImportOverrides {
  const isOtherTable = ['headerRow', 'sheet', 'delimiter', 'encoding'].some((key) =>
    Object.hasOwn(change, key),
  )
  const { columns: _columns, ...kept } = overrides
  return { ...(isOtherTable ? kept : overrides), ...change }
}
