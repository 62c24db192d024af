import type { Product } from '#shared/records/product'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'

/** All products by name. */
export async function allProducts(db: NotebookDatabase): Promise<Product[]> {
  const rows = await db.rows('products').toArray()
  return liveRecords('products', rows).sort((a, b) => a.name.localeCompare(b.name))
}

/** The products that a form offers: all of the list, and those in use that were taken off it since. */
export async function productsToChoose(db: NotebookDatabase, inUse: readonly string[]): Promise<Product[]> {
  const listed = await allProducts(db)
  const known = new Set(listed.map(({ id }) => id))
  const rows = await db.rows('products').bulkGet(inUse.filter((id) => !known.has(id)))
  return [...listed, ...rows.flatMap((row) => (row === undefined ? [] : [decodeRow('products', row)]))]
}
