import type { NewRecord } from '../changes/buildChange'
import { ROW_SCHEME } from '../matching/externalId'
import type { Handle } from '../records/handle'
import { readHandles } from './handles'
import type { ImportHandle, ImportRecord } from './importRecord'
import { isOwnId } from './ownIds'
import type { OnFill, PlanField } from './planFields'
import { ruledCustomerFields, ruledPersonFields } from './ruledFields'
import type { FieldWays } from './settleField'
import type { Target } from './targets'

type CustomerFields = NewRecord<'customers'>
type PersonFields = NewRecord<'people'>
type ExternalIds = NonNullable<PersonFields['externalIds']>
type Extra = Readonly<Record<string, string>>

const MAX_HANDLES = 100
const MAX_TAGS = 200
const MAX_TAG_CHARS = 200
/** A record keeps fifty ids; the row's own id must always find a place beside those of other systems. */
const MAX_EXTERNAL_IDS = 50
const MAX_ROW_IDS = 30
const MAX_URL_CHARS = 2000

/**
 * What a row adds to a customer. Fills what is empty, and writes over a field only where `ways` says so; a blank
 * erases nothing. The same row again adds nothing.
 */
export function fillCustomer(
  now: CustomerFields,
  record: ImportRecord,
  given: {
    readonly handles: readonly Handle[]
    readonly rowId?: string | undefined
    readonly extra: Extra
    /** Addresses of its person, for a page that is named by one. */
    readonly addresses: readonly Handle[]
    readonly ways: FieldWays
  },
  onFill: OnFill,
): CustomerFields {
  const { company } = record
  const fill = filler(onFill)
  const extra: Record<string, string> = { ...given.extra }
  const website = short(company?.website, MAX_URL_CHARS, 'website', extra)
  // A page that bears an address for want of a name takes the first name that comes.
  const isUnnamed = [...now.handles, ...given.addresses].some(({ entered }) => entered === now.name)
  const name = company?.name || record.person?.fullName || now.name
  return {
    ...now,
    ...(isUnnamed && name !== now.name ? { name: filled('name', name, onFill) } : {}),
    ...fill('country', now.country, company?.country ?? record.country, 'country'),
    ...fill('website', now.website, website, 'website'),
    tags: withTags(now.tags, record.tags ?? [], onFill),
    handles: withHandles(now.handles, given.handles, onFill),
    ...withIds(now.externalIds, given.rowId === undefined ? [] : idsOf(now.id, record, given.rowId), onFill),
    ...ruledCustomerFields(now, record, { ways: given.ways, onFill, extra }),
  }
}

/** What a row adds to a person, by the same rule. */
export function fillPerson(
  now: PersonFields,
  record: ImportRecord,
  given: {
    readonly handles: readonly Handle[]
    readonly rowId: string
    readonly extra: Extra
    readonly ways: FieldWays
  },
  onFill: OnFill,
): PersonFields {
  const { person } = record
  const fill = filler(onFill)
  const extra: Record<string, string> = { ...given.extra }
  for (const field of ['department', 'suffix', 'nickname'] as const) {
    if (person?.[field] !== undefined) extra[field] = person[field]
  }
  return {
    ...now,
    ...(now.fullName === '' && person !== undefined
      ? { fullName: filled('name', person.fullName, onFill) }
      : {}),
    ...fill('firstName', now.firstName, person?.first, 'name'),
    ...fill('lastName', now.lastName, person?.last, 'name'),
    handles: withHandles(now.handles, given.handles, onFill),
    ...withIds(now.externalIds, idsOf(now.id, record, given.rowId), onFill),
    ...ruledPersonFields(now, record, { ways: given.ways, onFill, extra }),
  }
}

/** A handle of a file as records keep it. */
export function toHandle(handle: ImportHandle): Handle {
  const isFax = handle.flags?.includes('fax') === true
  const label = handle.label ?? (isFax ? 'fax' : undefined)
  return {
    kind: handle.kind,
    value: handle.value.slice(0, 1000),
    entered: handle.entered.slice(0, 1000),
    ...(label === undefined ? {} : { label: label.slice(0, 200) }),
    ...(handle.flags?.includes('primary') === true ? { preferred: true } : {}),
  }
}

function filler(onFill: OnFill) {
  return <K extends string, T>(
    key: K,
    current: T | undefined,
    given: T | undefined,
    field: PlanField,
  ): { readonly [P in K]?: T } => {
    if (current !== undefined || given === undefined || given === '') return {}
    onFill(field)
    return { [key]: given } as { readonly [P in K]: T }
  }
}

function filled(field: PlanField, value: string, onFill: OnFill): string {
  onFill(field)
  return value
}

/** Text that is too long for its field goes whole to `extra`. */
function short(
  text: string | undefined,
  limit: number,
  key: string,
  extra: Record<string, string>,
): string | undefined {
  if (text === undefined || text.length <= limit) return text
  extra[key] = text
  return undefined
}

function withTags(now: readonly string[], given: readonly string[], onFill: OnFill): string[] {
  const fresh = given.map((tag) => tag.slice(0, MAX_TAG_CHARS)).filter((tag) => !now.includes(tag))
  const room = [...new Set(fresh)].slice(0, Math.max(0, MAX_TAGS - now.length))
  if (room.length > 0) onFill('tags')
  return [...now, ...room]
}

function withHandles(now: readonly Handle[], given: readonly Handle[], onFill: OnFill): Handle[] {
  const known = new Set(now.map(handleKey))
  const unknown = given.filter((handle) => handle.value !== '' && !known.has(handleKey(handle)))
  const fresh = unknown.filter((handle) => !isWrittenOtherwise(handle, now))
  const room = fresh.slice(0, Math.max(0, MAX_HANDLES - now.length))
  if (room.length > 0) onFill('contact')
  return [...now, ...room]
}

/** One address, however it was capitalised. */
function handleKey({ kind, value }: Handle): string {
  return `${kind}:${kind === 'email' ? value.toLowerCase() : value}`
}

/** Kinds that reading brings into one form: a page may hold them as they were typed, or a number that no country has. */
const READ_KINDS: ReadonlySet<Handle['kind']> = new Set(['phone', 'whatsapp', 'linkedin'])

/** Whether the page has the address in another form, of which reading makes this one. */
function isWrittenOtherwise({ kind, value }: Handle, now: readonly Handle[]): boolean {
  if (!READ_KINDS.has(kind)) return false
  return now.some(
    (known) =>
      known.kind === kind &&
      readHandles(known.value, kind as Target, undefined, {}).handles.some((read) => read.value === value),
  )
}

/** The ids that a row brings: those of other systems, and its own. A row that we have written ourselves names its record. */
function idsOf(recordId: string, record: ImportRecord, rowId: string): ExternalIds {
  const usable = (record.externalIds ?? []).filter(
    (id) => id.value !== '' && id.value.length <= 1000 && !isOwnId(recordId, id),
  )
  return [
    ...usable.map(({ scheme, value }) => ({ scheme: scheme.slice(0, 100), value })),
    { scheme: ROW_SCHEME, value: rowId },
  ]
}

function withIds(
  now: ExternalIds | undefined,
  given: ExternalIds,
  onFill: OnFill,
): { externalIds?: ExternalIds } {
  const before = now ?? []
  const ids = [...before]
  for (const id of given) {
    if (ids.some((known) => known.scheme === id.scheme && known.value === id.value)) continue
    const isRow = id.scheme === ROW_SCHEME
    const rows = ids.filter(({ scheme }) => scheme === ROW_SCHEME).length
    const room = isRow
      ? rows < MAX_ROW_IDS && ids.length < MAX_EXTERNAL_IDS
      : ids.length - rows < MAX_EXTERNAL_IDS - MAX_ROW_IDS
    if (!room) continue
    ids.push(id)
    // That a row has been seen is our own note and no news for the page.
    if (!isRow) onFill('other')
  }
  return ids.length === before.length ? {} : { externalIds: ids }
}
