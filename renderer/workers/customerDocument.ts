import type { SpellChinese } from '#shared/matching/syllables'
import type { Customer } from '#shared/records/customer'
import type { Fact } from '#shared/records/fact'
import type { Handle } from '#shared/records/handle'
import type { Interaction } from '#shared/records/interaction'
import type { Person } from '#shared/records/person'
import { FIELD_WEIGHT, type SearchDocument } from '#shared/search/searchIndex'
import { spelledWords } from '#shared/search/spelledWords'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import { recordsByCustomer, recordsOfNeighbours, rowsOfNeighbours, type Standing } from './recordsByCustomer'

/**
 * Raised whenever `customerDocument` makes something else of a customer, be it another field, weight or spelling: a
 * search that was kept by another rule is built anew.
 */
export const DOCUMENT_VERSION = 2

/** Everything of one customer that can be found by words or met again. */
export interface CustomerContent {
  readonly customer: Customer
  readonly people: readonly Person[]
  readonly facts: readonly Fact[]
  readonly interactions: readonly Interaction[]
}

/** A customer with people alone. */
export type Party = Pick<CustomerContent, 'customer' | 'people'>

/** Reads some customers with all that belongs to them; the deleted ones are left out. */
export async function readCustomers(
  db: NotebookDatabase,
  ids: readonly string[],
  standing: Standing,
): Promise<CustomerContent[]> {
  const records = standing === 'neighbours' ? recordsOfNeighbours : recordsByCustomer
  const [parties, facts, interactions] = await Promise.all([
    readParties(db, ids, standing),
    records(db, 'facts', ids),
    records(db, 'interactions', ids),
  ])
  return parties.map((party) => ({
    ...party,
    facts: facts.get(party.customer.id) ?? [],
    interactions: interactions.get(party.customer.id) ?? [],
  }))
}

/** Reads some customers with their people alone; the deleted ones are left out. */
export async function readParties(
  db: NotebookDatabase,
  ids: readonly string[],
  standing: Standing,
): Promise<Party[]> {
  const [rows, people] =
    standing === 'neighbours'
      ? await Promise.all([rowsOfNeighbours(db, ids), recordsOfNeighbours(db, 'people', ids)])
      : await Promise.all([db.rows('customers').bulkGet([...ids]), recordsByCustomer(db, 'people', ids)])
  const wanted = new Set(ids)
  // Among neighbours somebody may have come in who is followed already.
  const there = rows.flatMap((row) => (row !== undefined && wanted.has(row.id) ? row : []))
  return liveRecords('customers', there).map((customer) => ({
    customer,
    people: people.get(customer.id) ?? [],
  }))
}

/**
 * What search finds a customer by: names first, then people, how Chinese names are spelled in Latin letters (where
 * `spell` is there), addresses, and everything written down.
 */
export function customerDocument(content: CustomerContent, spell?: SpellChinese): SearchDocument {
  const { customer, people, facts, interactions } = content
  const spelled = (names: readonly (string | undefined)[], kind: Parameters<SpellChinese>[1]) =>
    names.flatMap((name) => {
      const syllables = name === undefined ? undefined : spell?.(name, kind)
      return syllables === undefined ? [] : [spelledWords(syllables)]
    })
  const ownNames = [customer.name, customer.latinName, ...(customer.otherNames ?? [])]
  const peopleNames = people.flatMap((person) => [
    person.fullName,
    person.latinName,
    ...(person.otherNames ?? []),
  ])
  const handles = [...customer.handles, ...people.flatMap((person) => person.handles)]
  const notes = [
    ...customer.tags,
    customer.city,
    customer.address,
    ...people.map((person) => person.title),
    ...[customer, ...people].flatMap(({ custom }) =>
      Object.values(custom ?? {}).filter((value) => typeof value === 'string'),
    ),
    ...facts.map((fact) => fact.text),
    ...interactions.flatMap((interaction) => [interaction.subject, interaction.text]),
  ]
  return {
    id: customer.id,
    rank: Math.max(customer.updatedAt, ...interactions.map((interaction) => interaction.at)),
    fields: [
      ...fields(ownNames, FIELD_WEIGHT.name),
      ...fields(peopleNames, FIELD_WEIGHT.person),
      ...fields(spelled(ownNames, 'company'), FIELD_WEIGHT.spelling),
      ...fields(spelled(peopleNames, 'person'), FIELD_WEIGHT.spelling),
      ...fields(handles.flatMap(handleTexts), FIELD_WEIGHT.handle),
      ...fields(notes, FIELD_WEIGHT.note),
    ],
  }
}

function handleTexts(handle: Handle): string[] {
  return handle.entered === handle.value ? [handle.value] : [handle.value, handle.entered]
}

function fields(texts: readonly (string | undefined)[], weight: number): { text: string; weight: number }[] {
  return texts.flatMap((text) => (text === undefined || text === '' ? [] : [{ text, weight }]))
}
