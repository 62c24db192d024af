import type { LooseRecord } from '../changes/changeSet'
import type { TableName } from '../records/tables'

/** A record of any table that names a customer: together they are the customer's page. */
export interface PageRecord {
  readonly table: TableName
  readonly record: LooseRecord
}

type Fields = { readonly [T in TableName]?: readonly string[] }

/** The fields that name a customer. A merge turns them from the loser to the winner. */
export const CUSTOMER_FIELDS: Fields = {
  appointments: ['customerId'],
  attachments: ['customerId'],
  consents: ['customerId'],
  distinctions: ['aId', 'bId'],
  engagements: ['customerId'],
  enrolments: ['customerId'],
  facts: ['customerId'],
  hours: ['customerId'],
  interactions: ['customerId'],
  memberships: ['customerId'],
  orders: ['customerId'],
  payments: ['customerId'],
  people: ['customerId'],
  promises: ['customerId'],
  quotes: ['customerId'],
  relations: ['fromId', 'toId'],
  samples: ['customerId'],
  stageMoves: ['customerId'],
  touches: ['customerId'],
}

/** The fields that name a person, or several. */
export const PERSON_FIELDS: Fields = {
  appointments: ['personId'],
  consents: ['personId'],
  engagements: ['personId'],
  enrolments: ['personId'],
  facts: ['personId'],
  interactions: ['personIds'],
  memberships: ['personId'],
  orders: ['personId'],
  promises: ['personId'],
  quotes: ['personId'],
  samples: ['personId'],
}

/** The tables whose records can stand on a customer's page. */
export const PAGE_TABLES = Object.keys(CUSTOMER_FIELDS) as TableName[]

/**
 * The fields of a record that change when ids are replaced by others; none when it names nobody concerned. In a list
 * an id that is there already is not repeated.
 */
export function replacedIds(
  { table, record }: PageRecord,
  customers: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
): Record<string, string | readonly string[]> {
  const fields: Record<string, string | readonly string[]> = {}
  const replace = (names: readonly string[] | undefined, ids: ReadonlyMap<string, string>) => {
    for (const name of names ?? []) {
      const value = record[name]
      if (typeof value === 'string' && ids.has(value)) fields[name] = ids.get(value) ?? value
      else if (Array.isArray(value) && value.some((id) => ids.has(id)))
        fields[name] = [...new Set(value.map((id: string) => ids.get(id) ?? id))]
    }
  }
  replace(CUSTOMER_FIELDS[table], customers)
  replace(PERSON_FIELDS[table], people)
  return fields
}
