/** By what the calendar's lanes are. */
export const LANES = ['plan', 'carrier', 'customer'] as const
export type LaneKind = (typeof LANES)[number]
