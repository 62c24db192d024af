import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '#shared/changes/changeSet'
import { parseChange } from '#shared/changes/changeSet'
import { buildLead } from '#shared/leads/buildLead'
import { draftHandles } from '#shared/leads/draftHandles'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { isUntouched, parseLeadDraft } from '#shared/leads/leadDraft'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { AT, leadContext, leadDraft, testId } from './leads'

/** What a person types: any script, digits, signs, blanks at the edges, nothing at all. */
const typed = fc.oneof(
  fc.constant(''),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '+86 138 0013 8000',
    '0171/23 45 67-8',
    'Müller & Söhne',
    '=1+1',
    ' 王小明 ',
    'a@b',
    'Anna@EXAMPLE.com',
  ),
)
const kinds = fc.constantFrom(
  'wechat' as const,
  'line' as const,
  'zalo' as const,
  'whatsapp' as const,
  'phone' as const,
  'email' as const,
)
const handles = fc.record({ kind: kinds, entered: typed })

const drafts: fc.Arbitrary<LeadDraft> = fc
  .record({
    company: typed,
    person: typed,
    title: typed,
    country: fc.constantFrom('', 'DE', 'CN', 'VN', 'US'),
    phone: typed,
    phoneAlso: fc.uniqueArray(fc.constantFrom('whatsapp' as const, 'zalo' as const), { maxLength: 2 }),
    email: typed,
    handles: fc.array(handles, { maxLength: 3 }),
    typedHandle: handles,
    typedProduct: typed,
    website: typed,
    address: typed,
    cardText: typed,
    products: fc.array(typed, { maxLength: 3 }),
    promised: typed,
    note: typed,
    answers: fc.dictionary(fc.constantFrom('role', 'volume'), fc.constantFrom('buys', 'trial')),
    grade: fc.option(fc.constantFrom('A' as const, 'D' as const), { nil: undefined }),
    consents: fc.uniqueArray(kinds, { maxLength: 2 }),
  })
  .map((fields) => leadDraft(fields as Partial<LeadDraft>))

/** Every text of a draft, as it must be found again: blanks at the edges are the only thing that may go. */
function textsOf(draft: LeadDraft): string[] {
  return [
    draft.company,
    draft.person,
    draft.title,
    draft.country,
    draft.phone,
    draft.email,
    ...draft.handles.map(({ entered }) => entered),
    draft.typedHandle.entered,
    draft.typedProduct,
    ...draft.products,
    draft.website,
    draft.address,
    draft.cardText,
    draft.promised,
    draft.note,
    ...Object.values(draft.answers),
    ...agreedCarriers(draft),
    draft.grade ?? '',
  ].map((text) => text.trim())
}

/** A yes without an address would hold for every address that the person ever gets, so it is no consent. */
function agreedCarriers(draft: LeadDraft): string[] {
  const addressed = draftHandles(draft).map(({ kind }) => kind)
  return draft.consents.filter((carrier) => addressed.includes(carrier))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

/**
 * The texts that no record has. Two spellings of one address (`A@x.com`, `a@x.com`; `+49 1`, `+491`) are one
 * address, so a text also counts as kept when it differs in case, blanks and signs only.
 */
function missing(draft: LeadDraft, changes: readonly Change[]): string[] {
  const kept = new Set(changes.flatMap(({ after }) => stringsIn(after)).map(bare))
  return textsOf(draft).filter((text) => text !== '' && !kept.has(bare(text)))
}

function bare(text: string): string {
  const lower = text.toLowerCase()
  return lower.replace(/[^\p{L}\p{N}]/gu, '') || lower
}

test('nothing that was typed is dropped', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      expect(missing(draft, buildLead(draft, leadContext()))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('every record that a form makes may be journalled', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      for (const change of buildLead(draft, leadContext()))
        expect(parseChange(change)).toEqual({ ok: true, value: change })
    }),
    { numRuns: 300 },
  )
})

test('saving the same form twice makes the same records', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      expect(buildLead(draft, leadContext())).toEqual(buildLead(draft, leadContext()))
    }),
    { numRuns: 100 },
  )
})

test('a form comes back from disk as it was typed', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const kept = parseLeadDraft(JSON.stringify(draft))
      expect(kept).toEqual(JSON.parse(JSON.stringify(draft)))
    }),
    { numRuns: 200 },
  )
})

test('a consent always names the address that it was given for', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const consents = buildLead(draft, leadContext()).filter(({ table }) => table === 'consents')
      for (const { after } of consents) {
        const ofLead = draftHandles(draft).some(
          ({ kind, value }) => kind === after.carrier && value === after.address,
        )
        expect(ofLead).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('a form counts as touched as soon as there is any text in it', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      if (textsOf(draft).some((text) => text !== '')) expect(isUntouched(draft)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

const managed = { schema: 1, rev: 1, createdAt: AT, updatedAt: AT, origin: 'person' as const }
const existingCustomer: Customer = {
  ...managed,
  id: testId(60),
  name: 'Known',
  handles: [],
  stage: 'order',
  tags: [],
  country: 'SE',
}
const existingPerson: Person = {
  ...managed,
  id: testId(61),
  customerId: testId(60),
  fullName: 'K',
  title: 'T',
  handles: [],
}

test('nothing that was typed is dropped when the page exists already', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      expect(missing(draft, buildLead(draft, leadContext({ existingCustomer, existingPerson })))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('nothing that was typed is dropped when the chosen page cannot be read', () => {
  const unreadPage = { customerId: testId(60), personId: testId(61) }
  fc.assert(
    fc.property(drafts, (draft) => {
      expect(missing(draft, buildLead(draft, leadContext({ unreadPage })))).toEqual([])
      const { personId: _unknown, ...pageAlone } = unreadPage
      expect(missing(draft, buildLead(draft, leadContext({ unreadPage: pageAlone })))).toEqual([])
    }),
    { numRuns: 200 },
  )
})
