import type { IsoDate } from '../time/values'
import type { PlannedTouch } from './plannedTouch'
import { planTouches } from './planTouches'
import type { PlanInput } from './slots'

export type { PlannedTouch } from './plannedTouch'

/** What the scheduler looks at: one enrolment with the plan version that it pins. Live records only. */
export interface ScheduleInput extends PlanInput {
  /** First day of the window; the enrolment's own start shows everything that is late. */
  readonly from: IsoDate
  /** Last day of the window, cut at two years after today. */
  readonly to: IsoDate
  readonly today: IsoDate
}

/**
 * The touches that one enrolment still calls for within a window, earliest first: `planTouches` for one alone, where
 * neither the person's other plans nor the load of a day are looked at.
 */
export function plannedTouches(input: ScheduleInput): PlannedTouch[] {
  const { from, to, today } = input
  return planTouches([input], {}, { from, to, today }).get(input.enrolment.id) ?? []
}
