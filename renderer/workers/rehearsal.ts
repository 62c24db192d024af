import type { GiveAsk } from '#shared/nurture/giveAsk'
import type { TouchDetails } from '#shared/nurture/planTouches'
import type { ReachFor } from '#shared/nurture/reach'
import type { Enrolment, Plan } from '#shared/records/nurture'

/** A plan with the enrolments that would begin it; nothing of it is written. */
export interface Rehearsal {
  readonly plan: Plan
  readonly enrolments: readonly Enrolment[]
  /** By enrolment. */
  readonly reach: ReadonlyMap<string, ReachFor>
  /** Gifts and asks of ours so far, by enrolment. */
  readonly giveAsk: ReadonlyMap<string, GiveAsk>
}

/** What is known of somebody whom a plan would be begun with; nothing for enrolments that were made. */
export function rehearsedStanding(
  { reach, giveAsk }: Rehearsal,
  ratio: number,
  { id }: Enrolment,
): Pick<TouchDetails, 'reach' | 'giveAsk'> {
  const [ways, counted] = [reach.get(id), giveAsk.get(id)]
  return {
    ...(ways === undefined ? {} : { reach: ways }),
    ...(counted === undefined ? {} : { giveAsk: { ...counted, ratio } }),
  }
}
