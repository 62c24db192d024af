import { LOOK_AHEAD_DAYS } from '#shared/nurture/lookAhead'
import type { PlacedTouches } from '#shared/nurture/placeTouches'
import type { Enrolment } from '#shared/records/nurture'
import { addDays, compareDays } from '#shared/time/calendarDay'
import type { IsoDate } from '#shared/time/values'
import { areSame } from './derived'

/** What touches are placed from, told apart by identity, and the day as of which they are. */
interface Grounds {
  readonly inputs: readonly unknown[]
  readonly today: IsoDate
}

/**
 * Everybody's touches on their days, where one may keep another waiting and to place one means to place all. They are
 * placed once for all who ask, and anew when what they come from is another.
 */
export class KeptPlacement {
  private kept: (Grounds & { readonly placed: PlacedTouches }) | undefined

  /** All touches up to a day or further; `place` places them up to the day that it is given. */
  of({ inputs, today }: Grounds, to: IsoDate, place: (to: IsoDate) => PlacedTouches): PlacedTouches {
    // As far as views ask that are open all day.
    const farthest = addDays(today, LOOK_AHEAD_DAYS)
    if (compareDays(to, farthest) > 0) return place(to)
    const { kept } = this
    if (kept?.today === today && areSame(kept.inputs, inputs)) return kept.placed
    const placed = place(farthest)
    this.kept = { inputs, today, placed }
    return placed
  }

  /** Forgets where they stand. */
  clear(): void {
    this.kept = undefined
  }
}

/** Those of some enrolments alone. */
export function placedOf({ running, slots }: PlacedTouches, enrolments: readonly Enrolment[]): PlacedTouches {
  const ids = new Set(enrolments.map(({ id }) => id))
  return {
    running: running.filter(({ enrolment }) => ids.has(enrolment.id)),
    slots: slots.filter(({ input }) => ids.has(input.enrolment.id)),
  }
}
