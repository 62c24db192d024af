import type { CustomerFile } from '#shared/exporting/customerFile'
import type { ExportChoice, ExportMoment } from '#shared/exporting/exportRequest'
import type { Attachment } from '#shared/records/attachment'
import type { Consent } from '#shared/records/consent'
import type { Customer } from '#shared/records/customer'
import type { Handle, HandleKind } from '#shared/records/handle'
import type { Person } from '#shared/records/person'
import { testId } from '../changes/memoryNotebook'

/** 17:00 on 28 November 2026 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 28, 9)
export const MOMENT: ExportMoment = { language: 'en', zone: 'Asia/Shanghai', now: NOW, today: '2026-11-28' }

const base = (number: number) => ({
  id: testId(number),
  schema: 1,
  rev: 1,
  createdAt: NOW,
  updatedAt: NOW,
  origin: 'person' as const,
})

export function handle(kind: HandleKind, value: string, more: Partial<Handle> = {}): Handle {
  return { kind, value, entered: value, ...more }
}

export function customer(number: number, name: string, more: Partial<Customer> = {}): Customer {
  return { ...base(number), name, handles: [], stage: 'lead', tags: [], ...more }
}

export function person(number: number, fullName: string, more: Partial<Person> = {}): Person {
  return { ...base(number), customerId: testId(1), fullName, handles: [], ...more }
}

/** A yes to newsletters by email, unless said otherwise. */
export function consent(number: number, more: Partial<Consent> = {}): Consent {
  return {
    ...base(number),
    customerId: testId(1),
    carrier: 'email',
    purpose: 'newsletter',
    state: 'given',
    at: NOW + number,
    wording: 'May we write to you?',
    ...more,
  }
}

export function photo(number: number, more: Partial<Attachment> = {}): Attachment {
  return {
    ...base(number),
    hash: 'ab'.repeat(32),
    mediaType: 'image/jpeg',
    sizeBytes: 1000,
    purpose: 'card',
    ...more,
  }
}

/** A customer with nothing but what is given. */
export function fileOf(about: Customer, more: Partial<Omit<CustomerFile, 'customer'>> = {}): CustomerFile {
  return {
    customer: about,
    people: [],
    consents: [],
    memberships: [],
    interactions: [],
    promises: [],
    quotes: [],
    orders: [],
    enrolments: [],
    touches: [],
    appointments: [],
    photos: [],
    ...more,
  }
}

export function choiceOf(more: Partial<ExportChoice>): ExportChoice {
  return {
    subject: 'contacts',
    format: 'xlsx',
    table: 'interactions',
    hashed: false,
    photos: false,
    ...more,
  }
}

export const NO_LOOKUPS = {
  names: new Map<string, string>(),
  plans: [],
  own: [],
  workingDays: [1, 2, 3, 4, 5],
}
