import type { Relation } from '#shared/records/relation'
import type { Order, Quote, Sample } from '#shared/records/trade'

/** The papers that can be written on a customer's page. */
export type TradeKind = 'quote' | 'order' | 'sample'

/** One that is kept, to be edited. */
export type KeptTrade =
  | { readonly kind: 'quote'; readonly record: Quote }
  | { readonly kind: 'order'; readonly record: Order }
  | { readonly kind: 'sample'; readonly record: Sample }

/** A tie to another customer that is kept, to be edited. */
export interface KeptRelation {
  readonly kind: 'relation'
  readonly record: Relation
}

/** What some records said before; `what` is what they are called. */
export interface ShownHistory {
  readonly kind: 'history'
  readonly ids: readonly string[]
  readonly what: string
}

/** The dialog that is open on a customer's page. */
export type PageDialog =
  | TradeKind
  | KeptTrade
  | KeptRelation
  | 'relation'
  | ShownHistory
  | 'takeApart'
  | 'erase'
  | 'access'
  | 'gift'
  | 'prices'
  | undefined
