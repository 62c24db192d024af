import type { FirstHourRecords } from '../store/queries/firstHour'

/** The steps of the first hour in the order in which they are listed; it ends with a real lead. */
export const FIRST_HOUR_STEPS = ['look', 'letter', 'backup', 'fair', 'lead'] as const
export type FirstHourStep = (typeof FIRST_HOUR_STEPS)[number]

/**
 * The steps that are done, told by what there is and not by what was clicked, so that each may be done anywhere and in
 * any order. Who has captured a lead of their own need not look around any more.
 */
export function stepsDone(records: FirstHourRecords, hasBackup: boolean): readonly FirstHourStep[] {
  const isDone: Readonly<Record<FirstHourStep, boolean>> = {
    look: records.looked || records.lead,
    letter: records.letter,
    backup: hasBackup,
    fair: records.fair,
    lead: records.lead,
  }
  return FIRST_HOUR_STEPS.filter((step) => isDone[step])
}
