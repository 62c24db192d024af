import type { Membership } from '../../records/carrier'
import type { Consent } from '../../records/consent'
import type { Engagement } from '../../records/content'
import type { Customer } from '../../records/customer'
import type { Hours } from '../../records/hours'
import type { Interaction } from '../../records/interaction'
import type { Payment } from '../../records/payment'
import type { Relation } from '../../records/relation'
import type { StageMove } from '../../records/stageMove'
import type { Order, Quote, Sample } from '../../records/trade'

/** Set on a tombstone, which no fold counts. */
type Mortal = { readonly deletedAt?: number | undefined }
/** Some fields of a record, and whether it is still there. */
type Read<T, K extends keyof T> = Readonly<Pick<T, K>> & Mortal

export type ReadCustomer = Read<
  Customer,
  | 'id'
  | 'country'
  | 'grade'
  | 'staffId'
  | 'sourceTouchpointId'
  | 'sourceChannelId'
  | 'furtherSourceIds'
  | 'createdAt'
  | 'mergedIntoId'
>
export type ReadInteraction = Read<
  Interaction,
  | 'id'
  | 'customerId'
  | 'personIds'
  | 'kind'
  | 'direction'
  | 'at'
  | 'day'
  | 'touchpointId'
  | 'channelId'
  | 'minutes'
  | 'contentId'
  | 'offerId'
  | 'productIds'
>
export type ReadQuote = Read<Quote, 'id' | 'customerId' | 'on' | 'lines' | 'total' | 'rate'>
export type ReadOrder = Read<
  Order,
  | 'id'
  | 'customerId'
  | 'on'
  | 'lines'
  | 'total'
  | 'rate'
  | 'status'
  | 'costOfGoods'
  | 'touchpointId'
  | 'channelId'
  | 'contentId'
>
export type ReadSample = Read<Sample, 'id' | 'customerId' | 'on' | 'what' | 'productIds'>
export type ReadMembership = Read<
  Membership,
  'carrierId' | 'customerId' | 'personId' | 'joinedAt' | 'leftAt' | 'touchpointId' | 'offerId' | 'consentId'
>
export type ReadConsent = Read<
  Consent,
  'id' | 'customerId' | 'personId' | 'carrier' | 'purpose' | 'state' | 'at'
>
export type ReadEngagement = Read<
  Engagement,
  | 'customerId'
  | 'personId'
  | 'kind'
  | 'at'
  | 'day'
  | 'contentId'
  | 'offerId'
  | 'carrierId'
  | 'touchpointId'
  | 'campaign'
>
export type ReadRelation = Read<Relation, 'id' | 'fromId' | 'toId' | 'kind'> & { readonly createdAt: number }

/** The records of one customer that measures read, in any order. `relations` holds those at either end. */
export interface CustomerRecords {
  readonly customer: ReadCustomer
  readonly interactions?: readonly ReadInteraction[]
  readonly stageMoves?: readonly Read<StageMove, 'customerId' | 'to' | 'at'>[]
  readonly quotes?: readonly ReadQuote[]
  readonly orders?: readonly ReadOrder[]
  readonly payments?: readonly Read<Payment, 'customerId' | 'orderId' | 'on' | 'amount' | 'kind'>[]
  readonly samples?: readonly ReadSample[]
  readonly memberships?: readonly ReadMembership[]
  readonly consents?: readonly ReadConsent[]
  readonly engagements?: readonly ReadEngagement[]
  readonly hours?: readonly Read<Hours, 'customerId' | 'on' | 'minutes'>[]
  readonly relations?: readonly ReadRelation[]
}
