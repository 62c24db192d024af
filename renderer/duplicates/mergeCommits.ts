import { createChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { MergeGroup } from '#shared/duplicates/mergeRules'
import type { FieldChoices } from '#shared/merging/joinFields'
import { mergeChanges } from '#shared/merging/mergeChanges'
import { MergeSeries } from '#shared/merging/mergeSeries'
import type { PersonPair } from '#shared/merging/samePeople'
import { unmergeChanges } from '#shared/merging/unmergeChanges'
import { err, type Result } from '#shared/result'
import type { Intent, Notebook, Saved } from '../store/notebook'
import { readPage, readUnmerge } from '../store/queries/mergePages'
import { allPlans } from '../store/queries/nurture'

/** Which page goes into which, and what was chosen. */
export interface WantedMerge {
  readonly winnerId: string
  readonly loserId: string
  readonly choices: FieldChoices
  readonly people: readonly PersonPair[]
}

/** Groups of one entry of the journal; more are journalled in chunks, as an import is. */
const CHUNKED_FROM_GROUPS = 100

type Committed = Promise<Result<Saved | undefined>>

/** Merges two pages as they are when their turn comes. */
export function commitMerge(notebook: Notebook, wanted: WantedMerge, name: string, other: string): Committed {
  return commitBuilt(notebook, { label: { key: 'change.merge', params: { name, other } } }, async (at) => {
    const db = notebook.database()
    if (db === undefined) return err('index.fault')
    const { winnerId, loserId } = wanted
    const [winner, loser] = await Promise.all([readPage(db, winnerId), readPage(db, loserId)])
    if (winner === undefined || loser === undefined) return err('merge.gone')
    const { choices, people } = wanted
    const id = notebook.sources.newId()
    return mergeChanges({ id, winner, loser, choices, people, plans: await allPlans(db) }, at)
  })
}

/** Takes a merge apart; `givenIds` are the records written down since that go to the page that comes back. */
export function commitUnmerge(
  notebook: Notebook,
  mergeId: string,
  givenIds: ReadonlySet<string>,
  names: { readonly name: string; readonly other: string },
): Committed {
  return commitBuilt(notebook, { label: { key: 'change.unmerge', params: names } }, async (at) => {
    const db = notebook.database()
    const read = db === undefined ? undefined : await readUnmerge(db, mergeId)
    if (read === undefined) return err('unmerge.done')
    const given = read.asked
      .filter(({ record }) => givenIds.has(record.id))
      .flatMap(({ table, record, along }) => [{ table, record }, ...along])
    return unmergeChanges({ ...read.request, given }, at)
  })
}

/** Remembers that two customers are not the same. */
export function commitDistinction(
  notebook: Notebook,
  ids: { readonly aId: string; readonly bId: string },
  names: { readonly name: string; readonly other: string },
): Committed {
  return notebook.commit({ label: { key: 'change.distinction', params: names } }, (at) => [
    createChange('distinctions', { id: notebook.sources.newId(), ...ids }, at),
  ])
}

/**
 * Merges many groups as one change-set. A group whose pages have changed meanwhile so that they can't be merged any
 * more is left as it is; the answer says how many pages went into another one.
 */
export async function commitGroups(
  notebook: Notebook,
  groups: readonly MergeGroup[],
): Promise<Result<{ readonly merged: number; readonly left: number }>> {
  let merged = 0
  let left = 0
  async function* changesOf(at: number): AsyncGenerator<readonly Change[]> {
    const db = notebook.database()
    if (db === undefined) return
    const series = new MergeSeries({ newId: notebook.sources.newId, plans: await allPlans(db), at })
    for (const { keptId, goingIds } of groups) {
      const [kept, ...going] = await Promise.all([keptId, ...goingIds].map((id) => readPage(db, id)))
      const living = going.flatMap((page) => page ?? [])
      const built = kept === undefined ? err('merge.gone') : series.merge(kept, living)
      if (built.ok) {
        merged += living.length
        yield built.value
      } else left += goingIds.length
    }
  }
  const count = groups.reduce((sum, { goingIds }) => sum + goingIds.length, 0)
  const intent: Intent = { label: { key: 'change.mergeMany', params: { count } }, origin: 'merge' }
  const saved =
    groups.length > CHUNKED_FROM_GROUPS
      ? await notebook.commitInChunks(intent, changesOf)
      : await notebook.commit(intent, async (at) => {
          const changes: Change[] = []
          for await (const part of changesOf(at)) changes.push(...part)
          return changes
        })
  return saved.ok ? { ok: true, value: { merged, left } } : saved
}

/** Commits what is built, or tells why it could not be. */
async function commitBuilt(
  notebook: Notebook,
  intent: Intent,
  build: (at: number) => Promise<Result<Change[]>>,
): Committed {
  let failure: Result<never> | undefined
  const saved = await notebook.commit({ ...intent, origin: 'merge' }, async (at) => {
    const built = await build(at)
    if (built.ok) return built.value
    failure = built
    return []
  })
  return failure ?? saved
}
