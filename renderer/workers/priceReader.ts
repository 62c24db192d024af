import { priceHistory } from '#shared/measures/priceHistory'
import type { RecordOf } from '#shared/records/tables'
import { type PriceMemory, priceMemory } from '#shared/trade/priceMemory'
import type { NotebookDatabase } from '../store/database'
import { decodeRow } from '../store/rows'

/** Reads what was ever asked or paid for some products; documents that name none of them are not kept. */
export async function readPrices(
  db: NotebookDatabase,
  customerId: string,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, PriceMemory>> {
  const wanted = new Set(productIds)
  const naming = async <T extends 'quotes' | 'orders'>(table: T): Promise<RecordOf<T>[]> => {
    const rows = await db
      .rows(table)
      .filter((row) => {
        const record = decodeRow(table, row)
        return (
          record.deletedAt === undefined &&
          record.lines.some(({ productId }) => productId !== undefined && wanted.has(productId))
        )
      })
      .toArray()
    return rows.map((row) => decodeRow(table, row))
  }
  const [quotes, orders] = [await naming('quotes'), await naming('orders')]
  return new Map(
    productIds.map((productId) => [
      productId,
      priceMemory(priceHistory(productId, quotes, orders), customerId),
    ]),
  )
}
