import type { OwnField, OwnTable } from '../ownFields/ownField'

/** Where a column's values go. `extra` keeps them under the header; `none` is known noise that is left out. */
export const TARGETS = [
  'person.full',
  'person.first',
  'person.middle',
  'person.last',
  'person.title',
  'person.department',
  'person.salutation',
  'person.suffix',
  'person.nickname',
  'person.language',
  /** Job title or salutation: decided by whether the file has a job title besides. */
  'person.titleOrSalutation',
  'email',
  'phone',
  'mobile',
  'fax',
  'messaging',
  'whatsapp',
  'wechat',
  'line',
  'zalo',
  'linkedin',
  'skype',
  'qq',
  'telegram',
  /** Value whose meaning stands in the label column beside it. */
  'labelled',
  'label',
  'company.name',
  'address',
  'country',
  'web',
  'channel',
  'touch',
  'touch.booth',
  /** `10.2K15 / 10月15日`: booth and date in one cell. */
  'touch.boothDate',
  'inter.when',
  'inter.time',
  'inter.subject',
  'inter.text',
  'note',
  'tags',
  'grade',
  'product',
  'answer',
  'externalId',
  'updatedAt',
  'optout',
  /** The cell says yes to being contacted; a no is an opt-out. */
  'consent',
  /** Row is an opt-out when the status is unsubscribed, bounced, cleaned or blocked. */
  'status',
  'attributes',
  'private',
  'date',
  'amount',
  'currency',
  'section',
  /** Of costs and visits: the days, whose account, and what the row is of. */
  'period.from',
  'period.to',
  'period.range',
  /** One of several periods that are set side by side: only the newest counts. */
  'period.compared',
  'figure.account',
  'figure.campaign',
  'figure.what',
  'cost.category',
  'cost.voucher',
  'count.impressions',
  'count.clicks',
  'count.visits',
  'count.visitors',
  'count.engagedVisits',
  'count.conversions',
  'count.enquiries',
  'count.orders',
  'count.revenue',
  /** Of orders. */
  'order.number',
  'order.on',
  'order.offeredOn',
  'order.total',
  'order.currency',
  'order.status',
  'order.freight',
  'order.discount',
  'order.tax',
  'order.deposit',
  'order.balance',
  'order.open',
  'order.cancelled',
  'order.payBy',
  'order.shipBy',
  'order.shippedOn',
  'order.note',
  'line.name',
  'line.quantity',
  'line.price',
  /** Of statements and payment services. */
  'payment.number',
  'payment.on',
  'payment.amount',
  'payment.in',
  'payment.out',
  'payment.direction',
  'payment.currency',
  'payment.party',
  'payment.email',
  'payment.reference',
  'payment.status',
  'payment.note',
  'payment.fee',
  'payment.feeCurrency',
  'payment.refunded',
  'payment.refundedOn',
  /** Of letters and events: how somebody took notice. */
  'engagement.campaign',
  'engagement.opened',
  'engagement.clicked',
  'engagement.registered',
  'engagement.attended',
  'engagement.minutes',
  /** Of mailing lists. */
  'member.joined',
  'member.left',
  'extra',
  'none',
] as const

/** One of the places above. */
export type ShippedTarget = (typeof TARGETS)[number]

/** A field of the notebook's own, by its id. */
export type OwnTarget = `own.${OwnTable}.${string}`

/** Where a column can go. */
export type Target = ShippedTarget | OwnTarget

const OWN_TARGET = /^own\.(?:customers|people)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a word is one of them. */
export function isTarget(word: string): word is Target {
  return (TARGETS as readonly string[]).includes(word) || isOwnTarget(word)
}

/** Whether a target is a field of the notebook's own. */
export function isOwnTarget(word: string): word is OwnTarget {
  return OWN_TARGET.test(word)
}

/** The target of an own field; undefined where nothing of an import could go there. */
export function ownTarget({ id, table }: Pick<OwnField, 'id' | 'table'>): OwnTarget | undefined {
  return table === 'products' ? undefined : `own.${table}.${id}`
}

/** Targets that say who a row is about. */
export function isIdentityTarget(target: Target): boolean {
  return target.startsWith('person.') || IDENTITY.has(target)
}

const IDENTITY = new Set<Target>([
  'email',
  'phone',
  'mobile',
  'whatsapp',
  'wechat',
  'messaging',
  'linkedin',
  'company.name',
  'labelled',
])

/** Targets that say how much: without one of them a row of figures says nothing. */
export function isFigureTarget(target: Target): boolean {
  return target === 'amount' || target.startsWith('count.')
}

/** Targets whose values are numbers, with a decimal mark to be found out. */
export function isNumberTarget(target: Target): boolean {
  return isFigureTarget(target) || ORDER_NUMBERS.has(target)
}

const ORDER_NUMBERS = new Set<Target>([
  'order.total',
  'order.freight',
  'order.discount',
  'order.tax',
  'order.deposit',
  'order.balance',
  'order.open',
  'line.quantity',
  'line.price',
  'payment.amount',
  'payment.in',
  'payment.out',
  'payment.fee',
  'payment.refunded',
])
