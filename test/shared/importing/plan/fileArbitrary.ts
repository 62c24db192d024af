import * as fc from 'fast-check'
import type { ImportRecord } from '#shared/importing/importRecord'
import { DUPLICATE_RULES } from '#shared/importing/resolveRow'

// Few names, numbers and addresses, so that rows collide in every way that there is.
const names = fc.constantFrom('Ana Lagos', 'Ana', 'Lagos', '王思远', 'Nguyễn Văn An', '🙂', '')
const companies = fc.constantFrom('ACME Ltd', 'Acme', '上海青禾', 'Global Trading', '🏭')
const websites = fc.constantFrom('acme.example', 'qinghe.example')
const emails = fc.constantFrom(
  'a@gmail.com',
  'b@acme.example',
  'info@acme.example',
  'c@qinghe.example',
  'x@y',
)
const phones = fc.constantFrom('+56955500142', '+8613800138000', '0905 550 173')
const ids = fc.record({
  scheme: fc.constantFrom('linkedin', 'vcard', 'badge', 'column:no', 'okki'),
  value: fc.constantFrom('1', '2'),
})
const text = fc.oneof(fc.constantFrom('', '=cmd|x', '<b>', 'x'.repeat(25_000)), fc.string({ maxLength: 12 }))

const handles = fc.array(
  fc.oneof(
    emails.map((value) => ({
      kind: 'email' as const,
      value,
      entered: value,
      ...(value.startsWith('info@') ? { flags: ['roleAddress' as const] } : {}),
    })),
    phones.map((value) => ({ kind: 'phone' as const, value, entered: value })),
    fc.constantFrom('wx1', 'wx2').map((value) => ({ kind: 'wechat' as const, value, entered: value })),
  ),
  { maxLength: 3 },
)

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** Own fields of a page and of people, each at most once in a row, as reading leaves them. */
export const OWN_TARGETS = [
  'own.customers.0190b6f2-7b1c-7c33-8f5e-0000000000a1',
  'own.customers.0190b6f2-7b1c-7c33-8f5e-0000000000a2',
  'own.people.0190b6f2-7b1c-7c33-8f5e-0000000000a3',
] as const
const own = fc.uniqueArray(
  fc.record({
    target: fc.constantFrom(...OWN_TARGETS),
    value: fc.constantFrom('sand', 'slate', 4, 0, false, '2026-11-29'),
    header: fc.constantFrom('Colour', 'Owner'),
    text: fc.constantFrom('sand', '4', 'no'),
  }),
  { maxLength: 3, selector: ({ target }) => target },
)

const record: fc.Arbitrary<ImportRecord> = fc
  .record({
    person: optional(
      fc.record(
        {
          fullName: names,
          title: optional(text),
          salutation: optional(fc.constantFrom('Mr', 'Dr', 'x'.repeat(300))),
          language: optional(fc.constantFrom('de', 'fr', '???')),
        },
        { requiredKeys: ['fullName'] },
      ),
    ),
    company: optional(
      fc.record(
        { name: companies, website: optional(websites), address: optional(text) },
        { requiredKeys: ['name'] },
      ),
    ),
    handles,
    country: optional(fc.constantFrom('CL', 'CN')),
    tags: optional(fc.array(text, { maxLength: 2 })),
    note: optional(text),
    interaction: optional(
      fc.record(
        {
          kind: fc.constantFrom('met', 'enquiry', 'connected', 'import'),
          at: optional(fc.constantFrom('2026-10-15', '2026-10-15T10:00', 1_700_000_000_000, 'soon')),
          text: optional(text),
        },
        { requiredKeys: ['kind'] },
      ),
    ),
    touchpoint: optional(fc.record({ name: fc.constantFrom('Canton Fair', 'Ambiente') })),
    channel: optional(fc.constantFrom('linkedin', 'fair', 'address-book')),
    grade: optional(fc.constantFrom('A', 'b', 'L2')),
    answers: optional(fc.array(fc.record({ question: text, value: text }), { maxLength: 2 })),
    productInterests: optional(fc.array(fc.constantFrom('Bowl', 'bowl', 'Lid'), { maxLength: 2 })),
    externalIds: optional(fc.array(ids, { maxLength: 2 })),
    optOut: optional(fc.constant(true as const)),
    own: optional(own),
    updatedAt: optional(fc.constantFrom('2024-01-01', '2026-10-15T10:00', 1_795_000_000_000, 'soon')),
    extra: fc.dictionary(fc.constantFrom('Owner', 'constructor', 'x'.repeat(70)), text, { maxKeys: 2 }),
  })
  .map((fields) => withDomain(withoutUndefined({ ...fields, row: 0 }) as ImportRecord))
  .filter((one) => one.person !== undefined || one.company !== undefined || one.handles.length > 0)

function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** A company's domain is that of its website, else of the first work address: reading takes it from nowhere else. */
function withDomain(record: ImportRecord): ImportRecord {
  if (record.company === undefined) return record
  const work = record.handles.map(({ value }) => /^[^@]+@(.+\.example)$/.exec(value)?.[1])
  const domain = record.company.website ?? work.find((one) => one !== undefined)
  return domain === undefined ? record : { ...record, company: { ...record.company, domain } }
}

/** Rows of a small file, as reading leaves them. */
export const files = fc.array(record, { maxLength: 25 })

/** How it is planned. */
export const options = fc.record({
  duplicates: fc.constantFrom(...DUPLICATE_RULES),
  format: fc.constantFrom('table' as const, 'alibaba-inquiry' as const, 'linkedin-connections' as const),
  pageRows: fc.integer({ min: 1, max: 30 }),
})
