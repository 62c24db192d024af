import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import {
  e164,
  googleHashedEmail,
  googleName,
  metaPhone,
  metaWord,
  metaZip,
  plainEmail,
} from '#shared/exporting/audienceFields'
import {
  type AudiencePerson,
  audienceHeader,
  audienceRow,
  companyRow,
  hashedColumns,
  isPersonalPage,
} from '#shared/exporting/audiences'
import { customer, handle, person } from './customerFiles'

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/exports')
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const fixtureRows = (name: string) =>
  Papa.parse<string[]>(readFileSync(path.join(FIXTURES, name), 'utf8'), { skipEmptyLines: true }).data

interface HashVector {
  readonly platform: string
  readonly field: string
  readonly input: string
  readonly normalized: string
  readonly sha256: string
}
const vectors = JSON.parse(readFileSync(path.join(FIXTURES, 'hash-vectors.json'), 'utf8')) as HashVector[]

/** The fields that we can export; the notebook knows nobody's gender, birthday or state, and TikTok is not offered. */
const NORMALISE: Readonly<Record<string, (text: string) => string>> = {
  'google email': googleHashedEmail,
  'google phone': e164,
  'google first name': googleName,
  'google last name': googleName,
  'meta email': plainEmail,
  'meta phone': metaPhone,
  'meta fn': metaWord,
  'meta ct': metaWord,
  'linkedin email': plainEmail,
}
const known = vectors.filter(({ platform, field }) => `${platform} ${field}` in NORMALISE)

test.each(known)('$platform hashes the $field "$input" as the platform does', (vector) => {
  const normalised = NORMALISE[`${vector.platform} ${vector.field}`]?.(vector.input) ?? ''
  expect([normalised, normalised === '' ? '' : sha256(normalised)]).toEqual([
    vector.normalized,
    vector.sha256,
  ])
})

test('the vectors cover every field that is normalised', () => {
  expect(known.map(({ platform, field }) => `${platform} ${field}`).sort()).toEqual(
    expect.arrayContaining(Object.keys(NORMALISE)),
  )
})

test.each(vectors.filter(({ platform, field }) => platform === 'meta' && field === 'zip'))(
  'Meta hashes the postal code "$input" as the platform does',
  ({ input, normalized, sha256: hash }) => {
    const zip = metaZip(input, /^\d{5}-/.test(input) ? 'US' : 'GB')
    expect([zip, sha256(zip)]).toEqual([normalized, hash])
  },
)

const PEOPLE: readonly AudiencePerson[] = [
  {
    emails: [' Ana.Prueba@Example.com'],
    phones: ['+34600000001'],
    firstName: 'Ana',
    lastName: 'Prueba',
    jobTitle: 'Import Director',
    company: 'Fictional Lighting S.L.',
    city: 'Villarriba',
    zip: '28001',
    country: 'ES',
  },
  {
    emails: ['j.muster@example.org', 'Muster.2@example.com'],
    phones: ['+4917139200001', '+493023125000'],
    firstName: 'Jürgen',
    lastName: 'Mustermann',
    jobTitle: 'Owner',
    company: 'Fictional Hardware GmbH',
    city: 'Musterstadt',
    zip: '10115',
    country: 'DE',
  },
]
const BY_PHONE: AudiencePerson = { emails: [], phones: ['+86 199 0000 1234'], country: 'CN' }

/** Rows by their header, a list of filled values for each name, so that a third empty column makes no difference. */
function byHeader([header = [], ...rows]: readonly (readonly string[])[], names?: readonly string[]) {
  return rows.map((row) => {
    const values = new Map<string, string[]>()
    for (const [index, name] of header.entries()) {
      if (names !== undefined && !names.includes(name)) continue
      const filled = row[index] === undefined || row[index] === '' ? [] : [row[index]]
      values.set(name, [...(values.get(name) ?? []), ...filled])
    }
    return Object.fromEntries(values)
  })
}

test('Google’s plain file is as Google’s template', () => {
  const rows = [...PEOPLE, BY_PHONE].map((one) => audienceRow('google', one, false))
  expect(byHeader([audienceHeader('google'), ...rows])).toEqual(
    byHeader(fixtureRows('google_customer_match_plain.csv')),
  )
})

test('Google’s hashed file hashes addresses and names, never country and postal code', () => {
  const hashed = new Set(hashedColumns('google'))
  const rows = [...PEOPLE, BY_PHONE].map((one) =>
    audienceRow('google', one, true).map((text, index) =>
      hashed.has(index) && text !== '' ? sha256(text) : text,
    ),
  )
  expect(byHeader([audienceHeader('google'), ...rows])).toEqual(
    byHeader(fixtureRows('google_customer_match_hashed.csv')),
  )
})

test('without a postal code Google gets no name: it would match nothing', () => {
  const { zip: _zip, ...without } = PEOPLE[0] as AudiencePerson
  expect(audienceRow('google', without, false)).toEqual([
    'ana.prueba@example.com',
    '',
    '',
    '+34600000001',
    '',
    '',
    '',
    '',
    'ES',
    '',
  ])
})

test('Meta’s file has the columns of its template that we know anything for', () => {
  const header = audienceHeader('meta')
  const rows = PEOPLE.map((one) => audienceRow('meta', one, false))
  expect(byHeader([header, ...rows])).toEqual(byHeader(fixtureRows('meta_custom_audience.csv'), header))
  expect(audienceRow('meta', PEOPLE[0] as AudiencePerson, true).at(-1)).toBe('es')
})

test('LinkedIn’s contacts are as its template, and hash the address alone', () => {
  const [ana, jurgen] = PEOPLE as [AudiencePerson, AudiencePerson]
  const { jobTitle, company, firstName, lastName, country } = jurgen
  const nameOnly = { emails: [], phones: [], jobTitle, company, firstName, lastName, country }
  const rows = [ana, nameOnly].map((one) => audienceRow('linkedinContacts', one, false))
  expect([audienceHeader('linkedinContacts'), ...rows]).toEqual(fixtureRows('linkedin_contact_list.csv'))
  expect(hashedColumns('linkedinContacts')).toEqual([0])
})

test('LinkedIn’s companies are as its template but for the postal code, which the notebook does not know', () => {
  const company = customer(1, 'Fictional Lighting S.L.', {
    website: 'https://www.fictional-1.example',
    city: 'Villarriba',
    country: 'ES',
    handles: [handle('email', 'info@fictional-1.example')],
  })
  const [header, row = []] = fixtureRows('linkedin_company_list.csv')
  expect([audienceHeader('linkedinCompanies'), companyRow(company, [])]).toEqual([
    header,
    [...row.slice(0, -1), ''],
  ])
})

test('a free mailbox is no company’s domain', () => {
  const ana = person(2, 'Ana', { handles: [handle('email', 'ana@gmail.com')] })
  expect(companyRow(customer(1, 'Fictional'), [ana])[2]).toBe('')
})

test('a page that bears its person’s name or address is no company', () => {
  const ana = person(2, 'Ana Prueba', { handles: [handle('phone', '+34600000001')] })
  expect(
    ['Ana Prueba', '+34600000001', 'Fictional'].map((name) => isPersonalPage(customer(1, name), [ana])),
  ).toEqual([true, true, false])
})
