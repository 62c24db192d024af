import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { rateTable } from '#shared/money/rates'
import type { RecordOf } from '#shared/records/tables'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { TradeBook } from '../../../renderer/workers/tradeBook'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'
import { closedOrder } from './closedOrder'

const NOON = Date.UTC(2026, 5, 1, 12)
const [ONE, TWO] = [testId(1), testId(2)]

let db: NotebookDatabase
let seq: number
beforeEach(async () => {
  db = await newIndex()
  seq = 0
})

async function commit(change: Change, book?: TradeBook): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, [change])])
  await book?.follow(db, [change], seq)
}

async function opened(worthKeeping?: number): Promise<TradeBook> {
  const book = new TradeBook(undefined, worthKeeping)
  await book.readAll(db)
  return book
}

/** What both customers bought, in dollars. */
const bought = (book: TradeBook) =>
  [ONE, TWO].map((id) => book.amounts(id, 'USD', rateTable([], undefined), '2026-11-25').lifetime?.minor ?? 0)

/** Takes a row away behind everybody's back: a book that still tells of it has not read it. */
const losesOrder = (number: number) => db.rows('orders').delete(testId(number))

test('what was kept is not read again, and whoever was touched since is', async () => {
  await commit(closedOrder(11, ONE, 100, NOON))
  await commit(closedOrder(12, TWO, 200, NOON))
  await (await opened()).keep(db)
  await losesOrder(11)
  expect(bought(await opened())).toEqual([100, 200])
  await commit(closedOrder(13, TWO, 300, NOON))
  expect(bought(await opened())).toEqual([100, 500])
  await commit(closedOrder(14, ONE, 400, NOON))
  expect(bought(await opened())).toEqual([400, 500])
})

test('trade that is not whole, spoilt or of another time is read from the rows', async () => {
  const spoil: Readonly<Record<string, () => Promise<unknown>>> = {
    'the head is missing': () => db.keptParts.delete('trade'),
    'a part is missing': () => db.keptParts.where(':id').startsWith('trade/').delete(),
    'a byte is another one': () =>
      db.keptParts
        .where(':id')
        .startsWith('trade/')
        .modify((row, ref) => {
          ref.value = { ...row, bytes: row.bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte)) }
        }),
    'the index knows less': () => db.meta.where('key').equals('index').modify({ lastSeq: 0 }),
  }
  for (const [why, damage] of Object.entries(spoil)) {
    await commit(closedOrder(11 + seq, ONE, 100, NOON))
    await (await opened()).keep(db)
    const last = testId(10 + seq)
    await db.rows('orders').delete(last)
    expect(bought(await opened())[0], `${why}: control`).toBe(100)
    await damage()
    expect(bought(await opened())[0], why).toBe(0)
  }
})

test('once many are in trade is kept by itself, and few are not worth it', async () => {
  await commit(closedOrder(11, ONE, 100, NOON))
  await commit(closedOrder(12, TWO, 200, NOON))
  await opened(3)
  expect(await db.keptParts.get('trade')).toBeUndefined()
  await opened(2)
  await expect.poll(() => db.keptParts.get('trade')).toBeDefined()
})

test('what changes while everybody is read is not put back by what was read before', async () => {
  const sold = closedOrder(11, ONE, 100, NOON)
  await commit(sold)
  const pauses: (() => void)[] = []
  const book = new TradeBook(() => new Promise<void>((resolve) => pauses.push(resolve)))
  const reading = book.readAll(db)
  await expect.poll(() => pauses.length).toBe(1)
  const moved = updateChange('orders', sold.after as unknown as RecordOf<'orders'>, { customerId: TWO }, NOON)
  if (moved === undefined) throw new Error('nothing changed')
  await commit(moved, book)
  pauses[0]?.()
  await reading
  expect(bought(book)).toEqual([0, 100])
})

test('a book that could not follow a change keeps nothing that would hide it', async () => {
  await commit(closedOrder(11, ONE, 100, NOON))
  await (await opened()).keep(db)
  const book = await opened()
  const change = closedOrder(12, ONE, 200, NOON)
  seq += 1
  await applyEntries(db, [entry(seq, [change])])
  const failing = Object.create(db, {
    transaction: { value: () => Promise.reject(new Error('AbortError')) },
  }) as NotebookDatabase
  await expect(book.follow(failing, [change], seq)).rejects.toThrow()
  await commit(closedOrder(13, TWO, 300, NOON), book)
  await book.keep(db)
  expect(bought(await opened())).toEqual([300, 300])
})
