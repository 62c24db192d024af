import { domainKey } from '../matching/emailKey'
import type { Customer } from '../records/customer'
import type { Person } from '../records/person'
import {
  e164,
  googleHashedEmail,
  googleName,
  metaPhone,
  metaWord,
  metaZip,
  plainEmail,
} from './audienceFields'
import type { ExportFormat } from './exportRequest'
import type { Recipient } from './recipients'

export type AudienceFormat = Extract<
  ExportFormat,
  'google' | 'meta' | 'linkedinContacts' | 'linkedinCompanies'
>

/** What an audience file may say about somebody. */
export interface AudiencePerson {
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly jobTitle?: string | undefined
  readonly company?: string | undefined
  readonly city?: string | undefined
  /** The notebook keeps addresses as they were written and so knows no postal code: absent in what it exports. */
  readonly zip?: string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
}

/** Both platforms take several columns of one name; Meta's template has three. */
const ADDRESSES = 3
const GOOGLE_HASHED = new Set(['Email', 'Phone', 'First Name', 'Last Name'])
const META_HASHED = new Set(['email', 'phone', 'fn', 'ln', 'zip', 'ct', 'country'])

/** The header, exactly as the platform wants it. */
export function audienceHeader(format: AudienceFormat): readonly string[] {
  switch (format) {
    case 'google':
      return [...repeat('Email'), ...repeat('Phone'), 'First Name', 'Last Name', 'Country', 'Zip']
    case 'meta':
      return [...repeat('email'), ...repeat('phone'), 'fn', 'ln', 'zip', 'ct', 'country']
    case 'linkedinContacts':
      return ['email', 'firstname', 'lastname', 'jobtitle', 'employeecompany', 'country', 'googleaid']
    case 'linkedinCompanies':
      return [
        'companyname',
        'companywebsite',
        'companyemaildomain',
        'linkedincompanypageurl',
        'stocksymbol',
        'industry',
        'city',
        'state',
        'companycountry',
        'zipcode',
      ]
  }
}

/** Which columns are written as SHA-256 of their text when a person asks for it; the platform wants the others plain. */
export function hashedColumns(format: AudienceFormat): readonly number[] {
  const isHashed = (name: string) =>
    format === 'google'
      ? GOOGLE_HASHED.has(name)
      : format === 'meta'
        ? META_HASHED.has(name)
        : format === 'linkedinContacts' && name === 'email'
  return audienceHeader(format).flatMap((name, index) => (isHashed(name) ? [index] : []))
}

/** One row about a person. With `hashed` the text is what has to be hashed, which may differ from the plain form. */
export function audienceRow(
  format: Exclude<AudienceFormat, 'linkedinCompanies'>,
  person: AudiencePerson,
  hashed: boolean,
): string[] {
  const { emails, phones, country = '', zip = '' } = person
  const first = person.firstName ?? ''
  const last = person.lastName ?? ''
  if (format === 'linkedinContacts') {
    const { jobTitle = '', company = '' } = person
    return [plainEmail(emails[0] ?? ''), first, last, jobTitle, company, country, '']
  }
  if (format === 'meta') {
    return [
      ...filled(emails.map(plainEmail)),
      ...filled(phones.map(metaPhone)),
      metaWord(first),
      metaWord(last),
      metaZip(zip, country),
      metaWord(person.city ?? ''),
      hashed ? country.toLowerCase() : country,
    ]
  }
  // Names, country and postal code are matched as all four or not at all: three of them would leave for nothing.
  const isWhole = [first, last, country, zip].every((part) => part !== '')
  return [
    ...filled(emails.map(hashed ? googleHashedEmail : plainEmail)),
    ...filled(phones.map(e164)),
    isWhole ? googleName(first) : '',
    isWhole ? googleName(last) : '',
    country,
    isWhole ? zip : '',
  ]
}

/** What an audience may say about a recipient of the notebook. */
export function audiencePerson({ customer, person, emails, phones }: Recipient): AudiencePerson {
  return {
    emails,
    phones,
    firstName: person?.firstName,
    lastName: person?.lastName,
    jobTitle: person?.title,
    company: customer.name,
    city: customer.city,
    country: customer.country,
  }
}

/** A row of LinkedIn's list of companies: nothing about anybody who works there. */
export function companyRow(customer: Customer, people: readonly Person[]): string[] {
  const { name, website = '', city = '', country = '' } = customer
  return [name, website, emailDomain(customer, people), '', '', '', city, '', country, '']
}

/** Whether a page is a person's own: its name is that person's, or an address. Then it is no company. */
export function isPersonalPage(customer: Customer, people: readonly Person[]): boolean {
  const handles = [...customer.handles, ...people.flatMap((person) => person.handles)]
  return (
    people.some(({ fullName }) => fullName === customer.name) ||
    handles.some(({ entered, value }) => entered === customer.name || value === customer.name)
  )
}

/** The domain of the work addresses, where there is one; a free mailbox says nothing about a company. */
function emailDomain(customer: Customer, people: readonly Person[]): string {
  const handles = [...customer.handles, ...people.flatMap((person) => person.handles)]
  for (const { kind, value } of handles) {
    const domain = kind === 'email' ? domainKey(value) : undefined
    if (domain !== undefined) return domain
  }
  return ''
}

function repeat(name: string): string[] {
  return Array.from({ length: ADDRESSES }, () => name)
}

function filled(values: readonly string[]): string[] {
  const usable = values.filter((value) => value !== '')
  return Array.from({ length: ADDRESSES }, (_, index) => usable[index] ?? '')
}
