import type { LoggedChange } from '../changes/changeLog'
import type { LooseRecord } from '../changes/changeSet'
import { externalTrace, handleTrace, idTrace } from '../matching/traces'
import { CUSTOMER_FIELDS, PERSON_FIELDS } from '../merging/references'
import type { TableName } from '../records/tables'
import type { ErasureSubject } from './request'

/**
 * Everything that belongs to the erased. It only ever grows, since records name each other in any order and tell of
 * pages that were merged long ago: `widenScope` is called with every record until a whole round adds nothing.
 */
export interface ErasureScope {
  readonly kind: ErasureSubject['kind']
  readonly customerIds: Set<string>
  readonly personIds: Set<string>
  /** Records of other tables that are of nobody else, and where they stand. */
  readonly recordIds: Map<string, TableName>
  /** Pages on which the person stands; their texts are searched for the name whatever the request says. */
  readonly pageIds: Set<string>
  /** The other records of these pages. */
  readonly pageRecordIds: Set<string>
  /** Names and addresses, as they are written. */
  readonly words: Set<string>
  /** What an import or a restore would know them by; see `traces.ts`. */
  readonly traces: Set<string>
}

/** The scope of a request before any record was looked at. */
export function beginScope({ kind, id }: ErasureSubject): ErasureScope {
  return kind === 'customer' ? { ...beginScopeOf([id], []), kind } : { ...beginScopeOf([], [id]), kind }
}

/** The scope of pages and people that were erased one after another, with nothing of them that stays. */
export function beginScopeOf(customers: readonly string[], people: readonly string[]): ErasureScope {
  return {
    kind: 'person',
    customerIds: new Set(customers),
    personIds: new Set(people),
    recordIds: new Map(),
    pageIds: new Set(),
    pageRecordIds: new Set(),
    words: new Set(),
    traces: new Set(),
  }
}

/** How much is in a scope: two equal answers around a round of all records say that it is whole. */
export function scopeSize(scope: ErasureScope): number {
  const { customerIds, personIds, recordIds, pageIds, pageRecordIds, words } = scope
  return customerIds.size + personIds.size + recordIds.size + pageIds.size + pageRecordIds.size + words.size
}

/** Takes in what a record, live or deleted, in its present or an earlier form, says about whom it belongs to. */
export function widenScope(scope: ErasureScope, table: TableName, record: LooseRecord): void {
  if (has(scope.pageIds, record.customerId)) scope.pageRecordIds.add(record.id)
  if (table === 'customers') {
    if (has(scope.customerIds, record.mergedIntoId)) scope.customerIds.add(record.id)
    if (scope.customerIds.has(record.id)) addWords(scope, record)
  } else if (table === 'people') {
    if (has(scope.customerIds, record.customerId) || has(scope.personIds, record.mergedIntoId))
      scope.personIds.add(record.id)
    if (!scope.personIds.has(record.id)) return
    addWords(scope, record)
    if (typeof record.customerId === 'string' && scope.kind === 'person') scope.pageIds.add(record.customerId)
  } else if (isTheirs(scope, table, record)) {
    scope.recordIds.set(record.id, table)
    for (const id of textsIn(record.attachmentIds)) scope.recordIds.set(id, 'attachments')
  }
}

/** Takes in what an erased customer or person was called before, as the history has it. */
export function addEarlierWords(
  scope: ErasureScope,
  { id, before, after }: Pick<LoggedChange, 'id' | 'before' | 'after'>,
): void {
  if (!scope.customerIds.has(id) && !scope.personIds.has(id)) return
  for (const fields of [before, after]) if (fields !== undefined) addWords(scope, { ...fields, id, rev: 1 })
}

/** Whether an id is one of the erased. */
export function isErased(scope: ErasureScope, id: string): boolean {
  return scope.customerIds.has(id) || scope.personIds.has(id) || scope.recordIds.has(id)
}

function isTheirs(scope: ErasureScope, table: TableName, record: LooseRecord): boolean {
  // A merge holds the page that it took in, as it was; a touch is of the plan that somebody is on.
  if (table === 'merges') return mergesThem(scope, record)
  if (table === 'touches' && has(scope.recordIds, record.enrolmentId)) return true
  if ((CUSTOMER_FIELDS[table] ?? []).some((field) => has(scope.customerIds, record[field]))) return true
  if (scope.kind === 'customer') return false
  // What was written for the company stays the company's, whoever of it is named there.
  if (table === 'orders' || table === 'quotes' || table === 'samples') return false
  return (PERSON_FIELDS[table] ?? []).some((field) => {
    const value = record[field]
    const ids = textsIn(value)
    // A talk with several people is also the others'.
    return has(scope.personIds, value) || (ids.length > 0 && ids.every((id) => scope.personIds.has(id)))
  })
}

function mergesThem(scope: ErasureScope, record: LooseRecord): boolean {
  if (has(scope.customerIds, record.winnerId) || has(scope.customerIds, record.loserId)) return true
  // Without the merge it can't be taken apart any more; with it the person would come back by doing so.
  const text = JSON.stringify(record)
  return [...scope.personIds].some((id) => text.includes(id))
}

function addWords(scope: ErasureScope, record: LooseRecord): void {
  scope.traces.add(idTrace(record.id))
  const names = [record.name, record.fullName, record.latinName, ...textsIn(record.otherNames)]
  for (const name of names) if (typeof name === 'string' && name.trim() !== '') scope.words.add(name.trim())
  for (const handle of objectsIn(record.handles)) {
    for (const word of [handle.value, handle.entered])
      if (typeof word === 'string' && word !== '') scope.words.add(word)
    if (typeof handle.kind === 'string' && typeof handle.value === 'string')
      scope.traces.add(handleTrace(handle.kind, handle.value))
  }
  for (const { scheme, value } of objectsIn(record.externalIds))
    if (typeof scheme === 'string' && typeof value === 'string')
      scope.traces.add(externalTrace(scheme, value))
}

function has(ids: { has(id: string): boolean }, value: unknown): boolean {
  return typeof value === 'string' && ids.has(value)
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : []
}
