import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChange, type NewRecord, updateChange } from '#shared/changes/buildChange'
import { parseChangeSet } from '#shared/changes/changeSet'
import { CHOSEN_FIELDS, type FieldChoices } from '#shared/merging/joinFields'
import type { Customer } from '#shared/records/customer'
import { MemoryNotebook, testId } from '../changes/memoryNotebook'
import { CUSTOMERS, domainOf, merge, notebooks, pageOf, required, unmerge, writePages } from './pages'

const [A = '', B = '', C = ''] = CUSTOMERS
const choices: fc.Arbitrary<FieldChoices> = fc.record(
  Object.fromEntries(
    CHOSEN_FIELDS.map((field) => [field, fc.constantFrom('winner' as const, 'loser' as const)]),
  ),
)

function started(pages: Parameters<typeof writePages>[1]): MemoryNotebook {
  const notebook = new MemoryNotebook()
  writePages(notebook, pages)
  return notebook
}

test('merging and taking apart leaves everything as it was', () => {
  fc.assert(
    fc.property(notebooks, choices, (pages, chosen) => {
      const notebook = started(pages)
      const before = domainOf(notebook)
      const id = merge(notebook, A, B, chosen)
      unmerge(notebook, id)
      expect(domainOf(notebook)).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('merging and undoing leaves everything as it was, the memory of merges included', () => {
  fc.assert(
    fc.property(notebooks, choices, (pages, chosen) => {
      const notebook = started(pages)
      const before = notebook.canonical()
      merge(notebook, A, B, chosen)
      expect(notebook.undo()).toEqual([])
      expect(notebook.canonical()).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('three pages merged into one come apart in any order', () => {
  fc.assert(
    fc.property(notebooks, choices, choices, fc.boolean(), (pages, first, second, oldestFirst) => {
      const notebook = started(pages)
      const before = domainOf(notebook)
      const merges = [merge(notebook, A, B, first), merge(notebook, A, C, second)]
      for (const id of oldestFirst ? merges : merges.toReversed()) unmerge(notebook, id)
      expect(domainOf(notebook)).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('a page that was merged on comes apart from the top', () => {
  fc.assert(
    fc.property(notebooks, (pages) => {
      const notebook = started(pages)
      const before = domainOf(notebook)
      const inner = merge(notebook, B, C)
      const outer = merge(notebook, A, B)
      expect(() => unmerge(notebook, inner)).toThrow('unmerge.notOnTop')
      unmerge(notebook, outer)
      unmerge(notebook, inner)
      expect(domainOf(notebook)).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('whatever a merge or its taking apart makes may be journalled', () => {
  fc.assert(
    fc.property(notebooks, choices, (pages, chosen) => {
      const notebook = started(pages)
      const id = merge(notebook, A, B, chosen)
      unmerge(notebook, id)
      for (const set of notebook.sets) expect(parseChangeSet(JSON.parse(JSON.stringify(set))).ok).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('three pages hold the same whatever the order they were merged in', () => {
  fc.assert(
    fc.property(notebooks, (pages) => {
      const contents = [
        [
          [A, B],
          [A, C],
        ],
        [
          [A, C],
          [A, B],
        ],
        [
          [B, C],
          [A, B],
        ],
      ].map((order) => {
        const notebook = started(pages)
        for (const [winner = '', loser = ''] of order) merge(notebook, winner, loser)
        return contentOf(notebook, A)
      })
      expect(contents[1]).toEqual(contents[0])
      expect(contents[2]).toEqual(contents[0])
    }),
    { numRuns: 300 },
  )
})

/** What is kept of everybody, orders and choices apart. */
function contentOf(notebook: MemoryNotebook, id: string) {
  const { customer, records } = pageOf(notebook, id)
  const people = records.filter(({ table }) => table === 'people')
  return {
    addresses: sorted([
      ...[...customer.handles, ...people.flatMap(({ record }) => record.handles)].map(addressOf),
      customer.website && `web ${customer.website}`,
    ]),
    tags: sorted(customer.tags),
    sources: sorted([customer.sourceTouchpointId, ...(customer.furtherSourceIds ?? [])]),
    names: sorted([customer.name, customer.latinName, ...(customer.otherNames ?? [])]),
    ids: sorted((customer.externalIds ?? []).map(({ scheme, value }) => `${scheme} ${value}`)),
    records: sorted(records.filter(({ table }) => table !== 'people').map(({ record }) => record.id)),
  }
}

function addressOf(handle: unknown): string {
  const { kind, value } = handle as { kind: string; value: string }
  return `${kind} ${value}`
}

function sorted(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined).map(String))].sort()
}

/** What a person does to a merged page. */
const edits = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('city' as const), to: fc.constantFrom('Oslo', 'Bergen') }),
    fc.record({ kind: fc.constant('grade' as const), to: fc.constantFrom('B' as const, 'D' as const) }),
    fc.record({ kind: fc.constant('tag' as const), to: fc.constantFrom('new', 'newer') }),
    fc.record({
      kind: fc.constant('talk' as const),
      of: fc.constantFrom(A, B),
      place: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({ kind: fc.constant('note' as const), goesTo: fc.constantFrom(A, B) }),
  ),
  { maxLength: 6 },
)
type Edit = typeof edits extends fc.Arbitrary<(infer T)[]> ? T : never

/** Does an edit to a page; gives the id of a new note that belongs to `B`. */
function edit(
  notebook: MemoryNotebook,
  step: Edit,
  place: number,
  pageIdOf: (owner: string) => string,
): string | undefined {
  const at = notebook.now + 1
  if (step.kind === 'note') {
    const id = testId(700_000 + place)
    const note: NewRecord<'interactions'> = {
      id,
      customerId: pageIdOf(step.goesTo),
      personIds: [],
      kind: 'note',
      direction: 'out',
      at,
      text: `later ${place}`,
    }
    notebook.commit([createChange('interactions', note, at)])
    return step.goesTo === B ? id : undefined
  }
  if (step.kind === 'talk') {
    const id = testId(1000 * (CUSTOMERS.indexOf(step.of) + 1) + 100 + step.place)
    const talk = notebook.get('interactions', id)
    const change = talk && updateChange('interactions', talk, { text: `edited ${place}` }, at)
    if (change !== undefined) notebook.commit([change])
    return undefined
  }
  const page = required(notebook.get('customers', A))
  const patch: Partial<Customer> =
    step.kind === 'tag' ? { tags: [...page.tags, `${step.to} ${place}`] } : { [step.kind]: step.to }
  const change = updateChange('customers', page, patch, at)
  if (change !== undefined) notebook.commit([change])
  return undefined
}

test('what was done between merging and taking apart survives with its owner', () => {
  fc.assert(
    fc.property(notebooks, choices, edits, (pages, chosen, steps) => {
      const merged = started(pages)
      const id = merge(merged, A, B, chosen)
      const given = steps.flatMap((step, place) => edit(merged, step, place, () => A) ?? [])
      unmerge(merged, id, given)
      const apart = started(pages)
      for (const [place, step] of steps.entries()) edit(apart, step, place, (owner) => owner)
      expect(withoutTimes(domainOf(merged))).toEqual(withoutTimes(domainOf(apart)))
    }),
    { numRuns: 300 },
  )
})

/** The clocks of the two notebooks tick differently. */
function withoutTimes(domain: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(domain).map(([key, record]) => {
      const { updatedAt: _updated, createdAt: _created, ...content } = record as Record<string, unknown>
      return [key, { ...content, at: undefined }]
    }),
  )
}

test('merging nobody into themselves, or somebody twice, is refused', () => {
  const [pages] = fc.sample(notebooks, { numRuns: 300, seed: 1 })
  const notebook = started(required(pages))
  expect(() => merge(notebook, A, A)).toThrow('merge.sameCustomer')
  const id = merge(notebook, A, B)
  expect(() => merge(notebook, C, B)).toThrow('merge.gone')
  unmerge(notebook, id)
  expect(() => unmerge(notebook, id)).toThrow('unmerge.done')
})
