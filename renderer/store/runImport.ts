import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { MappingFields } from '#shared/importing/mappings'
import type { OverwriteRules } from '#shared/importing/overwriteRules'
import type { ChosenPlace } from '#shared/importing/planSources'
import type { DuplicateRule } from '#shared/importing/resolveRow'
import type { OrchardBridge } from '#shared/ipc/contract'
import type { ImportSummary, RecordPage } from '#shared/ipc/importing'
import { err, ok, type Result } from '#shared/result'
import type { PlanRowView, PlanTally } from '../workers/planProtocol'
import { BulkSourceError, type ChangesPart } from './bulkCommit'
import type { Notebook, Saved } from './notebook'
import { mappingFor } from './queries/importMappings'

/** How many rows become what, and one of them, as the views know them. */
export type ImportTally = PlanTally
export type ImportRowView = PlanRowView

/** What reading, planning and writing an import needs. */
export interface ImportParts {
  readonly calls: Pick<OrchardBridge['call'], 'import:records'>
  readonly notebook: Notebook
}

/** A dry run that is ready: its number in the worker, what it counted, and the state of the notebook it speaks of. */
export interface PlannedImport {
  readonly plan: number
  readonly tally: PlanTally
  readonly appliedSeq: number
  readonly choices: PlanChoices
}

/** What the person chose for a plan. */
export interface PlanChoices {
  readonly duplicates: DuplicateRule
  readonly chosen?: ChosenPlace | undefined
  readonly rules?: OverwriteRules | undefined
}

/** How far a plan or an import is. */
export type OnImportProgress = (phase: 'matching' | 'counting' | 'journal' | 'index', done: number) => void

/** What an import did. `saved` is absent when there was nothing to do. */
export interface ImportOutcome {
  readonly saved?: Saved | undefined
  readonly tally: PlanTally
  /** The record of this import; deleted once it was taken back. */
  readonly runId?: string | undefined
}

/**
 * Plans a whole file without writing anything. A file that was read anew, or another rule for duplicates, needs
 * another plan. Errors: `import.*`, `index.*`; `import.cancelled` after the signal.
 */
export async function planImport(
  parts: ImportParts,
  summary: ImportSummary,
  choices: PlanChoices,
  watch: { readonly onProgress?: OnImportProgress; readonly signal?: AbortSignal },
): Promise<Result<PlannedImport>> {
  const { planner, state, sources } = parts.notebook
  await parts.notebook.settled()
  const { appliedSeq } = state.getState()
  const plan = await resolveFile(parts, summary, choices, watch)
  if (!plan.ok) return plan
  const passed = await planner.planPass(plan.value, sources.now())
  if (!passed.ok) return passed
  const reviewed = await eachPage(parts, summary.token, watch, 'counting', (page) =>
    planner.planReview(plan.value, page),
  )
  if (!reviewed.ok) return reviewed
  const tally = await planner.planTally(plan.value)
  return tally.ok ? ok({ plan: plan.value, tally: tally.value, appliedSeq, choices }) : tally
}

/**
 * Writes a planned import as one change-set. When the notebook has changed since the plan, it is planned again first,
 * so that nothing that was written meanwhile is overwritten.
 */
export async function runImport(
  parts: ImportParts,
  summary: ImportSummary,
  planned: PlannedImport,
  watch: {
    readonly onProgress?: OnImportProgress
    readonly signal?: AbortSignal
    /** The id of the record that says what the import did. */
    readonly runId?: string
    /** What the person chose about the file's columns, to be remembered with the import. */
    readonly mapping?: MappingFields | undefined
  },
): Promise<Result<ImportOutcome>> {
  const { notebook } = parts
  const { planner, sources, state } = notebook
  let { plan, tally } = planned
  const runId = watch.runId ?? sources.newId()

  async function* changes(at: number): AsyncGenerator<ChangesPart> {
    if (state.getState().appliedSeq !== planned.appliedSeq) {
      plan = mustHave(await resolveFile(parts, summary, planned.choices, watch))
    }
    mustHave(await planner.planPass(plan, at))
    let hasChanges = false
    let from: number | null = 0
    while (from !== null) {
      const records: RecordPage = mustHave(await parts.calls['import:records'](summary.token, from))
      const made = mustHave(await planner.planChanges(plan, records.page))
      hasChanges ||= made.length > 0
      from = records.next
      yield { packed: made }
    }
    tally = mustHave(await planner.planTally(plan))
    if (hasChanges) yield [runRecord(at), ...(await rememberedAs(at))]
  }

  /** The mapping under the file's headings, made or brought up to date with what was chosen this time. */
  async function rememberedAs(at: number): Promise<readonly Change[]> {
    const { mapping } = watch
    if (mapping === undefined) return []
    const known = await mappingFor(notebook.database(), mapping.fingerprint)
    if (known === undefined)
      return [createChange('importMappings', { id: sources.newId(), ...mapping, usedAt: at }, at, 'import')]
    const { dateOrder, decimalMark, touchpointId, channelId, rules } = mapping
    const places = { touchpointId, channelId }
    const patch = { ...mapping, dateOrder, decimalMark, ...places, rules, usedAt: at }
    return [updateChange('importMappings', known, patch, at)].filter((change) => change !== undefined)
  }

  function runRecord(at: number): Change {
    const { new: created, update: updated, same, duplicate } = tally
    const { fileName, format, fileHash, rejected } = summary
    const counts = { created, updated, same, duplicate, rejected }
    const run = { id: runId, fileName, format, fileHash, counts, ...planned.choices.chosen }
    return createChange('imports', run, at, 'import')
  }

  const label = { key: 'change.import', params: { file: summary.fileName } }
  const saved = await notebook.commitInChunks({ label, origin: 'import' }, changes, {
    signal: watch.signal,
    onProgress: watch.onProgress,
  })
  if (saved.ok) await planner.planEnd(plan)
  return saved.ok ? ok({ saved: saved.value, tally, runId }) : saved
}

/** How many records a planned import makes, changes and takes away: what its writing is measured by. */
export function plannedRecords({ records }: PlanTally): number {
  return Object.values(records).reduce(
    (sum, { created, changed, removed }) => sum + created + changed + removed,
    0,
  )
}

async function resolveFile(
  parts: ImportParts,
  summary: ImportSummary,
  choices: PlanChoices,
  watch: { readonly onProgress?: OnImportProgress; readonly signal?: AbortSignal },
): Promise<Result<number>> {
  const { planner, sources } = parts.notebook
  const begun = await planner.planBegin({
    format: summary.format,
    ...choices,
    fileName: summary.fileName,
    at: sources.now(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  if (!begun.ok) return begun
  const resolved = await eachPage(parts, summary.token, watch, 'matching', (page) =>
    planner.planResolve(begun.value, page),
  )
  return resolved.ok ? begun : resolved
}

async function eachPage(
  parts: ImportParts,
  token: string,
  watch: { readonly onProgress?: OnImportProgress; readonly signal?: AbortSignal },
  phase: 'matching' | 'counting',
  take: (page: Uint8Array) => Promise<Result<unknown>>,
): Promise<Result<null>> {
  let from: number | null = 0
  let done = 0
  while (from !== null) {
    if (watch.signal?.aborted === true) return err('import.cancelled')
    watch.onProgress?.(phase, done)
    const records: Result<RecordPage> = await parts.calls['import:records'](token, from)
    if (!records.ok) return records
    const taken = await take(records.value.page)
    if (!taken.ok) return taken
    done += records.value.count
    from = records.value.next
  }
  watch.onProgress?.(phase, done)
  return ok(null)
}

function mustHave<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new BulkSourceError(result.error.code, result.error.params)
}
