import type { Change } from '#shared/changes/changeSet'
import { type FoldContext, foldContext, productWord } from '#shared/measures/facts/foldContext'
import { warmthWeights } from '#shared/measures/warmthSettings'
import { RATE_MAX_AGE_DAYS, rateTable } from '#shared/money/rates'
import type { CurrencyCode } from '#shared/money/values'
import type { Product } from '#shared/records/product'
import type { Relation } from '#shared/records/relation'
import { DEFAULT_SETTINGS, type Settings } from '#shared/records/settings'
import type { ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { Shelf } from './shelf'

/** What changes to the small tables mean for facts that were folded before. */
export interface ContextTouch {
  /** Every fact is in question: a rate, the base currency, how old a rate may be, a weight of warmth. */
  readonly everybody: boolean
  readonly touchpoints: ReadonlySet<string>
  readonly carriers: ReadonlySet<string>
  /** What products were or are called now. */
  readonly productWords: ReadonlySet<string>
}

/** What everybody's facts were folded under, as far as a change of it puts facts in question. */
export interface FoldedUnder {
  /** What everybody's facts depend on: base currency, rates, their age, weights of warmth. */
  readonly everybody: string
  /** Channels by touchpoint. */
  readonly touchpoints: Readonly<Record<string, string | null>>
  /** Kinds of address by carrier. */
  readonly carriers: Readonly<Record<string, string | null>>
  /** How each product is called. */
  readonly products: Readonly<Record<string, readonly string[]>>
}

/** The small tables that facts and figures are made with, whole in memory. */
export class FactShelves {
  readonly channels = new Shelf('channels')
  readonly touchpoints = new Shelf('touchpoints')
  readonly carriers = new Shelf('carriers')
  readonly products = new Shelf('products')
  readonly content = new Shelf('content')
  readonly positions = new Shelf('positions')
  readonly offers = new Shelf('offers')
  readonly staff = new Shelf('staff')
  readonly costs = new Shelf('costs')
  readonly hours = new Shelf('hours')
  readonly traffic = new Shelf('traffic')
  private readonly relations = new Shelf('relations')
  private readonly settingsTable = new Shelf('settings')
  private readonly rates = new Shelf('rates')
  private ties:
    | { readonly version: number; readonly of: ReadonlyMap<string, readonly Relation[]> }
    | undefined

  async load(db: NotebookDatabase): Promise<void> {
    await Promise.all(this.every().map((shelf) => shelf.load(db)))
  }

  /** Takes over what the changes made, and says whose facts are in question because of it. */
  follow(changes: readonly Change[]): ContextTouch {
    const touchpoints = new Set<string>()
    for (const { before, after } of this.touchpoints.follow(changes))
      if (before?.channelId !== after.channelId || before === undefined) touchpoints.add(after.id)
    const carriers = new Set<string>()
    for (const { before, after } of this.carriers.follow(changes))
      if (before?.handleKind !== after.handleKind || before === undefined) carriers.add(after.id)
    const productWords = new Set<string>()
    for (const { before, after } of this.products.follow(changes)) {
      if (before !== undefined && before.name === after.name && before.code === after.code) continue
      for (const word of [...wordsOf(before), ...wordsOf(after)]) productWords.add(word)
    }
    const rates = this.rates.follow(changes)
    const before = foldedWith(this.settings())
    this.settingsTable.follow(changes)
    const rest = [this.channels, this.content, this.offers, this.staff, this.costs, this.hours]
    for (const shelf of [...rest, this.traffic, this.relations, this.positions]) shelf.follow(changes)
    const everybody = rates.length > 0 || before !== foldedWith(this.settings())
    return { everybody, touchpoints, carriers, productWords }
  }

  /** What facts are folded under this moment. */
  foldedUnder(): FoldedUnder {
    const rates = this.rates.live().map(({ id, rev }) => `${id}/${rev}`)
    return {
      everybody: JSON.stringify([foldedWith(this.settings()), rates.sort()]),
      touchpoints: Object.fromEntries(
        this.touchpoints.all().map(({ id, channelId }) => [id, channelId ?? null]),
      ),
      carriers: Object.fromEntries(this.carriers.all().map(({ id, handleKind }) => [id, handleKind ?? null])),
      products: Object.fromEntries(this.products.all().map((product) => [product.id, wordsOf(product)])),
    }
  }

  /** Whose facts are in question that were folded under something else: what `follow` would have said on the way. */
  touchedSince(before: FoldedUnder): ContextTouch {
    const now = this.foldedUnder()
    const otherWords = differing(before.products, now.products).flatMap((id) => [
      ...(before.products[id] ?? []),
      ...(now.products[id] ?? []),
    ])
    return {
      everybody: before.everybody !== now.everybody,
      touchpoints: new Set(differing(before.touchpoints, now.touchpoints)),
      carriers: new Set(differing(before.carriers, now.carriers)),
      productWords: new Set(otherWords),
    }
  }

  /** The notebook's own currency. */
  base(): CurrencyCode {
    return this.settings()?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency
  }

  settings(): Settings | undefined {
    return this.settingsTable.live()[0]
  }

  rateTable() {
    return rateTable(this.rates.live(), this.settings())
  }

  /** What folding needs, in a given currency and zone. */
  foldContext(base: CurrencyCode, zone: ZoneName): FoldContext {
    return foldContext({
      base,
      zone,
      rates: this.rateTable(),
      touchpoints: this.touchpoints.all(),
      carriers: this.carriers.all(),
      // Of two products of one name the older one counts, whichever was read first.
      products: this.products.all().sort((a, b) => (a.id < b.id ? -1 : 1)),
    })
  }

  /** The live ties at either end of a customer. */
  tiesOf(customerId: string): readonly Relation[] {
    if (this.ties?.version !== this.relations.version) {
      const of = new Map<string, Relation[]>()
      for (const tie of this.relations.live()) {
        for (const id of new Set([tie.fromId, tie.toId])) {
          const list = of.get(id)
          if (list === undefined) of.set(id, [tie])
          else list.push(tie)
        }
      }
      this.ties = { version: this.relations.version, of }
    }
    return this.ties.of.get(customerId) ?? []
  }

  private every(): readonly { load(db: NotebookDatabase): Promise<void> }[] {
    return [
      this.channels,
      this.touchpoints,
      this.carriers,
      this.products,
      this.content,
      this.positions,
      this.offers,
      this.staff,
      this.costs,
      this.hours,
      this.traffic,
      this.relations,
      this.settingsTable,
      this.rates,
    ]
  }
}

/** What of the settings everybody's facts are folded with. */
function foldedWith(settings: Settings | undefined): string {
  return JSON.stringify([
    settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency,
    settings?.rateMaxAgeDays ?? RATE_MAX_AGE_DAYS,
    warmthWeights(settings),
  ])
}

/** What a product is called, as names are compared. */
function wordsOf(product: Pick<Product, 'name' | 'code'> | undefined): readonly string[] {
  return [product?.name, product?.code].flatMap((word) => (word === undefined ? [] : [productWord(word)]))
}

/** The ids that are new or stand otherwise now; nothing that was once there goes. */
function differing<T>(before: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>): string[] {
  return Object.keys(now).filter(
    (id) => !Object.hasOwn(before, id) || JSON.stringify(before[id]) !== JSON.stringify(now[id]),
  )
}
