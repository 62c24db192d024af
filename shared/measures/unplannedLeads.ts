import type { Interaction } from '../records/interaction'
import type { Enrolment } from '../records/nurture'

/**
 * Whom somebody met and nobody has put on a plan or answered yet, once each, in the order of the meetings. Until a fair
 * lead has waited a day it has no rank on Today (measures.md "lateness"), so without a plan nothing there speaks of it.
 * A plan that pauses is one, a plan that has ended is none.
 * @param talks those of the time that is looked at, in any order
 * @param enrolments those of whoever is met in them
 */
export function unplannedLeads(
  talks: readonly Pick<Interaction, 'customerId' | 'kind' | 'direction' | 'at'>[],
  enrolments: readonly Pick<Enrolment, 'customerId' | 'endedAt'>[],
): string[] {
  const planned = new Set(
    enrolments.filter(({ endedAt }) => endedAt === undefined).map(({ customerId }) => customerId),
  )
  const waiting = new Set<string>()
  for (const { customerId, kind, direction } of [...talks].sort((a, b) => a.at - b.at)) {
    if (kind === 'met') waiting.add(customerId)
    else if (direction !== 'in' && kind !== 'note') waiting.delete(customerId)
  }
  return [...waiting].filter((customerId) => !planned.has(customerId))
}
