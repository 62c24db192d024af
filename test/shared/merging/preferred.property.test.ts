import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Handle } from '#shared/records/handle'
import { MemoryNotebook } from '../changes/memoryNotebook'
import { CUSTOMERS, domainOf, merge, notebooks, pageOf, unmerge, writePages } from './pages'

const [A = '', B = '', C = ''] = CUSTOMERS
type Pages = Parameters<typeof writePages>[1]

/** Pages of which any address may be the preferred one, one of a list at most. */
const pages: fc.Arbitrary<Pages> = fc
  .tuple(notebooks, fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 9, maxLength: 9 }))
  .map(([each, places]) => {
    const prefer = (handles: readonly Handle[], place = -1) =>
      handles.map(({ preferred: _, ...handle }, index) =>
        index === place ? { ...handle, preferred: true } : handle,
      )
    return each.map((page, index) => ({
      ...page,
      customer: { ...page.customer, handles: prefer(page.customer.handles, places[index * 3]) },
      people: page.people.map((person, at) => ({
        ...person,
        handles: prefer(person.handles, places[index * 3 + 1 + at]),
      })),
    })) as unknown as Pages
  })

/** How many preferred addresses a page and its people have, of each the number. */
function preferredOn(notebook: MemoryNotebook, id: string): number[] {
  const { customer, records } = pageOf(notebook, id)
  const people = records.filter(({ table }) => table === 'people').map(({ record }) => record.handles)
  return [customer.handles, ...people].map(
    (handles) => (handles as readonly Handle[]).filter(({ preferred }) => preferred === true).length,
  )
}

test('there is never more than one preferred address, whichever of two standing merges comes apart first', () => {
  fc.assert(
    fc.property(pages, fc.boolean(), (each, oldestFirst) => {
      const notebook = new MemoryNotebook()
      writePages(notebook, each)
      const before = domainOf(notebook)
      const merges = [merge(notebook, A, B), merge(notebook, A, C)]
      for (const id of oldestFirst ? merges : merges.toReversed()) {
        unmerge(notebook, id)
        for (const page of [
          A,
          ...[B, C].filter((one) => notebook.get('customers', one)?.deletedAt === undefined),
        ])
          expect(Math.max(...preferredOn(notebook, page))).toBeLessThanOrEqual(1)
      }
      expect(domainOf(notebook)).toEqual(before)
    }),
    { numRuns: 500 },
  )
})
