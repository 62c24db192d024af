import { replaceFields } from '../changes/buildChange'
import type { Change, LooseRecord } from '../changes/changeSet'
import { sameValue } from '../changes/sameValue'
import type { AnyRecord } from '../records/record'
import type { TableName } from '../records/tables'

/** Set by the machinery, or by when a lead was built: no difference between two builds of one lead. */
const NOT_TYPED = new Set(['id', 'schema', 'rev', 'createdAt', 'updatedAt', 'origin'])

/**
 * The fields by which two records of one lead are the same thing although each build gives them another id; none
 * where a lead has only one.
 */
const SAME_BY: Partial<Record<TableName, readonly string[]>> = {
  stageMoves: [],
  plans: ['planKey'],
  enrolments: [],
  products: ['name'],
  distinctions: ['bId'],
  consents: ['carrier', 'address', 'purpose'],
  engagements: ['offerId'],
  memberships: ['carrierId'],
  promises: ['by', 'text'],
}

/**
 * What a lead says that its earlier save, which the journal has under the same id, did not: new records as they
 * are, and changed fields as edits of the record as it is now (`current`; the earlier one where there is none). A
 * promise whose text is new takes the place of one that is gone. What was taken out since stays as it was saved.
 */
export function missedChanges(
  earlier: readonly Change[],
  wanted: readonly Change[],
  current: ReadonlyMap<string, AnyRecord>,
  at: number,
): Change[] {
  const partners = pairUp(earlier, wanted)
  const newIds = new Map([...partners].map(([change, partner]) => [change.id, partner.id]))
  return wanted.flatMap((change) => {
    const partner = partners.get(change)
    const after = withIds(change.after, newIds)
    if (partner === undefined) return { ...change, after }
    if (SAME_BY[change.table]?.length === 0) return []
    const touched = Object.entries(after).filter(
      ([field, value]) => !NOT_TYPED.has(field) && !sameValue(partner.after[field], value),
    )
    if (touched.length === 0) return []
    const now = current.get(partner.id) ?? (partner.after as unknown as AnyRecord)
    return replaceFields(change.table, now, { ...Object.fromEntries(touched), updatedAt: at })
  })
}

/** For each wanted record, the earlier one that is the same thing. An edit of a page that existed has none. */
function pairUp(earlier: readonly Change[], wanted: readonly Change[]): Map<Change, Change> {
  const left = new Set(earlier.filter(({ before }) => before === undefined))
  const pairs = new Map<Change, Change>()
  const pair = (isSame: (old: Change, now: Change) => boolean) => {
    for (const now of wanted) {
      if (pairs.has(now) || now.before !== undefined) continue
      const old = [...left].find((candidate) => candidate.table === now.table && isSame(candidate, now))
      if (old === undefined) continue
      pairs.set(now, old)
      left.delete(old)
    }
  }
  pair((old, now) => old.id === now.id)
  pair((old, now) => {
    const fields = SAME_BY[now.table]
    return fields?.every((field) => old.after[field] === now.after[field]) === true
  })
  pair((old, now) => now.table === 'promises' && old.after.by === now.after.by)
  return pairs
}

/** A record that names others of the lead by the ids under which they were saved. */
function withIds(record: LooseRecord, ids: ReadonlyMap<string, string>): LooseRecord {
  return JSON.parse(JSON.stringify(record), (_key, value: unknown) =>
    typeof value === 'string' ? (ids.get(value) ?? value) : value,
  ) as LooseRecord
}
