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

/** The least columns that a list has; what is beyond them belongs to no field that we know. */
const KNOWN_COLUMNS = HEADER.length

/** A customer list of so many rows, as another program would export it, with columns of that program's own beyond ours. */
export function importList(rows: number, columns = KNOWN_COLUMNS): string {
  const own = Array.from({ length: columns - KNOWN_COLUMNS }, (_, index) => index + 1)
  const lines = linesOf(rows).map((line, at) => [
    ...line,
    ...own.map((index) => `${index} of lot ${at % 97}`),
  ])
  return Papa.unparse([[...HEADER, ...own.map((index) => `Own column ${index}`)], ...lines])
}

/** The same list as an address book of as many cards. */
export function importCards(rows: number): string {
  const cards = linesOf(rows).map(
    ([company, name, title, email, mobile, , country, city, address, website]) =>
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `N:${name};;;;`,
        `FN:${name}`,
        `ORG:${company}`,
        `TITLE:${title}`,
        `EMAIL;TYPE=WORK:${email}`,
        `TEL;TYPE=CELL:${mobile}`,
        `ADR;TYPE=WORK:;;${(address ?? '').replaceAll(/[,;]/g, ' ')};${city};;;${country}`,
        `URL:${website}`,
        'END:VCARD',
      ].join('\r\n'),
  )
  return `${cards.join('\r\n')}\r\n`
}

function linesOf(rows: number): string[][] {
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
  return lines
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
