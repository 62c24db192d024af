import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Customer } from '#shared/records/customer'
import { countCustomers, liveCustomersByIndex } from '../../../renderer/store/queries/customers'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { BulkApply } from '../../../renderer/workers/bulkApply'
import { countLiveCustomers } from '../../../renderer/workers/liveCustomers'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

const AT = Date.UTC(2026, 10, 25, 12)

/** What is done to one of four customers. */
const edit = fc.record({ who: fc.nat(3), kind: fc.constantFrom('add', 'rename', 'delete', 'restore') })
/** Sets of edits, each saved at once or part by part; some of those never come to their end, or come again at the next start. */
const sets = fc.array(
  fc.record({
    edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
    way: fc.constantFrom('atOnce', 'parts', 'cut', 'cutAndReplayed'),
  }),
  { maxLength: 12 },
)

/** Customers as they are, and the changes that edits of them come to. */
class Customers {
  private readonly known = new Map<number, Customer>()

  changes(edits: readonly { readonly who: number; readonly kind: string }[]): Change[] {
    return edits.flatMap(({ who, kind }) => {
      const change = this.changeOf(who, kind)
      if (change === undefined) return []
      this.known.set(who, change.after as unknown as Customer)
      return [change]
    })
  }

  private changeOf(who: number, kind: string): Change | undefined {
    const known = this.known.get(who)
    if (known === undefined) {
      if (kind !== 'add') return undefined
      const fields = { id: testId(who), name: 'A', handles: [], stage: 'lead' as const, tags: [] }
      return createChange('customers', fields, AT)
    }
    const isGone = known.deletedAt !== undefined
    if (kind === 'delete') return isGone ? undefined : deleteChange('customers', known, AT)
    if (kind === 'restore') return updateChange('customers', known, { deletedAt: undefined } as never, AT)
    return isGone ? undefined : updateChange('customers', known, { name: `${known.name}a` }, AT)
  }
}

test('the number of customers that is kept is that of the index, and absent where it may not be', async () => {
  await fc.assert(
    fc.asyncProperty(sets, async (all) => {
      const db = await newIndex()
      try {
        const customers = new Customers()
        let seq = 0
        for (const { edits, way } of all) {
          const changes = customers.changes(edits)
          seq += 1
          if (way === 'atOnce') await applyEntries(db, [entry(seq, changes)])
          else {
            const bulk = new BulkApply(db)
            const parts = changes.map((change, at) => entry(seq + at, [change]))
            for (const part of parts) await bulk.add([part])
            seq += parts.length
            if (way === 'parts') await bulk.finish()
            if (way === 'cutAndReplayed') await applyEntries(db, parts)
          }
          const meta = await db.meta.get('index')
          const live = await liveCustomersByIndex(db)
          expect([undefined, live]).toContain(meta?.liveCustomers)
          expect(await countCustomers(db)).toBe(live)
          if (way === 'atOnce' || way === 'parts') expect(meta?.liveCustomers).toBe(live)
          else await countLiveCustomers(db)
        }
      } finally {
        db.close()
      }
    }),
    { numRuns: 60 },
  )
})
