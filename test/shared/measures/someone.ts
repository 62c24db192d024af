import type { CustomerFacts, OrderFact } from '../../../shared/measures/facts/customerFacts'
import type { Places } from '../../../shared/measures/places'
import type { Money } from '../../../shared/money/values'

/** A customer of whom nothing is known but what a test says. */
export function someone(more: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    customerId: 'c',
    sources: [],
    steps: {},
    history: [],
    orders: [],
    credits: [],
    quotesOn: [],
    inboundOn: [],
    gifts: [],
    meetings: [],
    offered: [],
    memberships: [],
    engagements: [],
    worked: [],
    products: [],
    referralsOn: [],
    referredCount: 0,
    missingRates: [],
    ...more,
  }
}

/** An order of so many whole units of the base currency. */
export function ordered(on: string, units: number, more: Partial<OrderFact> = {}): OrderFact {
  return { orderId: `order ${on}`, on, revenueMinor: units * 100, ...more }
}

export const usd = (dollars: number): Money => ({ minor: Math.round(dollars * 100), currency: 'USD' })

/** A fair and an ad campaign that are rented, a website that is ours. */
export const places: Places = {
  touchpoints: new Map([
    ['canton', { channelId: 'fairs', kind: 'fair', name: 'Canton Fair', country: 'CN' }],
    ['hannover', { channelId: 'fairs', kind: 'fair', name: 'Hannover Messe', country: 'DE' }],
    ['valves', { channelId: 'ads', kind: 'campaign', name: 'Valves EU' }],
    ['blog', { channelId: 'site', kind: 'page', name: 'Blog' }],
  ]),
  channels: new Map([
    ['fairs', { ownership: 'rented' }],
    ['ads', { ownership: 'rented' }],
    ['site', { ownership: 'owned' }],
  ]),
}
