import { createChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { testId } from '../../shared/changes/memoryNotebook'

/** An order in dollars that was closed, on the first of June 2026 unless told. */
export function closedOrder(
  number: number,
  customerId: string,
  minor: number,
  at: number,
  on = '2026-06-01',
): Change {
  return createChange(
    'orders',
    {
      id: testId(number),
      customerId,
      on,
      currency: 'USD',
      lines: [],
      total: { minor, currency: 'USD' },
      status: 'closed',
      milestones: [],
    },
    at,
  )
}
