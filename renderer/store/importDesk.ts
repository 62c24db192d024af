import { createStore, type StoreApi } from 'zustand/vanilla'
import { deleteChange } from '#shared/changes/buildChange'
import { overridesOf } from '#shared/importing/mappings'
import { rulesInForce } from '#shared/importing/overwriteRules'
import type { ImportOverrides } from '#shared/importing/reading'
import type { ExportedFile } from '#shared/ipc/exporting'
import {
  type ImportSummary,
  type OfferedFile,
  type OpenedArchive,
  PASTE_MAX_CHARS,
} from '#shared/ipc/importing'
import { err, ok, type Result } from '#shared/result'
import type { DeskParts } from './deskParts'
import {
  ARRIVING,
  corrected,
  type DeskFile,
  type DeskPane,
  type DeskState,
  EMPTY_DESK,
  freshFile,
} from './deskState'
import { handOver } from './handOver'
import { findMarker, type ImportMarker, removeMarker } from './importMarker'
import { mappingFor } from './queries/importMappings'
import { withOwnFields } from './queries/ownFields'
import { planImport } from './runImport'
import { writePlanned } from './writePlanned'

let announced = 0

/**
 * The files that lie ready to be taken in. One is worked on at a time; choosing another stops a reading or a plan,
 * never a write.
 */
export class ImportDesk {
  readonly state: StoreApi<DeskState> = createStore<DeskState>(() => EMPTY_DESK)
  private work: AbortController | undefined
  private writing = false
  /** The interrupted import that can be run again. */
  private marker: ImportMarker | undefined

  constructor(private readonly parts: DeskParts) {}

  /** Lets the person choose files. */
  async pick(): Promise<void> {
    const picked = await this.parts.calls['import:pick']()
    if (picked.ok) this.add(picked.value)
  }

  /** Lists files that were opened with Orchard from outside. */
  take(offered: readonly OfferedFile[]): void {
    this.state.setState({ pane: 'file' })
    this.add(offered)
  }

  /** Shows the file, the field for a text, or what was imported before. */
  showPane(pane: DeskPane): void {
    this.state.setState({ pane })
  }

  /** Once the index has caught up: says whether an import was cut off, and how it can be run again. */
  async recall(): Promise<void> {
    const marker = await findMarker(this.parts.calls)
    const db = this.parts.notebook.database()
    if (marker === undefined || db === undefined) return
    const isWritten = (await db.rows('imports').get(marker.runId)) !== undefined
    this.marker = isWritten ? undefined : marker
    this.state.setState({ interrupted: { fileName: marker.fileName, isWritten } })
  }

  /** The person has read that an import was interrupted. */
  async forgetInterrupted(): Promise<void> {
    this.state.setState({ interrupted: undefined })
    this.marker = undefined
    await removeMarker(this.parts.calls)
  }

  /** What stands in the field. */
  setPasted(pasted: string): void {
    this.state.setState({ pasted })
  }

  /** Takes a pasted text as if it were a file of that name. */
  async paste(fileName: string, text: string): Promise<Result<unknown>> {
    if (text.trim() === '') return ok(null)
    if (text.length > PASTE_MAX_CHARS) return err('import.paste.tooLong')
    const offered = await this.parts.calls['import:paste'](fileName, text)
    if (!offered.ok) return offered
    this.state.setState({ pane: 'file', pasted: '' })
    this.add([offered.value])
    return offered
  }

  /** Takes dropped files over, one after another. */
  async drop(files: readonly File[]): Promise<void> {
    const arriving = files.map((file) => ({ file, token: this.announce(file) }))
    for (const { file, token } of arriving) {
      const offered = await handOver(this.parts.calls, file, (done) =>
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
    this.state.setState({ selected: token, pane: 'file' })
    this.leaveOthers(token)
    const isSettled = ['done', 'failed', 'opened'].includes(file.stage.kind)
    if (!isSettled && !token.startsWith(ARRIVING)) void this.prepare(token)
  }

  /** Reads a file again with the person's corrections. */
  override(token: string, change: ImportOverrides): void {
    const file = this.file(token)
    if (file === undefined || this.writing) return
    this.change(token, { overrides: corrected(file.overrides, change) })
    void this.prepare(token)
  }

  /** Plans a file again by what the person has chosen: duplicates, where figures belong, what columns write over. */
  async choose(
    token: string,
    choice: Pick<Partial<DeskFile>, 'duplicates' | 'chosen' | 'rules'>,
  ): Promise<void> {
    if (this.writing) return
    this.change(token, choice)
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
    this.change(token, { overrides: {}, chosen: undefined, rules: undefined, isRemembered: false })
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
    this.writing = true
    this.change(token, { stage: { kind: 'busy', phase: 'backup', done: 0 } })
    let stage: DeskFile['stage']
    try {
      stage = await writePlanned(this.parts, file, file.summary, planned, {
        signal: this.begin(),
        onBegun: () => {
          this.state.setState({ interrupted: undefined })
          this.marker = undefined
        },
        onStage: (now) => this.change(token, { stage: now }),
      })
    } finally {
      this.writing = false
    }
    // Last: whoever reads that it is done may go on with the next file.
    this.change(token, { stage })
  }

  /** Saves the unusable rows of a file where the person says; null when they think better of it. */
  async saveRejected(token: string): Promise<Result<ExportedFile | null>> {
    const overrides = await withOwnFields(this.parts.notebook, this.file(token)?.overrides ?? {})
    return this.parts.calls['import:saveRejected'](token, overrides)
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
    if (this.isInterrupted(read.value, file)) return this.prepareAgain(token)
    await this.plan(token, read.value, signal)
  }

  /** Whether this is the file of the import that was cut off, and nobody has corrected anything yet. */
  private isInterrupted({ fileHash }: ImportSummary, file: DeskFile): boolean {
    return this.marker?.fileHash === fileHash && Object.keys(file.overrides).length === 0
  }

  /** Reads the file of an interrupted import with the corrections that it had. */
  private async prepareAgain(token: string): Promise<void> {
    const { marker } = this
    if (marker === undefined) return
    const { overrides, duplicates, rules } = marker
    this.change(token, { overrides, duplicates, rules })
    this.marker = undefined
    await this.prepare(token)
  }

  /** Reads a file; one that nobody has corrected yet is read as the last one with its headings was. */
  private async read(token: string, file: DeskFile): Promise<Result<ImportSummary>> {
    const read = await this.readWith(token, file.overrides)
    if (!read.ok || Object.keys(file.overrides).length > 0 || file.chosen !== undefined) return read
    const mapping = await mappingFor(this.parts.notebook.database(), read.value.fingerprint)
    if (mapping === undefined) return read
    const { overrides, chosen, rules } = overridesOf(mapping, read.value)
    this.change(token, { overrides, chosen, rules, isRemembered: true })
    return Object.keys(overrides).length === 0 ? read : this.readWith(token, overrides)
  }

  private async readWith(token: string, overrides: ImportOverrides): Promise<Result<ImportSummary>> {
    return this.parts.calls['import:read'](token, await withOwnFields(this.parts.notebook, overrides))
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
    const { duplicates = 'hold', chosen, rules = {} } = this.file(token) ?? {}
    this.change(token, { stage: { kind: 'busy', phase: 'matching', done: 0 } })
    const planned = await planImport(
      this.parts,
      summary,
      { duplicates, chosen, rules: rulesInForce(rules, summary) },
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
    const file: DeskFile = { ...freshFile({ token, fileName: name, sizeBytes: size }), stage }
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

  /** What is read or planned for another file stops: it waits again. */
  private leaveOthers(token: string): void {
    this.work?.abort()
    for (const { token: each, stage } of this.state.getState().files) {
      const isLeft = each !== token && stage.kind === 'busy' && stage.phase !== 'receiving'
      if (isLeft) this.change(each, { stage: { kind: 'waiting' } })
    }
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
    this.state.setState(({ files, selected }) => {
      const left = files.filter((file) => file.token !== token)
      return { files: left, selected: selected === token ? undefined : selected }
    })
    const next = this.state.getState().files[0]
    if (this.state.getState().selected === undefined && next !== undefined) this.select(next.token)
  }
}
