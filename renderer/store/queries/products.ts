import type { Product } from '#shared/records/product'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** All products by name. */
export async function allProducts(db: NotebookDatabase): Promise<Product[]> {
  const rows = await db.rows('products').toArray()
  return liveRecords('products', rows).sort((a, b) => a.name.localeCompare(b.name))
}
