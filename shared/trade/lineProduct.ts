import { productWord } from '../measures/facts/foldContext'
import type { TradeLineForm } from './tradeForm'

/**
 * A line that is called like a product of ours is of that product; `named` gives ids by `productWord`. Any other line
 * stays as it is, also where it names a product already.
 */
export function lineWithProduct(line: TradeLineForm, named: ReadonlyMap<string, string>): TradeLineForm {
  const productId = named.get(productWord(line.description))
  return productId === undefined ? line : { ...line, kept: { ...line.kept, productId } }
}
