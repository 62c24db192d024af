import type { Stage } from '../records/customer'
import type { FactKind } from '../records/fact'
import type { StepCondition } from '../records/nurture'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** What happened with one person and their company, as far as the conditions of steps ask. The order does not matter. */
export interface Circumstances {
  /** Days on which they wrote or spoke to us. */
  readonly replies: readonly IsoDate[]
  /** Days of orders that were not cancelled. */
  readonly orders: readonly IsoDate[]
  /** When they took notice of something of ours, and of which piece where that is known. */
  readonly opened: readonly { readonly on: IsoDate; readonly contentId?: string | undefined }[]
  /** The stages that the customer came to, and when. */
  readonly stages: readonly { readonly on: IsoDate; readonly stage: Stage; readonly at: number }[]
  /** The stage of a customer before any move that is on record. */
  readonly firstStage: Stage
  /** Kinds of facts, and when the first of each was learnt. */
  readonly facts: readonly { readonly on: IsoDate; readonly kind: FactKind }[]
  /** Warmth from 0 to 100 at the end of a day; undefined where it can't be told. */
  readonly warmthOn: (day: IsoDate) => number | undefined
}

/**
 * The conditions that do not hold on a day, in their order; none means that the step may be taken. Replies, orders and
 * notice count from the enrolment's first day to the day itself, facts whenever they were learnt until then, stage and
 * warmth are those of the day. Warmth that can't be told meets no bound.
 */
export function unmetConditions(
  conditions: readonly StepCondition[],
  circumstances: Circumstances,
  startsOn: IsoDate,
  day: IsoDate,
): StepCondition[] {
  return conditions.filter((condition) => !holds(condition, circumstances, startsOn, day))
}

function holds(condition: StepCondition, known: Circumstances, startsOn: IsoDate, day: IsoDate): boolean {
  const isBy = (on: IsoDate) => compareDays(on, day) <= 0
  const isSince = (on: IsoDate) => isBy(on) && compareDays(on, startsOn) >= 0
  switch (condition.on) {
    case 'reply':
      return known.replies.some(isSince) === condition.is
    case 'order':
      return known.orders.some(isSince) === condition.is
    case 'opened': {
      const { contentId } = condition
      const isMeant = (id: string | undefined) => contentId === undefined || id === contentId
      return known.opened.some((one) => isMeant(one.contentId) && isSince(one.on)) === condition.is
    }
    case 'warmth': {
      const score = known.warmthOn(day)
      return score !== undefined && score >= (condition.min ?? 0) && score <= (condition.max ?? 100)
    }
    case 'stage':
      return condition.stages.includes(stageOn(known, day))
    case 'fact':
      return known.facts.some(({ kind, on }) => kind === condition.kind && isBy(on)) === condition.is
  }
}

function stageOn({ stages, firstStage }: Circumstances, day: IsoDate): Stage {
  const last = stages
    .filter(({ on }) => compareDays(on, day) <= 0)
    .reduce<Circumstances['stages'][number] | undefined>(
      (best, next) => (best === undefined || next.at >= best.at ? next : best),
      undefined,
    )
  return last?.stage ?? firstStage
}
