import type { PlannedTouch } from '../nurture/scheduler'
import type { Appointment } from '../records/appointment'
import type { Interaction } from '../records/interaction'
import type { PromiseRecord } from '../records/promise'
import type { Relation } from '../records/relation'
import type { StageMove } from '../records/stageMove'
import type { Order, Quote, Sample } from '../records/trade'
import { dayIn } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** One line of a customer's timeline. `at` orders lines of one day where a clock time is known. */
export type TimelineEntry = {
  readonly id: string
  readonly day: IsoDate
  readonly at?: number | undefined
} & (
  | { readonly kind: 'interaction'; readonly record: Interaction }
  | { readonly kind: 'quote'; readonly record: Quote }
  | { readonly kind: 'order'; readonly record: Order }
  | { readonly kind: 'sample'; readonly record: Sample }
  | { readonly kind: 'promise'; readonly record: PromiseRecord }
  | { readonly kind: 'kept'; readonly record: PromiseRecord }
  | { readonly kind: 'stage'; readonly record: StageMove }
  | { readonly kind: 'referral'; readonly record: Relation }
  | { readonly kind: 'planned'; readonly touch: PlannedTouch }
  | { readonly kind: 'appointment'; readonly record: Appointment }
)

/** The records that a timeline is made of. */
export interface TimelineSources {
  readonly interactions: readonly Interaction[]
  readonly quotes: readonly Quote[]
  readonly orders: readonly Order[]
  readonly samples: readonly Sample[]
  readonly promises: readonly PromiseRecord[]
  readonly stageMoves: readonly StageMove[]
  readonly relations: readonly Relation[]
  readonly appointments: readonly Appointment[]
  /** What the customer's plans still call for (`plannedFor`). */
  readonly planned?: readonly PlannedTouch[] | undefined
}

/** A timeline cut at today: open promises, agreed times and what is due later above the rule, everything that happened below. */
export interface CustomerTimeline {
  /** The farthest first, so that the nearest stands next to the rule. */
  readonly ahead: readonly TimelineEntry[]
  /** The newest first. */
  readonly past: readonly TimelineEntry[]
}

/**
 * Puts everything of one customer on one line. An open promise stands above the rule even when it is late, and so does
 * an appointment until somebody says what became of it; one that took place stands below as the talk that it was.
 * `zone` turns instants into days.
 */
export function customerTimeline(sources: TimelineSources, zone: string): CustomerTimeline {
  const past: TimelineEntry[] = [
    ...sources.interactions.map((record) => ({
      kind: 'interaction' as const,
      id: record.id,
      day: record.day ?? dayIn(zone, record.at),
      at: record.at,
      record,
    })),
    ...sources.quotes.map((record) => ({
      kind: 'quote' as const,
      id: record.id,
      day: record.on,
      at: record.createdAt,
      record,
    })),
    ...sources.orders.map((record) => ({
      kind: 'order' as const,
      id: record.id,
      day: record.on,
      at: record.createdAt,
      record,
    })),
    ...sources.samples.map((record) => ({
      kind: 'sample' as const,
      id: record.id,
      day: record.on,
      at: record.createdAt,
      record,
    })),
    // The first stage comes with the lead itself and would only repeat it.
    ...sources.stageMoves
      .filter((move) => move.from !== undefined)
      .map((record) => ({
        kind: 'stage' as const,
        id: record.id,
        day: dayIn(zone, record.at),
        at: record.at,
        record,
      })),
    ...sources.relations
      .filter((relation) => relation.kind === 'referredBy')
      .map((record) => ({
        kind: 'referral' as const,
        id: record.id,
        day: dayIn(zone, record.createdAt),
        at: record.createdAt,
        record,
      })),
    ...sources.promises.flatMap((record) =>
      record.doneAt === undefined
        ? []
        : [
            {
              kind: 'kept' as const,
              id: record.id,
              day: dayIn(zone, record.doneAt),
              at: record.doneAt,
              record,
            },
          ],
    ),
  ]
  const ahead: TimelineEntry[] = [
    ...sources.promises
      .filter((promise) => promise.doneAt === undefined)
      .map((record) => ({ kind: 'promise' as const, id: record.id, day: record.dueOn, record })),
    ...sources.appointments
      .filter((appointment) => appointment.doneAt === undefined)
      .map((record) => ({
        kind: 'appointment' as const,
        id: record.id,
        day: dayIn(zone, record.startsAt),
        at: record.startsAt,
        record,
      })),
    ...(sources.planned ?? []).map((touch) => ({
      kind: 'planned' as const,
      id: touch.key,
      day: touch.dueOn,
      touch,
    })),
  ]
  return { ahead: ahead.sort(newestFirst), past: past.sort(newestFirst) }
}

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1
  return (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? 1 : -1)
}
