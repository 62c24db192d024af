import { ErasureCleaner } from '#shared/erasing/cleaner'
import { createRedactor } from '#shared/erasing/redact'
import type { ErasureProgress, ErasureReport, ErasureRequest } from '#shared/erasing/request'
import { beginScope, type ErasureScope, isErased } from '#shared/erasing/scope'
import { SCHEMA_VERSION } from '#shared/records/record'
import type { RecordOf } from '#shared/records/tables'
import { err, ok, type Result } from '#shared/result'
import { isOfGeneration } from '../backup/rebuildPlan'
import type { FolderContent, StoredSnapshot } from '../backup/snapshotFolder'
import type { DraftStore } from '../drafts/draftStore'
import { log } from '../log'
import { readErased, traceHash, writeErased } from './erasedList'
import { type FinishParts, finishErasure } from './finishErasure'
import { createErasureMeter, type ErasureMeter } from './meter'
import { surveySnapshots } from './surveySnapshots'
import { type AttachmentUse, writeCleaned } from './writeCleaned'

/** What an erasure works with. */
export interface ErasureParts extends FinishParts {
  readonly drafts: DraftStore | undefined
  readonly now: () => number
  readonly newId: () => string
  readonly onErasureProgress?: ((progress: ErasureProgress) => void) | undefined
}

/** A record of the schema holds at most this many hashes. */
const MAX_HASHES = 1_000

/**
 * Erases somebody from everything that the main process keeps. A backup of the notebook exactly as it is must stand;
 * every backup is then written anew without the erased, beside the old ones. The journal's `erase` entry is the atomic
 * point: before it nothing has changed, after it the notebook begins with the cleaned backup, and what still holds the
 * erased is removed, by the next start if need be. The window must be loaded anew.
 * Errors: `erasure.noBackup`, `erasure.changed`, `erasure.nobody`, `erasure.damaged`, the backups' and the journal's.
 */
export async function eraseFromNotebook(
  parts: ErasureParts,
  request: ErasureRequest,
): Promise<Result<ErasureReport>> {
  const { notebook, folder, now } = parts
  const listed = await folder.list()
  if (!listed.ok) return listed
  const base = baseOf(parts, listed.value)
  if (base === undefined) return err('erasure.noBackup')
  const list = await readErased(parts.fs, parts.notebookFolder, parts.lists)
  if (!list.ok) return list
  const scope = beginScope(request.subject)
  const stored = [base, ...listed.value.snapshots.filter((snapshot) => snapshot !== base)]
  const streams = new Map(stored.map(({ id }) => [id, () => folder.stream(id)]))
  const meter = createErasureMeter(parts.onErasureProgress)
  const surveyed = await surveySnapshots(scope, streams, {
    onRound: () => meter.begin('reading', linesOf(stored)),
    onLines: meter.add,
  })
  const baseFault = surveyed.get(base.id)
  if (baseFault !== undefined) return err(baseFault.code, baseFault.params)
  const all = stored.filter(({ id }) => !surveyed.has(id))
  const others = all.slice(1)
  if (scope.traces.size === 0) return err('erasure.nobody')

  const at = now()
  const hashes = [...scope.traces].map((trace) => traceHash(list.value, trace))
  meter.begin('writing', linesOf(all))
  const { salt } = list.value
  const cleaned = await cleanAll(parts, { request, scope, base, others, at, salt, hashes, meter })
  if (!cleaned.ok) return await giveUp(parts, cleaned)
  const drafts = await draftsOf(parts.drafts, scope)
  const known = { salt, hashes: [...new Set([...list.value.hashes, ...hashes])] }
  const kept = await writeErased(parts.fs, parts.notebookFolder, known, parts.lists)
  if (!kept.ok) return await giveUp(parts, kept)

  const { sha256, use, report } = cleaned.value
  const attachments = [...use.erased].filter((hash) => !use.kept.has(hash))
  const removed = [...listed.value.unreadable.map(({ id }) => id), ...surveyed.keys()]
  const forgets = { cleaned: all.map(({ id }) => id), removed, attachments, drafts }
  const takenAt = base.header.createdAt
  const epoch = { base: base.id, sha256, takenAt, wayBack: null, at, forgets }
  const begun = await notebook.beginWithout(epoch, base.end.lastSeq)
  if (!begun.ok) return await giveUp(parts, begun)
  // The store remembers what it read; the files themselves may be gone by then.
  for (const name of drafts) await parts.drafts?.remove(name)
  const finished = await finishErasure(parts)
  if (!finished.ok) {
    log.error(finished.error.code)
    return err('erasure.unfinished')
  }
  return ok({
    ...report,
    at,
    attachments: attachments.length,
    drafts: drafts.length,
    backupsCleaned: all.length,
    backupsRemoved: removed.length,
    segments: finished.value,
  })
}

function linesOf(stored: readonly StoredSnapshot[]): number {
  return stored.reduce((sum, { end }) => sum + end.lines, 0)
}

/** The newest backup of exactly what is there now. */
function baseOf({ notebook }: ErasureParts, { snapshots }: FolderContent): StoredSnapshot | undefined {
  const { lastSeq } = notebook.head()
  return snapshots
    .filter((snapshot) => isOfGeneration(notebook, snapshot) && snapshot.end.lastSeq === lastSeq)
    .sort((a, b) => b.header.createdAt - a.header.createdAt)[0]
}

interface Cleaning {
  readonly request: ErasureRequest
  readonly scope: ErasureScope
  readonly base: StoredSnapshot
  readonly others: readonly StoredSnapshot[]
  readonly at: number
  readonly salt: string
  readonly hashes: readonly string[]
  readonly meter: ErasureMeter
}

interface Cleaned {
  readonly sha256: string
  readonly use: AttachmentUse
  readonly report: Pick<ErasureReport, 'removed' | 'blanked' | 'history' | 'redacted'>
}

async function cleanAll(parts: ErasureParts, cleaning: Cleaning): Promise<Result<Cleaned>> {
  const { folder, newId } = parts
  const { base, others, scope, request, at, meter } = cleaning
  const use: AttachmentUse = { erased: new Set(), kept: new Set() }
  const fresh = new Map<string, string>()
  const freshId = (id: string) => {
    const given = fresh.get(id) ?? newId()
    fresh.set(id, given)
    return given
  }
  const baseCleaner = new ErasureCleaner({ scope, request, at, freshId })
  const erasure = () => erasureRecord(cleaning, baseCleaner)
  const clean = (snapshot: StoredSnapshot, cleaner: ErasureCleaner) => {
    const stream = folder.stream(snapshot.id)
    const isOurs = snapshot.header.reason !== 'opened'
    const common = { folder, snapshot, stream, scope, cleaner, use, onLines: meter.add }
    return writeCleaned({ ...common, erasure: isOurs ? erasure : undefined })
  }
  const written = await clean(base, baseCleaner)
  if (!written.ok) return written
  for (const other of others) {
    const rewritten = await clean(other, new ErasureCleaner({ scope, request, at, freshId }))
    if (!rewritten.ok) return rewritten
  }
  const { history, redacted } = baseCleaner
  return ok({
    sha256: written.value.end.sha256,
    use,
    report: { ...baseCleaner.counts(), history, redacted },
  })
}

function erasureRecord(
  { request, at, salt, hashes }: Cleaning,
  cleaner: ErasureCleaner,
): RecordOf<'erasures'> {
  const { removed, blanked } = cleaner.counts()
  const counts: Record<string, number> = { ...removed }
  for (const [table, count] of Object.entries(blanked)) counts[table] = (counts[table] ?? 0) + count
  return {
    id: request.erasureId,
    schema: SCHEMA_VERSION,
    rev: 1,
    createdAt: at,
    updatedAt: at,
    origin: 'person',
    at,
    salt,
    hashes: hashes.slice(0, MAX_HASHES),
    reason: request.reason,
    counts,
  }
}

/** Names of drafts that speak of the erased, by id or by name. */
async function draftsOf(drafts: DraftStore | undefined, scope: ErasureScope): Promise<string[]> {
  const names = await drafts?.list()
  if (drafts === undefined || names?.ok !== true) return []
  const redact = createRedactor(scope.words)
  const found: string[] = []
  for (const name of names.value) {
    const loaded = await drafts.load(name)
    // One that can't be read could say anything.
    const text = loaded.ok ? new TextDecoder().decode(loaded.value ?? new Uint8Array(0)) : undefined
    const ids = `${name} ${text ?? ''}`.match(UUID) ?? []
    const isNamed = text !== undefined && redact !== undefined && redact(text) !== text
    const speaks = text === undefined || isNamed || ids.some((id) => isErased(scope, id))
    if (speaks) found.push(name)
  }
  return found
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Nothing has changed yet: what was prepared goes. */
async function giveUp<E extends { readonly ok: false }>(parts: ErasureParts, failure: E): Promise<E> {
  await finishErasure(parts)
  return failure
}
