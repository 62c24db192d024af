import type { Merge } from '../records/merge'
import type { TableName } from '../records/tables'
import type { PageRecord } from './references'

/** Whether a merge came after another one; those of one change-set have one time and ordered ids. */
export function isLater(merge: Merge, other: Merge): boolean {
  return merge.createdAt > other.createdAt || (merge.createdAt === other.createdAt && merge.id > other.id)
}

/** Something written down on a merged page, with what was made along with it. */
export interface LaterRecord extends PageRecord {
  /** Promises and facts of a note, which go where the note goes. */
  readonly along: readonly PageRecord[]
  /** Whose it probably is: the loser's when it names somebody of theirs. */
  readonly belongsTo: 'winner' | 'loser'
}

/** What a person writes down. Stages, consents and plans stay with the page that they were decided on. */
const ASKED_TABLES: ReadonlySet<TableName> = new Set<TableName>([
  'facts',
  'interactions',
  'orders',
  'people',
  'promises',
  'quotes',
  'samples',
])

/**
 * What was written down on the winner's page since a merge, oldest first: taking the two apart has to ask whose it
 * is. `later` are merges into the same page that still stand; what came with them is not asked about.
 */
export function laterRecords(
  merge: Merge,
  later: readonly Merge[],
  records: readonly PageRecord[],
): LaterRecord[] {
  const moved = new Set([merge, ...later].flatMap(({ touched }) => touched.map(({ id }) => id)))
  const since = records.filter(
    ({ table, record }) =>
      ASKED_TABLES.has(table) &&
      record.deletedAt === undefined &&
      Number(record.createdAt) >= merge.createdAt &&
      !moved.has(record.id),
  )
  const ids = new Set(since.map(({ record }) => record.id))
  const isAlong = ({ record }: PageRecord) => ids.has(String(record.interactionId))
  // Somebody who was on both pages points to neither.
  const theirs = new Set(merge.touched.filter(({ table }) => table === 'people').map(({ id }) => id))
  return since
    .filter((each) => !isAlong(each))
    .sort((a, b) => Number(a.record.createdAt) - Number(b.record.createdAt))
    .map((each) => ({
      ...each,
      along: since.filter(({ record }) => record.interactionId === each.record.id),
      belongsTo: namesOneOf(each, theirs) ? 'loser' : 'winner',
    }))
}

function namesOneOf({ record }: PageRecord, theirs: ReadonlySet<string>): boolean {
  const named = [record.personId, ...((record.personIds as readonly string[] | undefined) ?? [])]
  return named.some((id) => theirs.has(String(id)))
}
