import type { LeadContext } from '#shared/leads/leadContext'
import { emptyLeadDraft, type LeadDraft } from '#shared/leads/leadDraft'
import type { Touchpoint } from '#shared/records/touchpoint'

/** Readable ids: the number is the name. */
export function testId(number: number): string {
  return `0199f000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

export const AT = 1_792_000_000_000
const STARTED_AT = 1_791_999_000_000

export const fair: Touchpoint = {
  id: testId(1),
  schema: 1,
  rev: 1,
  createdAt: 1,
  updatedAt: 1,
  origin: 'person',
  kind: 'fair',
  name: 'Canton Fair',
  zone: 'Asia/Shanghai',
}

export const ids = {
  changeSetId: testId(10),
  customerId: testId(11),
  personId: testId(12),
  interactionId: testId(13),
}

/** An empty form with some of its fields filled in. */
export function leadDraft(fields: Partial<LeadDraft> = {}): LeadDraft {
  return { ...emptyLeadDraft(ids, fair.id, STARTED_AT), ...fields }
}

/** What the notebook knows; new ids count up from 100. */
export function leadContext(fields: Partial<LeadContext> = {}): LeadContext {
  let next = 100
  return {
    at: AT,
    fair,
    productsByName: new Map(),
    noteMarks: [],
    consentWording: 'May we write?',
    consentLanguage: 'en',
    newsletterWording: 'News now and then?',
    defaultPromiseDay: '2026-10-20',
    newId: () => testId(next++),
    ...fields,
  }
}
