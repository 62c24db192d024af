/** Why somebody is not in a list. */
export const LEFT_OUT_REASONS = [
  'notOnList',
  'noConsent',
  'withdrawn',
  'noAddress',
  'repeated',
  'personal',
] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

/** How much a file holds, and who was left out of it. Numbers only: this is what the export log keeps. */
export interface ExportTally {
  /** Rows, cards or events. */
  readonly rows: number
  /** Of audiences and mailing lists: rows with an email address, with a phone number. */
  readonly withEmail: number
  readonly withPhone: number
  readonly photos: number
  readonly leftOut: Readonly<Record<LeftOutReason, number>>
}

export const NOTHING: ExportTally = {
  rows: 0,
  withEmail: 0,
  withPhone: 0,
  photos: 0,
  leftOut: { notOnList: 0, noConsent: 0, withdrawn: 0, noAddress: 0, repeated: 0, personal: 0 },
}

/** Both together. */
export function addTally(a: ExportTally, b: ExportTally): ExportTally {
  const leftOut = Object.fromEntries(
    LEFT_OUT_REASONS.map((reason) => [reason, a.leftOut[reason] + b.leftOut[reason]]),
  ) as Record<LeftOutReason, number>
  return {
    rows: a.rows + b.rows,
    withEmail: a.withEmail + b.withEmail,
    withPhone: a.withPhone + b.withPhone,
    photos: a.photos + b.photos,
    leftOut,
  }
}

/** A tally of so many rows and nothing else. */
export function rowsTally(rows: number): ExportTally {
  return { ...NOTHING, rows }
}

/** How many are not in the list. */
export function leftOutCount(leftOut: ExportTally['leftOut']): number {
  return LEFT_OUT_REASONS.reduce((sum, reason) => sum + leftOut[reason], 0)
}
