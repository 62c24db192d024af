import { LINK_SCHEME } from '../identity'
import { PLACES, type Place } from './places'

/** What a link from elsewhere may lead to: a customer's page or a place, and nothing that changes anything. */
export type LinkTarget =
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'place'; readonly place: Place }

const CUSTOMER = /^orchard:\/\/customer\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/?$/i
/** Systems may add a slash at the end of a link that has only a host. */
const PLACE = /^orchard:\/\/([a-z]+)\/?$/i

/** The link that leads there. @example `orchard://customer/0197…`, `orchard://today` */
export function linkTo(target: LinkTarget): string {
  return target.kind === 'customer'
    ? `${LINK_SCHEME}://customer/${target.customerId}`
    : `${LINK_SCHEME}://${target.place}`
}

/** Where a link leads; undefined for everything but the two known shapes, since anybody may write a link. */
export function readLink(text: string): LinkTarget | undefined {
  const customerId = CUSTOMER.exec(text)?.[1]?.toLowerCase()
  if (customerId !== undefined) return { kind: 'customer', customerId }
  const named = PLACE.exec(text)?.[1]?.toLowerCase()
  const place = PLACES.find((known) => known === named)
  return place === undefined ? undefined : { kind: 'place', place }
}
