import type { RateTable } from '../../money/rates'
import type { CurrencyCode } from '../../money/values'
import type { Carrier } from '../../records/carrier'
import type { Product } from '../../records/product'
import type { Touchpoint } from '../../records/touchpoint'
import type { ZoneName } from '../../time/values'

/** What the facts of every customer depend on beside their own records. */
export interface FoldContext {
  readonly base: CurrencyCode
  readonly rates: RateTable
  /** Our own clock: the day of an instant is the day that it was at home. UTC where the machine does not know it. */
  readonly zone: ZoneName
  readonly touchpoints: ReadonlyMap<string, Pick<Touchpoint, 'channelId'>>
  readonly carriers: ReadonlyMap<string, Pick<Carrier, 'handleKind'>>
  /** Products by name and by code as `productWord` writes them: a sample names its product in words. */
  readonly productNamed: ReadonlyMap<string, string>
}

/** Prepares the small tables for folding. A deleted product still names what was sampled then. */
export function foldContext(
  notebook: Pick<FoldContext, 'base' | 'rates' | 'zone'> & {
    readonly touchpoints: readonly Pick<Touchpoint, 'id' | 'channelId'>[]
    readonly carriers: readonly Pick<Carrier, 'id' | 'handleKind'>[]
    readonly products: readonly Pick<Product, 'id' | 'name' | 'code'>[]
  },
): FoldContext {
  const { base, rates, zone } = notebook
  return {
    base,
    rates,
    zone,
    touchpoints: new Map(notebook.touchpoints.map((one) => [one.id, one])),
    carriers: new Map(notebook.carriers.map((one) => [one.id, one])),
    productNamed: productsByWord(notebook.products),
  }
}

/** Ids of products by name and by code as `productWord` writes them; of two that are called alike the first. */
export function productsByWord(
  products: readonly Pick<Product, 'id' | 'name' | 'code'>[],
): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const { id, name, code } of products) {
    for (const word of [name, code ?? name]) {
      if (!named.has(productWord(word))) named.set(productWord(word), id)
    }
  }
  return named
}

/** How a product's name is compared with what a sample says. */
export function productWord(text: string): string {
  return text.trim().toLowerCase()
}
