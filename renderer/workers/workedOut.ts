import type { PlannedTouch } from '#shared/nurture/plannedTouch'
import type { PlanWindow } from '#shared/nurture/planTouches'
import type { Enrolment } from '#shared/records/nurture'

/** Touches that were worked out, by enrolment and for one window at a time, until what they come from changes. */
export class WorkedOut {
  private readonly touches = new Map<string, readonly PlannedTouch[]>()
  private window = ''

  /** The touches of the enrolments; `schedule` works out those that are not known, all of them together. */
  of(
    enrolments: readonly Enrolment[],
    { from, to, today }: PlanWindow,
    schedule: (unknown: readonly Enrolment[]) => ReadonlyMap<string, readonly PlannedTouch[]>,
  ): readonly PlannedTouch[] {
    const window = `${from ?? ''}/${to}/${today}`
    if (window !== this.window) this.clear()
    this.window = window
    const unknown = enrolments.filter(({ id }) => !this.touches.has(id))
    if (unknown.length > 0) for (const [id, touches] of schedule(unknown)) this.touches.set(id, touches)
    return enrolments.flatMap(({ id }) => this.touches.get(id) ?? [])
  }

  /** Forgets what was worked out for an enrolment. */
  forget(enrolmentId: string): void {
    this.touches.delete(enrolmentId)
  }

  /** Forgets everything. */
  clear(): void {
    this.touches.clear()
  }
}
