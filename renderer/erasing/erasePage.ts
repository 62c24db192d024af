import type { ErasureSubject } from '#shared/erasing/request'
import type { PageRecord } from '#shared/merging/references'
import { PERSON_FIELDS } from '#shared/merging/references'

/** What an erasure is told by, in the order in which it is told. */
export const ERASED_KINDS = ['people', 'talks', 'papers', 'facts', 'consents', 'files', 'rest'] as const
export type ErasedKind = (typeof ERASED_KINDS)[number]

const KIND_OF: { readonly [table: string]: ErasedKind } = {
  people: 'people',
  interactions: 'talks',
  orders: 'papers',
  quotes: 'papers',
  samples: 'papers',
  facts: 'facts',
  promises: 'facts',
  consents: 'consents',
  memberships: 'consents',
  attachments: 'files',
}

/** How many live records of a page an erasure concerns, by what they are. */
export function erasedKinds(
  subject: ErasureSubject,
  records: readonly PageRecord[],
): Readonly<Record<ErasedKind, number>> {
  const counts = { people: 0, talks: 0, papers: 0, facts: 0, consents: 0, files: 0, rest: 0 }
  for (const each of records) if (concerns(subject, each)) counts[KIND_OF[each.table] ?? 'rest'] += 1
  return counts
}

function concerns({ kind, id }: ErasureSubject, { table, record }: PageRecord): boolean {
  if (kind === 'customer') return true
  if (table === 'people') return record.id === id
  // What was written for the company stays the company's; only the person's name leaves it.
  if (table === 'orders' || table === 'quotes' || table === 'samples') return false
  return (PERSON_FIELDS[table] ?? []).some((field) => {
    const value = record[field]
    return value === id || (Array.isArray(value) && value.length > 0 && value.every((each) => each === id))
  })
}
