import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { NurtureReader } from '../../../renderer/workers/nurtureReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

const today = '2026-11-25'
const now = Date.UTC(2026, 10, 25, 12)
const [late, promised] = [testId(1), testId(2)]

const customer = (id: string): Change =>
  createChange('customers', { id, name: id, handles: [], stage: 'repeat', tags: [] }, 10)
const order = (number: number, on: string): Change =>
  createChange(
    'orders',
    {
      id: testId(number),
      customerId: late,
      on,
      currency: 'USD',
      lines: [],
      total: { minor: 100, currency: 'USD' },
      status: 'closed',
      milestones: [],
    },
    10,
  )
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

/** A database that does something first whenever some table is asked for. */
const before = (table: TableName, act: () => Promise<unknown>) =>
  Object.create(db, {
    rows: {
      value: (name: TableName) => {
        const rows = db.rows(name)
        if (name !== table) return rows
        return new Proxy(rows, {
          get: (_, key) =>
            key === 'bulkGet'
              ? async (ids: string[]) => {
                  await act()
                  return rows.bulkGet(ids)
                }
              : Reflect.get(rows, key),
        })
      },
    },
  }) as NotebookDatabase

const told = ({ rows }: { rows: readonly { customerId: string }[] }) => rows.map((row) => row.customerId)

test('a list that was made before everybody was in says so, though they come in while it is made', async () => {
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const reader = new NurtureReader(() => held)
  const slow = before('customers', async () => {
    goOn()
    await reader.untilWhole(db)
  })
  const first = await reader.today(slow, { today, now })
  expect([told(first), first.ordersRead]).toEqual([[promised], false])
  const second = await reader.today(db, { today, now })
  expect([told(second).sort(), second.ordersRead]).toEqual([[late, promised].sort(), true])
})

test('whoever is late by their orders is told where somebody’s quotes can’t be read', async () => {
  const unreadable = Object.create(db, {
    rows: {
      value: (name: TableName) => {
        const rows = db.rows(name)
        if (name !== 'quotes') return rows
        return new Proxy(rows, {
          get: (_, key) => {
            if (key !== 'where') return Reflect.get(rows, key)
            return (index: string) => {
              if (index === ':id') throw new Error('unreadable')
              return rows.where(index)
            }
          },
        })
      },
    },
  }) as NotebookDatabase
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
  const failing = Object.create(db, {
    rows: {
      value: (name: TableName) => {
        if (name === 'consents') throw new Error('unreadable')
        return db.rows(name)
      },
    },
  }) as NotebookDatabase
  await expect(reader.follow(failing, [bought], 2)).rejects.toThrow('unreadable')
  expect(told(await reader.today(db, { today, now }))).toEqual([promised])
})
