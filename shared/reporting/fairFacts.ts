import { firstOrderDays, pricedCosts } from '../costs/fairCosts'
import { groupedBy } from '../grouping/groupedBy'
import { type FairFigures, fairFigures } from '../measures/fairFigures'
import { type FairLead, fairLeads } from '../measures/firstTouch'
import type { RateTable } from '../money/rates'
import { rateTable } from '../money/rates'
import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { Person } from '../records/person'
import type { PromiseRecord } from '../records/promise'
import { dayIn } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'
import type { FairReportInput } from './fairReportInput'

/** One lead with everything that the report says of it. */
export interface LeadFacts {
  readonly lead: FairLead
  readonly customer: Customer
  /** Its meetings at this fair, earliest first. */
  readonly meetings: readonly Interaction[]
  /** Who was met, then others of the company that addresses are known of. */
  readonly people: readonly Person[]
  /** The last answer to each question. */
  readonly answers: ReadonlyMap<string, string>
  readonly productIds: readonly string[]
  /** Made since they were met. */
  readonly promises: readonly PromiseRecord[]
  readonly consents: readonly Consent[]
  /** Set when this fair is their source and they have ordered since. */
  readonly firstOrderOn: IsoDate | undefined
}

/** What all sheets and the page are made from, worked out once. */
export interface FairFacts {
  readonly input: FairReportInput
  readonly today: IsoDate
  /** One a customer, in the order in which they were met: row 2 of the sheet is the first. */
  readonly leads: readonly LeadFacts[]
  readonly figures: FairFigures
  readonly rates: RateTable
  readonly firstOrders: number
  readonly productNames: ReadonlyMap<string, string>
}

/** Joins the records of a fair. A customer who is no longer in the notebook is no lead any more. */
export function fairFacts(input: FairReportInput): FairFacts {
  const customers = new Map(input.customers.map((customer) => [customer.id, customer]))
  const interactions = input.interactions.filter((talk) => customers.has(talk.customerId))
  const found = fairLeads(input.fair.id, interactions).sort((a, b) => a.metAt - b.metAt)
  const rates = rateTable(input.rates, input)
  const orderDays = firstOrderDays(input.fair.id, input.customers, input.orders)
  const of = {
    interactions: byCustomer(interactions),
    people: byCustomer(input.people),
    promises: byCustomer(input.promises),
    consents: byCustomer(input.consents),
  }
  const leads = found.flatMap((lead): LeadFacts[] => {
    const { customerId } = lead
    const customer = customers.get(customerId)
    if (customer === undefined) return []
    const meetings = (of.interactions.get(customerId) ?? [])
      .filter((talk) => talk.kind === 'met' && talk.touchpointId === input.fair.id)
      .sort((a, b) => a.at - b.at)
    return [
      {
        lead,
        customer,
        meetings,
        people: peopleMet(meetings, of.people.get(customerId) ?? []),
        answers: new Map(
          meetings.flatMap((met) => met.answers ?? []).map(({ question, value }) => [question, value]),
        ),
        productIds: [...new Set(meetings.flatMap((met) => met.productIds ?? []))],
        promises: (of.promises.get(customerId) ?? []).filter((one) => isSince(one, lead.metAt)),
        consents: of.consents.get(customerId) ?? [],
        firstOrderOn: orderDays.get(customerId),
      },
    ]
  })
  const figures = fairFigures({
    leads: leads.map(({ lead }) => lead),
    costs: pricedCosts(input.costs),
    firstOrders: leads.filter(({ firstOrderOn }) => firstOrderOn !== undefined).length,
    base: input.baseCurrency,
    rates,
    zone: input.zone,
    now: input.now,
  })
  return {
    input,
    today: dayIn(input.zone, input.now),
    leads,
    figures,
    rates,
    firstOrders: leads.filter(({ firstOrderOn }) => firstOrderOn !== undefined).length,
    productNames: new Map(input.products.map(({ id, name }) => [id, name])),
  }
}

/** A promise to a customer known before belongs to the fair only when it was made there or later. */
function isSince(promise: PromiseRecord, metAt: EpochMs): boolean {
  return promise.createdAt >= metAt
}

function peopleMet(meetings: readonly Interaction[], people: readonly Person[]): Person[] {
  const ids = [...new Set(meetings.flatMap(({ personIds }) => personIds))]
  return ids.flatMap((id) => people.find((person) => person.id === id) ?? [])
}

function byCustomer<T extends { readonly customerId: string }>(records: readonly T[]): Map<string, T[]> {
  return groupedBy(records, ({ customerId }) => customerId)
}
