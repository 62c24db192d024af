import { createStore, type StoreApi } from 'zustand/vanilla'
import { deleteChange } from '#shared/changes/buildChange'
import { mappingOf, overridesOf } from '#shared/importing/mappings'
import type { ChosenPlace } from '#shared/importing/planSources'
import type { ImportOverrides } from '#shared/importing/reading'
import type { DuplicateRule } from '#shared/importing/resolveRow'
import type { OrchardBridge } from '#shared/ipc/contract'
import {
  type ImportSummary,
  OFFER_CHUNK_BYTES,
  type OfferedFile,
  type OpenedArchive,
} from '#shared/ipc/importing'
import { err, type OrchardError, ok, type Result } from '#shared/result'
import type { Notebook } from './notebook'
import { mappingFor } from './queries/importMappings'
import { type ImportOutcome, type ImportParts, type PlannedImport, planImport, runImport } from './runImport'

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
  readonly stage: FileStage
  /** It is read as the last file with its headings was. */
  readonly isRemembered?: boolean
  readonly summary?: ImportSummary | undefined
  /** Looked into: it is no archive. */
  readonly isSingle?: boolean
  /** The token of the archive that it lay in. */
  readonly inside?: string
}

export interface DeskState {
  readonly files: readonly DeskFile[]
  readonly selected?: string | undefined
}

/** What the desk needs: the main process's reader, the notebook, and the backup that goes before a write. */
export interface DeskParts extends Omit<ImportParts, 'calls'> {
  readonly calls: OrchardBridge['call']
  readonly notebook: Notebook
  readonly backup: () => Promise<Result<unknown>>
}

function freshFile(file: OfferedFile): DeskFile {
  return { ...file, overrides: {}, duplicates: 'hold', stage: { kind: 'waiting' } }
}

/** A file that is still being handed over has a token of our own. */
const ARRIVING = 'arriving-'
let announced = 0

/**
 * The files that lie ready to be taken in. One is worked on at a time; choosing another stops a reading or a plan,
 * never a write.
 */
export class ImportDesk {
  readonly state: StoreApi<DeskState> = createStore<DeskState>(() => ({ files: [] }))
  private work: AbortController | undefined
  private writing = false

  constructor(private readonly parts: DeskParts) {}

  /** Lets the person choose files. */
  async pick(): Promise<void> {
    const picked = await this.parts.calls['import:pick']()
    if (picked.ok) this.add(picked.value)
  }

  /** Takes dropped files over, one after another. */
  async drop(files: readonly File[]): Promise<void> {
    const arriving = files.map((file) => ({ file, token: this.announce(file) }))
    for (const { file, token } of arriving) {
      const offered = await this.hand(file, (done) =>
        this.change(token, {
          stage: { kind: 'busy', phase: 'receiving', done: 0, total: file.size, bytes: done },
        }),
      )
      // The person may have taken it off the list meanwhile.
      const isWanted = this.file(token) !== undefined
      if (offered.ok && isWanted) this.arrive(token, offered.value)
      else if (offered.ok) void this.parts.calls['import:cancel'](offered.value.token)
      else this.change(token, { stage: { kind: 'failed', error: offered.error } })
    }
  }

  /** Shows a file; one that was not read yet, or not last, is read. */
  select(token: string): void {
    const file = this.file(token)
    if (file === undefined || this.writing) return
    this.state.setState({ selected: token })
    const isSettled = ['done', 'failed', 'opened'].includes(file.stage.kind)
    if (!isSettled && !token.startsWith(ARRIVING)) void this.prepare(token)
  }

  /** Reads a file again with the person's corrections. */
  override(token: string, change: ImportOverrides): void {
    const file = this.file(token)
    if (file === undefined || this.writing) return
    // What columns mean belongs to a header: another row, sheet or divider has columns of its own.
    const isOtherTable = ['headerRow', 'sheet', 'delimiter', 'encoding'].some((key) =>
      Object.hasOwn(change, key),
    )
    const { columns: _columns, ...kept } = file.overrides
    this.change(token, { overrides: { ...(isOtherTable ? kept : file.overrides), ...change } })
    void this.prepare(token)
  }

  /** Chooses what becomes of rows that look like somebody. */
  async setDuplicates(token: string, duplicates: DuplicateRule): Promise<void> {
    if (this.writing) return
    this.change(token, { duplicates })
    const summary = this.file(token)?.summary
    if (summary !== undefined) await this.plan(token, summary, this.begin())
  }

  /** Chooses where costs and figures belong; undefined leaves it to the file. */
  async setChosen(token: string, chosen: ChosenPlace | undefined): Promise<void> {
    if (this.writing) return
    this.change(token, { chosen })
    const summary = this.file(token)?.summary
    if (summary !== undefined) await this.plan(token, summary, this.begin())
  }

  /** Forgets how files with the headings of this one are read, and reads it as if it were the first. */
  async forgetMapping(token: string): Promise<void> {
    const summary = this.file(token)?.summary
    if (summary === undefined || this.writing) return
    const { notebook } = this.parts
    const forgotten = await notebook.commit({ label: { key: 'change.mappingForgotten' } }, async (at) => {
      const mapping = await mappingFor(notebook.database(), summary.fingerprint)
      return mapping === undefined ? [] : [deleteChange('importMappings', mapping, at)]
    })
    if (!forgotten.ok) return
    await notebook.settled()
    this.change(token, { overrides: {}, chosen: undefined, isRemembered: false })
    void this.prepare(token)
  }

  /** Reads a file that failed, or one that was taken in, once more. */
  again(token: string): void {
    if (this.writing) return
    this.change(token, { stage: { kind: 'waiting' } })
    this.select(token)
  }

  /** Writes the planned file. */
  async run(token: string): Promise<void> {
    const file = this.file(token)
    if (file?.stage.kind !== 'planned' || file.summary === undefined || this.writing) return
    const { planned } = file.stage
    const signal = this.begin()
    this.writing = true
    this.change(token, { stage: { kind: 'busy', phase: 'backup', done: 0 } })
    try {
      const backup = await this.parts.backup()
      if (!backup.ok) {
        const reason = err('import.noBackup', { code: backup.error.code }).error
        return this.change(token, { stage: { kind: 'planned', planned, refused: reason } })
      }
      const outcome = await runImport(this.parts, file.summary, planned, {
        signal,
        mapping: mappingOf(file.summary, file.overrides, file.chosen),
        onProgress: (phase, done) => this.change(token, { stage: { kind: 'busy', phase, done } }),
      })
      this.change(token, {
        stage: outcome.ok
          ? { kind: 'done', outcome: outcome.value }
          : { kind: 'planned', planned, refused: outcome.error },
      })
    } finally {
      this.writing = false
    }
  }

  /** Stops what is under way with a file. A write stops as long as it is not committed. */
  stop(token: string): void {
    const { selected } = this.state.getState()
    if (selected !== token) return
    this.work?.abort()
    if (this.writing) return
    this.letGo(token)
  }

  /** Takes a file off the desk. */
  remove(token: string): void {
    const { selected } = this.state.getState()
    if (this.writing && selected === token) return
    if (selected === token) this.work?.abort()
    // An archive goes with what lay in it.
    const { files } = this.state.getState()
    for (const { token: each, inside } of files) if (inside === token) this.remove(each)
    this.letGo(token)
  }

  /** How far the main process is with reading a file. */
  readingAt(token: string, done: number, total: number): void {
    const stage = this.file(token)?.stage
    if (stage?.kind === 'busy' && stage.phase === 'reading')
      this.change(token, { stage: { ...stage, done, total } })
  }

  private async prepare(token: string): Promise<void> {
    const signal = this.begin()
    const file = this.file(token)
    if (file === undefined) return
    this.change(token, { stage: { kind: 'busy', phase: 'reading', done: 0 } })
    if (file.isSingle !== true) {
      const opened = await this.parts.calls['import:unpack'](token)
      if (opened.ok && opened.value !== null) return this.layOut(token, opened.value, signal)
      if (signal.aborted) return
      if (!opened.ok) return this.change(token, { stage: { kind: 'failed', error: opened.error } })
      this.change(token, { isSingle: true })
    }
    const read = await this.read(token, file)
    if (signal.aborted) return
    if (!read.ok)
      return this.change(token, { stage: { kind: 'failed', error: read.error }, summary: undefined })
    this.change(token, { summary: read.value })
    await this.plan(token, read.value, signal)
  }

  /** Reads a file; one that nobody has corrected yet is read as the last one with its headings was. */
  private async read(token: string, file: DeskFile): Promise<Result<ImportSummary>> {
    const read = await this.parts.calls['import:read'](token, file.overrides)
    if (!read.ok || Object.keys(file.overrides).length > 0 || file.chosen !== undefined) return read
    const mapping = await mappingFor(this.parts.notebook.database(), read.value.fingerprint)
    if (mapping === undefined) return read
    const { overrides, chosen } = overridesOf(mapping, read.value)
    this.change(token, { overrides, chosen, isRemembered: true })
    return Object.keys(overrides).length === 0 ? read : this.parts.calls['import:read'](token, overrides)
  }

  /** Puts the files of an archive on the desk, below it. Also when the person has turned to another file meanwhile. */
  private layOut(token: string, archive: OpenedArchive, signal: AbortSignal): void {
    const members = archive.files.map(
      (file): DeskFile => ({ ...freshFile(file), isSingle: true, inside: token }),
    )
    if (this.file(token) === undefined) {
      for (const member of members) void this.parts.calls['import:cancel'](member.token)
      return
    }
    this.state.setState(({ files }) => ({
      files: files.flatMap((file) =>
        file.token === token
          ? [{ ...file, stage: { kind: 'opened', archive } as const }, ...members]
          : [file],
      ),
    }))
    if (!signal.aborted && members[0] !== undefined) this.select(members[0].token)
  }

  private async plan(token: string, summary: ImportSummary, signal: AbortSignal): Promise<void> {
    const { duplicates = 'hold', chosen } = this.file(token) ?? {}
    this.change(token, { stage: { kind: 'busy', phase: 'matching', done: 0 } })
    const planned = await planImport(
      this.parts,
      summary,
      { duplicates, chosen },
      {
        signal,
        onProgress: (phase, done) => {
          if (!signal.aborted)
            this.change(token, { stage: { kind: 'busy', phase, done, total: summary.records } })
        },
      },
    )
    if (signal.aborted) return
    this.change(token, {
      stage: planned.ok
        ? { kind: 'planned', planned: planned.value }
        : { kind: 'failed', error: planned.error },
    })
  }

  /** Hands a dropped file's bytes to the main process, a chunk at a time. */
  private async hand(file: File, onBytes: (done: number) => void): Promise<Result<OfferedFile>> {
    try {
      const bytes = async (from: number) =>
        new Uint8Array(await file.slice(from, from + OFFER_CHUNK_BYTES).arrayBuffer())
      const offered = await this.parts.calls['import:offer'](
        file.name.slice(0, 500),
        file.size,
        await bytes(0),
      )
      if (!offered.ok) return offered
      for (let from = OFFER_CHUNK_BYTES; from < file.size; from += OFFER_CHUNK_BYTES) {
        const sent = await this.parts.calls['import:offerChunk'](offered.value.token, await bytes(from))
        if (!sent.ok) return sent
        onBytes(from)
      }
      return ok(offered.value)
    } catch {
      // A folder, or a file that is gone: the browser engine tells only when it is read.
      return err('import.unreadable')
    }
  }

  private add(offered: readonly OfferedFile[]): void {
    const fresh = offered.map(freshFile)
    this.state.setState(({ files }) => ({ files: [...files, ...fresh] }))
    if (fresh[0] !== undefined) this.show(fresh[0].token)
  }

  /** Shows a new file, unless the person is looking at another one. */
  private show(token: string): void {
    const { selected } = this.state.getState()
    const shown = selected === undefined ? undefined : this.file(selected)
    const isFree = shown === undefined || ['done', 'failed', 'opened'].includes(shown.stage.kind)
    if (isFree || selected === token) this.select(token)
  }

  /** Lists a dropped file before the main process has it. */
  private announce({ name, size }: File): string {
    announced += 1
    const token = `${ARRIVING}${announced}`
    const stage = { kind: 'busy', phase: 'receiving', done: 0 } as const
    const file: DeskFile = {
      token,
      fileName: name,
      sizeBytes: size,
      overrides: {},
      duplicates: 'hold',
      stage,
    }
    this.state.setState(({ files, selected }) => ({ files: [...files, file], selected: selected ?? token }))
    return token
  }

  /** The main process has it under a token of its own. */
  private arrive(token: string, offered: OfferedFile): void {
    this.state.setState(({ files, selected }) => ({
      files: files.map((file) =>
        file.token === token ? { ...file, ...offered, stage: { kind: 'waiting' } as const } : file,
      ),
      selected: selected === token ? offered.token : selected,
    }))
    this.show(offered.token)
  }

  private begin(): AbortSignal {
    this.work?.abort()
    this.work = new AbortController()
    return this.work.signal
  }

  private file(token: string): DeskFile | undefined {
    return this.state.getState().files.find((file) => file.token === token)
  }

  private change(token: string, fields: Partial<DeskFile>): void {
    this.state.setState(({ files }) => ({
      files: files.map((file) => (file.token === token ? { ...file, ...fields } : file)),
    }))
  }

  private letGo(token: string): void {
    if (!token.startsWith(ARRIVING)) void this.parts.calls['import:cancel'](token)
    this.forget(token)
  }

  private forget(token: string): void {
    this.state.setState(({ files, selected }) => {
      const left = files.filter((file) => file.token !== token)
      return { files: left, selected: selected === token ? undefined : selected }
    })
    const next = this.state.getState().files[0]
    if (this.state.getState().selected === undefined && next !== undefined) this.select(next.token)
  }
}
