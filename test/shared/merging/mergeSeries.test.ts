import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MergeSeries } from '#shared/merging/mergeSeries'
import type { Merge } from '#shared/records/merge'
import { MemoryNotebook, testId } from '../changes/memoryNotebook'
import { CUSTOMERS, domainOf, merge, notebooks, pageOf, unmerge, writePages } from './pages'

const [A = '', B = '', C = ''] = CUSTOMERS

test('a group merged in one change-set is undone by one undo, and comes apart page by page', () => {
  fc.assert(
    fc.property(notebooks, fc.boolean(), (pages, oldestFirst) => {
      const notebook = new MemoryNotebook()
      writePages(notebook, pages)
      const before = notebook.canonical()
      const mergeAll = () => {
        let ids = 600_000
        const group = [pageOf(notebook, B), pageOf(notebook, C)]
        const built = new MergeSeries({ newId: () => testId(ids++), plans: [], at: notebook.now + 1 }).merge(
          pageOf(notebook, A),
          group,
        )
        if (!built.ok) throw new Error(built.error.code)
        notebook.commit(built.value, { origin: 'merge' })
      }
      mergeAll()
      expect(notebook.undo()).toEqual([])
      expect(notebook.canonical()).toEqual(before)

      expect(notebook.redo()).toEqual([])
      const merges = notebook.all().filter(({ table }) => table === 'merges')
      const ids = merges.map(({ record }) => (record as unknown as Merge).id)
      for (const id of oldestFirst ? ids : ids.toReversed()) unmerge(notebook, id)
      expect(domainOf(notebook)).toEqual(before)
    }),
    { numRuns: 150 },
  )
})

test('a group gives what merging one after the other gives', () => {
  fc.assert(
    fc.property(notebooks, (pages) => {
      const [together, oneByOne] = [new MemoryNotebook(), new MemoryNotebook()]
      for (const notebook of [together, oneByOne]) writePages(notebook, pages)
      let ids = 600_000
      const group = [pageOf(together, B), pageOf(together, C)]
      const plans = [{ id: testId(70), planKey: 'fairWelcome' }]
      const built = new MergeSeries({ newId: () => testId(ids++), plans, at: 1 }).merge(
        pageOf(together, A),
        group,
      )
      if (!built.ok) throw new Error(built.error.code)
      together.commit(built.value)
      merge(oneByOne, A, B)
      merge(oneByOne, A, C)
      expect(withoutTimes(domainOf(together))).toEqual(withoutTimes(domainOf(oneByOne)))
    }),
    { numRuns: 100 },
  )
})

function withoutTimes(domain: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(domain).map(([key, record]) => [
      key,
      { ...(record as Record<string, unknown>), updatedAt: 0, pausedAt: undefined },
    ]),
  )
}
