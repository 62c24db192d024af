import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { rateTable } from '#shared/money/rates'
import type { RecordOf } from '#shared/records/tables'
import { addDays } from '#shared/time/calendarDay'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { TradeBook } from '../../../renderer/workers/tradeBook'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

const NOW = Date.UTC(2026, 10, 25, 12)
const TODAY = '2026-11-25'
const CUSTOMERS = [0, 1].map((number) => testId(number))
const RATES = rateTable([], undefined)

const KINDS = [
  'order',
  'cancel',
  'quote',
  'close',
  'move',
  'delete',
  'look',
  'open',
  'keep',
  'restart',
] as const
const step = fc.record({ kind: fc.constantFrom(...KINDS), a: fc.nat(1), b: fc.nat(1), days: fc.nat(300) })
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Document {
  readonly table: 'orders' | 'quotes'
  readonly record: RecordOf<'orders' | 'quotes'>
}

/** Documents that are written, with a book that follows them. */
class Trade {
  book = this.newBook()
  /** A book that is reading stands still between its pages until something was written. */
  private goOn: () => void = () => undefined
  private held = Promise.resolve()
  private readonly documents = new Map<string, Document>()
  private last = 100
  private seq = 0

  constructor(readonly db: NotebookDatabase) {}

  async do({ kind, a, b, days }: Step): Promise<void> {
    const some = [...this.documents.values()][days % Math.max(1, this.documents.size)]
    switch (kind) {
      case 'order':
      case 'quote':
        return this.write(kind === 'order' ? 'orders' : 'quotes', newDocument(kind, ++this.last, a, days))
      case 'cancel':
      case 'close':
        if (some === undefined || (kind === 'cancel') !== (some.table === 'orders')) return
        return this.edit(some, { status: kind === 'cancel' ? 'cancelled' : 'declined' })
      case 'move':
        return some === undefined ? undefined : this.edit(some, { customerId: CUSTOMERS[b] })
      case 'delete':
        return some === undefined
          ? undefined
          : this.write(some.table, deleteChange(some.table, some.record, NOW))
      case 'look':
        this.book.rhythms(TODAY)
        return
      case 'open':
        this.held = new Promise((resolve) => {
          this.goOn = resolve
        })
        void this.book.readAll(this.db)
        return
      case 'keep':
        this.goOn()
        await this.book.readAll(this.db)
        return this.book.keep(this.db)
      case 'restart':
        this.goOn()
        this.book = this.newBook()
    }
  }

  /** Everything that Today asks, of a book that follows. */
  told() {
    this.goOn()
    return toldBy(this.book, this.db)
  }

  private newBook(): TradeBook {
    return new TradeBook(() => this.held, 2)
  }

  private edit({ table, record }: Document, more: object) {
    if (record.deletedAt !== undefined) return Promise.resolve()
    return this.write(table, updateChange(table, record, more, NOW))
  }

  private async write(table: Document['table'], change: Change | undefined): Promise<void> {
    if (change === undefined) return
    this.documents.set(change.id, { table, record: change.after as unknown as Document['record'] })
    this.seq += 1
    await applyEntries(this.db, [entry(this.seq, [change])])
    await this.book.follow(this.db, [change], this.seq)
    this.goOn()
  }
}

function newDocument(kind: 'order' | 'quote', number: number, customer: number, days: number): Change {
  const document = {
    id: testId(number),
    customerId: testId(customer),
    on: addDays(TODAY, -days),
    currency: 'USD',
    lines: [],
    total: { minor: number * 100, currency: 'USD' },
  }
  return kind === 'order'
    ? createChange('orders', { ...document, status: 'closed', milestones: [] }, NOW)
    : createChange('quotes', { ...document, status: 'open' }, NOW)
}

/** Everything that Today asks a book. */
async function toldBy(book: TradeBook, db: NotebookDatabase) {
  await book.readAll(db)
  await book.ensure(db, CUSTOMERS)
  return {
    isComplete: book.isComplete(),
    rhythms: new Map([...book.rhythms(TODAY)].sort()),
    amounts: CUSTOMERS.map((id) => book.amounts(id, 'USD', RATES, TODAY)),
  }
}

test('after any edits and starts a book that follows and is kept tells what one that reads every row tells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 40 }), async (steps) => {
      const trade = new Trade(await newIndex())
      for (const one of steps) await trade.do(one)
      const followed = await trade.told()
      await trade.db.keptParts.clear()
      expect(followed).toEqual(await toldBy(new TradeBook(), trade.db))
    }),
    { numRuns: 100 },
  )
})
