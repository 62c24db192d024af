import type { Change, ChangeSet, LooseRecord } from '#shared/changes/changeSet'
import { recordLine } from '#shared/snapshot/lines'
import type { Rng } from '../../support/simFsInode'
import { AT, idOf } from '../../support/snapshotFiles'

/** The records of a notebook, tombstones included, by id. */
export type Model = ReadonlyMap<string, LooseRecord>

/** What a person does, down to what the window sends for it. Nothing of it is made by the code under test. */
export type Operation =
  | { readonly kind: 'capture' | 'merge' | 'undo'; readonly set: Unsigned }
  | { readonly kind: 'import'; readonly chunks: readonly Unsigned[] }
  | { readonly kind: 'backup'; readonly lines: string; readonly rows: number; readonly live: number }
  | {
      readonly kind: 'restore'
      readonly lines: string
      readonly rows: number
      readonly live: number
      readonly id: string
    }

/** A change-set without the ids of the notebook that takes it. */
export type Unsigned = Omit<ChangeSet, 'notebookId' | 'deviceId'>

/** An operation, and what the notebook holds once it has been acknowledged. */
export interface Step {
  readonly operation: Operation
  readonly after: Model
}

/** A backup that was acknowledged, and what it holds. */
export interface KnownBackup {
  readonly id: string
  readonly model: Model
}

/** Makes the ids of one run, none of them twice. */
export class Ids {
  private last = 10_000

  next(): string {
    this.last += 1
    return idOf(this.last)
  }
}

/** What can be done to a model next, by a seeded choice of what is possible; `wish` is taken where it can be. */
export function nextStep(
  rng: Rng,
  ids: Ids,
  model: Model,
  known: { readonly last: Step | undefined; readonly backup: KnownBackup | undefined },
  wish?: Operation['kind'],
): Step {
  const live = [...model.values()].filter(({ deletedAt }) => deletedAt === undefined)
  const possible: Operation['kind'][] = ['capture', 'import', 'backup']
  if (live.length >= 2) possible.push('merge')
  if (setOf(known.last) !== undefined) possible.push('undo')
  if (known.backup !== undefined) possible.push('restore')
  const kind =
    wish !== undefined && possible.includes(wish) ? wish : (possible[rng.below(possible.length)] ?? 'capture')
  switch (kind) {
    case 'capture':
      return written(model, kind, [
        set(
          ids,
          'person',
          [1, 2, 3].map(() => created(ids, rng)),
        ),
      ])
    case 'import': {
      const id = ids.next()
      const chunk = () => ({
        ...set(
          ids,
          'import',
          [1, 2, 3, 4].map(() => created(ids, rng)),
        ),
        id,
      })
      return written(model, kind, Array.from({ length: 1 + rng.below(3) }, chunk))
    }
    case 'merge':
      return written(model, kind, [mergeOf(ids, live, rng)])
    case 'undo':
      return written(model, kind, [undoOf(ids, model, known.last)])
    case 'backup':
      return { operation: { kind, ...backupOf(model) }, after: model }
    case 'restore': {
      const { id, model: after } = known.backup ?? { id: '', model }
      return { operation: { kind, id, ...backupOf(model) }, after }
    }
  }
}

function written(
  model: Model,
  kind: 'capture' | 'merge' | 'undo' | 'import',
  sets: readonly Unsigned[],
): Step {
  const after = new Map(model)
  for (const { changes } of sets) for (const { id, after: record } of changes) after.set(id, record)
  const [first] = sets
  if (kind === 'import' || first === undefined) return { operation: { kind: 'import', chunks: sets }, after }
  return { operation: { kind, set: first }, after }
}

function set(ids: Ids, origin: ChangeSet['origin'], changes: readonly Change[]): Unsigned {
  return { id: ids.next(), label: { key: 'x' }, origin, at: AT, changes }
}

function created(ids: Ids, rng: Rng): Change {
  const id = ids.next()
  const name = `Lid ${id.slice(-6)} ${'x'.repeat(rng.below(400))}`
  const stamps = { schema: 1, rev: 1, createdAt: AT, updatedAt: AT, origin: 'person' }
  return { table: 'products', id, after: { id, ...stamps, name } }
}

/** One record changed, one laid to rest and one made, which belong together. */
function mergeOf(ids: Ids, live: readonly LooseRecord[], rng: Rng): Unsigned {
  const at = rng.below(live.length)
  const [winner, loser] = [live[at], live[(at + 1) % live.length]]
  if (winner === undefined || loser === undefined) throw new Error('nothing to merge')
  const named = {
    ...winner,
    rev: winner.rev + 1,
    name: `${String(winner.name)} & ${String(loser.name)}`.slice(0, 150),
  }
  const gone = { ...loser, rev: loser.rev + 1, deletedAt: AT }
  return set(ids, 'merge', [
    { table: 'products', id: winner.id, before: { name: winner.name }, after: named },
    { table: 'products', id: loser.id, before: {}, added: ['deletedAt'], after: gone },
    created(ids, rng),
  ])
}

/** Lays to rest what the last change-set made. */
function undoOf(ids: Ids, model: Model, last: Step | undefined): Unsigned {
  const undone = setOf(last)
  const changes = (undone?.changes ?? []).flatMap(({ id, before }): Change[] => {
    const record = model.get(id)
    if (before !== undefined || record === undefined || record.deletedAt !== undefined) return []
    const after = { ...record, rev: record.rev + 1, deletedAt: AT }
    return [{ table: 'products', id, before: {}, added: ['deletedAt'], after }]
  })
  return { ...set(ids, 'undo', changes), ...(undone === undefined ? {} : { reverses: undone.id }) }
}

function setOf(step: Step | undefined): Unsigned | undefined {
  return step?.operation.kind === 'capture' || step?.operation.kind === 'merge'
    ? step.operation.set
    : undefined
}

function backupOf(model: Model) {
  const records = [...model.values()]
  return {
    lines: records.map((record) => recordLine('products', record)).join(''),
    rows: records.length,
    live: records.filter(({ deletedAt }) => deletedAt === undefined).length,
  }
}
