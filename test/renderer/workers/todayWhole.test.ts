import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { NurtureReader } from '../../../renderer/workers/nurtureReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex, withoutTable, withTables } from '../indexFixture'
import { closedOrder } from './closedOrder'

const today = '2026-11-25'
const now = Date.UTC(2026, 10, 25, 12)
const [late, promised] = [testId(1), testId(2)]

const customer = (id: string): Change =>
  createChange('customers', { id, name: id, handles: [], stage: 'repeat', tags: [] }, 10)
const order = (number: number, on: string): Change => closedOrder(number, late, 100, 10, on)
const promise = createChange(
  'promises',
  { id: testId(3), customerId: promised, by: 'us', text: 'samples', dueOn: today },
  10,
)

let db: NotebookDatabase
beforeEach(async () => {
  db = await newIndex()
  const orders = [order(11, '2026-01-01'), order(12, '2026-02-01'), order(13, '2026-03-01')]
  await applyEntries(db, [entry(1, [customer(late), customer(promised), promise, ...orders])])
})

const told = ({ rows }: { rows: readonly { customerId: string }[] }) => rows.map((row) => row.customerId)

test('a list that was made before everybody was in says so, though they come in while it is made', async () => {
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const reader = new NurtureReader(() => held)
  // Everybody comes in while the list looks at its customers.
  const slow = withTables(db, (rows, table) =>
    table !== 'customers'
      ? rows
      : new Proxy(rows, {
          get: (_, key) => {
            if (key !== 'bulkGet') return Reflect.get(rows, key)
            return async (ids: string[]) => {
              goOn()
              await reader.untilWhole(db)
              return rows.bulkGet(ids)
            }
          },
        }),
  )
  const first = await reader.today(slow, { today, now })
  expect([told(first), first.ordersRead]).toEqual([[promised], false])
  const second = await reader.today(db, { today, now })
  expect([told(second).sort(), second.ordersRead]).toEqual([[late, promised].sort(), true])
})

test('whoever is late by their orders is told where somebody’s quotes can’t be read', async () => {
  const unreadable = withTables(db, (rows, table) =>
    table !== 'quotes'
      ? rows
      : new Proxy(rows, {
          get: (_, key) => {
            if (key !== 'where') return Reflect.get(rows, key)
            return (index: string) => {
              if (index === ':id') throw new Error('unreadable')
              return rows.where(index)
            }
          },
        }),
  )
  const reader = new NurtureReader()
  expect(await reader.untilWhole(unreadable)).toBe(false)
  const list = await reader.today(unreadable, { today, now })
  expect([told(list).sort(), list.ordersRead]).toEqual([[late, promised].sort(), false])
  expect(await reader.untilWhole(db)).toBe(true)
})

test('a change that one reader could not follow has reached the others', async () => {
  const reader = new NurtureReader()
  await reader.untilWhole(db)
  await reader.touchesOf(db, { customerId: late, today, daysAhead: 10 })
  const bought = order(14, '2026-11-24')
  await applyEntries(db, [entry(2, [bought])])
  await expect(reader.follow(withoutTable(db, 'consents'), [bought], 2)).rejects.toThrow('unreadable')
  expect(told(await reader.today(db, { today, now }))).toEqual([promised])
})
