import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { RecordOf } from '#shared/records/tables'
import type { NotebookDatabase, PartRow } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { FactsReader } from '../../../renderer/workers/factsReader'
import { Finder } from '../../../renderer/workers/finder'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'
import { closedOrder } from './closedOrder'

const ZONE = 'UTC'
const NOON = Date.UTC(2026, 5, 1, 12)

let db: NotebookDatabase
let seq: number

beforeEach(async () => {
  db = await newIndex()
  seq = 0
})

async function commit(changes: readonly Change[], reader?: FactsReader): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  await reader?.follow(db, changes, seq)
}

const customer = (number: number): Change =>
  createChange(
    'customers',
    { id: testId(number), name: `c${number}`, handles: [], stage: 'lead', tags: [] },
    NOON,
  )
const order = (number: number, customerId: string): Change =>
  closedOrder(number, customerId, number * 100, NOON)

/** Facts of one customer a part. */
const newReader = (worthKeeping?: number) =>
  new FactsReader(async () => undefined, {
    partCustomers: 1,
    ...(worthKeeping === undefined ? {} : { worthKeeping }),
  })

async function opened(reader = newReader(), zone = ZONE, currency?: string): Promise<FactsReader> {
  reader.begin(db, { zone, currency })
  await reader.settled(db)
  return reader
}

async function kept(): Promise<void> {
  await (await opened()).keep(db)
}

const orders = (reader: FactsReader) =>
  reader.customers().map(({ facts }) => facts.orders.map(({ revenueMinor }) => revenueMinor))

/** Takes a row away behind everybody's back: facts that still tell of it were not folded from it. */
const losesOrder = (number: number) => db.rows('orders').delete(testId(number))

test('what was kept is not folded again, and who was touched since is', async () => {
  await commit([customer(1), customer(2), customer(3), order(11, testId(1)), order(12, testId(2))])
  await kept()
  expect(await db.keptParts.count()).toBe(4)
  await losesOrder(11)
  expect(orders(await opened())).toEqual([[1100], [1200], []])
  await commit([order(13, testId(2)), customer(4)])
  expect(orders(await opened())).toEqual([[1100], [1200, 1300], [], []])
  await commit([order(14, testId(1))])
  expect(orders(await opened())).toEqual([[1400], [1200, 1300], [], []])
})

test('whoever gives way waits until kept facts are taken over', async () => {
  await commit([customer(1), customer(2)])
  await kept()
  const held: (() => void)[] = []
  const reader = new FactsReader(() => new Promise<void>((resolve) => held.push(resolve)), {
    partCustomers: 1,
  })
  await reader.untilTaken()

  reader.begin(db, { zone: ZONE })
  await expect.poll(() => held.length).toBe(1)
  const order: string[] = []
  const waited = reader.untilTaken().then(() => order.push('gave way'))
  await db.keptParts.count()
  order.push('first part')
  held[0]?.()
  await expect.poll(() => held.length).toBe(2)
  order.push('second part')
  held[1]?.()
  await waited
  await reader.settled(db)
  expect(order).toEqual(['first part', 'second part', 'gave way'])
})

test('a touchpoint that goes to another channel, and a rate, put in question whom they concern', async () => {
  const fair = createChange(
    'touchpoints',
    { id: testId(50), kind: 'fair', name: 'Tavola', channelId: testId(60) },
    NOON,
  )
  const met = createChange(
    'interactions',
    {
      id: testId(70),
      customerId: testId(1),
      personIds: [],
      kind: 'met',
      direction: 'both',
      at: NOON,
      touchpointId: testId(50),
    },
    NOON,
  )
  await commit([customer(1), customer(2), fair, met, order(11, testId(1)), order(12, testId(2))])
  await kept()
  await losesOrder(12)
  const moved = updateChange(
    'touchpoints',
    fair.after as unknown as RecordOf<'touchpoints'>,
    { channelId: testId(61) },
    NOON + 1,
  )
  if (moved !== undefined) await commit([moved])
  const again = await opened()
  expect(again.customers()[0]?.facts.sources[0]?.channelId).toBe(testId(61))
  expect(orders(again)).toEqual([[1100], [1200]])
  await commit([
    createChange(
      'rates',
      { id: testId(80), from: 'EUR', to: 'USD', on: '2026-06-01', rate: '1.1' } as never,
      NOON,
    ),
  ])
  expect(orders(await opened())).toEqual([[1100], []])
})

test('what comes for a page that had been merged before goes to the page that is left', async () => {
  const second = customer(2)
  await commit([customer(1), second, order(11, testId(1))])
  const gone = deleteChange('customers', second.after as unknown as RecordOf<'customers'>, NOON + 1)
  await commit([
    {
      ...gone,
      added: [...(gone.added ?? []), 'mergedIntoId'],
      after: { ...gone.after, mergedIntoId: testId(1) },
    },
  ])
  await kept()
  await commit([order(12, testId(2))])
  expect(orders(await opened()).map((own) => [...own].sort())).toEqual([[1100, 1200]])
})

test('what is not whole, spoilt, of another time, rule, zone or currency is folded anew', async () => {
  const alter = (key: string, change: (row: PartRow) => Partial<PartRow>) =>
    db.keptParts
      .where(':id')
      .startsWith(key)
      .modify((row, ref) => {
        ref.value = { ...row, ...change(row) }
      })
  const spoil: Readonly<Record<string, () => Promise<unknown>>> = {
    'nothing is there': () => db.keptParts.clear(),
    'the head is missing': () => db.keptParts.delete('facts'),
    'a part is missing': () => db.keptParts.where(':id').startsWith('facts/').limit(1).delete(),
    'a byte is another one': () =>
      alter('facts/', ({ bytes }) => ({ bytes: bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte)) })),
    'the head is spoilt': () => alter('facts', ({ bytes }) => ({ bytes: bytes.slice(1) })),
    'a part is of another time': () => alter('facts/', (row) => ({ seq: row.seq - 1 })),
  }
  await commit([customer(1), customer(2)])
  for (const [why, damage] of Object.entries(spoil)) {
    await commit([order(12, testId(2))])
    await kept()
    await losesOrder(12)
    expect(orders(await opened()), `${why}: control`).toEqual([[], [1200]])
    await damage()
    expect(orders(await opened()), why).toEqual([[], []])
  }
  await commit([order(12, testId(2))])
  await kept()
  await losesOrder(12)
  expect(orders(await opened(newReader(), 'Asia/Shanghai')), 'another zone').toEqual([[], []])
  const inEuros = await opened(newReader(), ZONE, 'EUR')
  expect(orders(inEuros), 'another currency').toEqual([[], []])
  // Figures that somebody looks at in another currency are not what the next start wants.
  await inEuros.keep(db)
  expect(orders(await opened()), 'the own currency').toEqual([[], [1200]])
})

test('facts that know more than the index does are of another time', async () => {
  await commit([customer(1), order(11, testId(1))])
  await kept()
  await losesOrder(11)
  await db.meta.where('key').equals('index').modify({ lastSeq: 0 })
  expect(orders(await opened())).toEqual([[]])
})

test('facts before are believed until those behind them are written whole', async () => {
  await commit([customer(1), customer(2), order(11, testId(1))])
  await kept()
  const reader = await opened()
  await commit([order(12, testId(2))], reader)
  await reader.settled(db)
  let writes = 0
  const failing = Object.create(db, {
    keptParts: {
      value: new Proxy(db.keptParts, {
        get: (table, name) => {
          if (name !== 'put') return Reflect.get(table, name).bind?.(table) ?? Reflect.get(table, name)
          return (row: PartRow) => {
            writes += 1
            if (writes === 2) return Promise.reject(new Error('QuotaExceededError'))
            return table.put(row)
          }
        },
      }),
    },
  }) as NotebookDatabase
  await expect(reader.keep(failing)).rejects.toThrow()
  await losesOrder(11)
  expect(orders(await opened())).toEqual([[1100], [1200]])
})

test('once many were folded facts are kept by themselves, few are not worth it, and the search beside them stays', async () => {
  const finder = new Finder(async () => (text: string) => [text] as never)
  await commit([customer(1), customer(2), order(11, testId(1))])
  await finder.openSearch(db)
  await expect.poll(() => db.keptSearch.where(':id').between('0', ':').count()).toBe(1)
  await opened(newReader(3))
  expect(await db.keptParts.get('facts')).toBeUndefined()
  await opened(newReader(2))
  await expect.poll(() => db.keptParts.get('facts')).toBeDefined()
  await finder.keep(db)
  expect(await db.keptParts.where(':id').startsWith('facts').count()).toBe(3)
  expect(await db.keptSearch.where(':id').between('0', ':').count()).toBe(1)
})
