import Papa from 'papaparse'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'

const HEADER = [
  'Company',
  'Contact name',
  'Job title',
  'Email',
  'Mobile',
  'WhatsApp',
  'Country',
  'City',
  'Address',
  'Website',
  'Language',
  'Tags',
  'Note',
  'Season',
  'Account number',
]

/** A customer list of so many rows and fifteen columns, as another program would export it. */
export function importList(rows: number): string {
  const sample = generateSampleNotebook({
    seed: 'import list',
    customers: rows,
    asOf: Date.UTC(2026, 10, 22),
    interactionsPerCustomer: 1,
    ordersPerCustomer: 0,
  })
  const lines: string[][] = []
  let customer: Customer | undefined
  for (const { table, record } of sample) {
    if (table === 'customers') customer = record
    if (table !== 'people' || customer?.id !== record.customerId || lines.length === rows) continue
    lines.push(lineOf(customer, record, lines.length))
    // One row a customer: their other people are of another list.
    customer = undefined
  }
  return Papa.unparse([HEADER, ...lines])
}

function lineOf(customer: Customer, person: Person, index: number): string[] {
  const handle = (kind: string) =>
    [...person.handles, ...customer.handles].find((one) => one.kind === kind)?.entered ?? ''
  return [
    customer.name,
    person.fullName,
    person.title ?? '',
    handle('email'),
    handle('phone'),
    handle('whatsapp'),
    customer.country ?? '',
    customer.city ?? '',
    customer.address ?? '',
    customer.website ?? '',
    customer.language ?? '',
    customer.tags.join('; '),
    `Asked about lot ${index % 97}, wants ${(index % 9) + 1} samples`,
    index % 2 === 0 ? 'spring' : 'autumn',
    `AC-${String(index).padStart(6, '0')}`,
  ]
}
