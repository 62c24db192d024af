import type { StandingChange } from './changesSince'

/** Whose a changed record is; one that went to another page was somebody else's before. */
export function ownersOf({ before, after }: Pick<StandingChange, 'before' | 'after'>): readonly string[] {
  return [before?.customerId, after.customerId].filter((id) => typeof id === 'string')
}

/** The customers that changes are about: those changed themselves, and those who own a changed record of some tables. */
export function touchedCustomers(
  changes: readonly StandingChange[],
  tables: ReadonlySet<string>,
): Set<string> {
  const touched = new Set<string>()
  for (const change of changes) {
    if (change.table === 'customers') touched.add(change.id)
    else if (tables.has(change.table)) for (const id of ownersOf(change)) touched.add(id)
  }
  return touched
}
