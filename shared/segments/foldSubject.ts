import type { CustomerRecords } from '../measures/facts/customerRecords'
import type { FoldContext } from '../measures/facts/foldContext'
import { foldCustomer } from '../measures/facts/foldCustomer'
import type { DayOf } from '../measures/facts/ownDay'
import { orderRhythm } from '../measures/orderRhythm'
import type { WarmthWeights } from '../measures/warmth'
import { warmthTrace } from '../measures/warmthTrace'
import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Fact } from '../records/fact'
import type { Enrolment } from '../records/nurture'
import type { Person } from '../records/person'
import type { PromiseRecord } from '../records/promise'
import type { Quote, Sample } from '../records/trade'
import type { SegmentSubject } from './segmentSubject'

/** The records of one customer that rules ask about, in any order. Only live ones. */
export interface SubjectRecords extends Omit<CustomerRecords, 'customer'> {
  readonly customer: Customer
  readonly quotes?: readonly Quote[]
  readonly samples?: readonly Sample[]
  readonly consents?: readonly Consent[]
  readonly people?: readonly Person[]
  readonly learnt?: readonly Fact[]
  readonly promises?: readonly PromiseRecord[]
  readonly enrolments?: readonly Enrolment[]
}

/** What subjects depend on beside their own records. */
export interface SubjectContext extends FoldContext {
  readonly channelKinds: ReadonlyMap<string, string>
  readonly planKeys: ReadonlyMap<string, string>
  readonly weights: WarmthWeights
}

/** Reads the records of one customer into what rules are asked of. */
export function foldSubject(records: SubjectRecords, context: SubjectContext, dayOf: DayOf): SegmentSubject {
  const { customer } = records
  const talks = records.interactions ?? []
  const facts = foldCustomer(records, context, dayOf)
  const people = (records.people ?? []).filter((person) => person.leftOn === undefined)
  const handles = [...customer.handles, ...people.flatMap((person) => person.handles)]
  const running = (records.enrolments ?? []).filter((one) => one.endedAt === undefined)
  const planKey = ({ planId }: Enrolment) => context.planKeys.get(planId) ?? planId
  const createdOn = dayOf(customer.createdAt)
  const orderDays = facts.orders.map((order) => order.on)
  const lastOrder = orderDays.at(-1)
  return {
    id: customer.id,
    name: customer.name,
    page: {
      country: customer.country,
      city: customer.city,
      region: customer.region,
      language: customer.language,
      stage: customer.stage,
      grade: customer.grade,
      tags: customer.tags,
      staffId: customer.staffId,
      preferredCarrier: customer.preferredCarrier,
      custom: customer.custom,
    },
    createdOn,
    stageSince: facts.history.findLast((move) => move.to === customer.stage)?.on ?? createdOn,
    people: people.map(({ role, language, custom }) => ({ role, language, custom })),
    handleKinds: distinct(handles.map((handle) => handle.kind)),
    learnt: (records.learnt ?? []).map(({ kind, positionId }) => ({ kind, positionId })),
    ...wordsOnWriting(records.consents ?? []),
    talks: [...talks]
      .sort((a, b) => a.at - b.at)
      .map(({ kind, direction, day, at }) => ({ kind, direction, on: day ?? dayOf(at) })),
    orderDueBy: lastOrder === undefined ? undefined : orderRhythm(orderDays, lastOrder).value?.windowTo,
    openQuotes: (records.quotes ?? [])
      .filter((quote) => quote.status === 'open')
      .map(({ on, validUntil }) => ({ on, validUntil })),
    unansweredSamples: (records.samples ?? [])
      .filter((sample) => sample.outcome === undefined && sample.outcomeOn === undefined)
      .map((sample) => sample.on),
    openPromises: (records.promises ?? [])
      .filter((promise) => promise.doneAt === undefined)
      .map(({ by, dueOn }) => ({ by, dueOn })),
    runningPlans: distinct(running.filter((one) => one.pausedAt === undefined).map(planKey)),
    pausedPlans: distinct(running.filter((one) => one.pausedAt !== undefined).map(planKey)),
    channelKinds: distinct(
      facts.sources.flatMap(({ channelId }) => context.channelKinds.get(channelId ?? '') ?? []),
    ),
    facts,
    warmth: warmthTrace(talks, context.weights),
  }
}

/** Of each person and carrier the last word counts; of a yes and a no at one instant the no. */
function wordsOnWriting(consents: readonly Consent[]): Pick<SegmentSubject, 'newsletterYes' | 'refused'> {
  const last = new Map<string, Consent>()
  const inOrder = [...consents].sort(
    (a, b) => a.at - b.at || (a.state === b.state ? 0 : a.state === 'given' ? -1 : 1),
  )
  for (const consent of inOrder) {
    last.set(
      `${consent.personId ?? ''}/${consent.carrier}/${consent.purpose}/${consent.address ?? ''}`,
      consent,
    )
  }
  const words = [...last.values()]
  const refused = words.filter((word) => word.state === 'withdrawn').map((word) => word.carrier)
  const yes = words.filter((word) => word.state === 'given' && word.purpose === 'newsletter')
  return { newsletterYes: distinct(yes.map((word) => word.carrier)), refused: distinct(refused) }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}
