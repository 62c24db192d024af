/** What an import adds to a page, for the preview's line about a row. */
export const PLAN_FIELDS = [
  'name',
  'title',
  'contact',
  'country',
  'address',
  'website',
  'tags',
  'interaction',
  'note',
  'optOut',
  'figures',
  'order',
  'payment',
  'engagement',
  'membership',
  'other',
  'offer',
] as const
export type PlanField = (typeof PLAN_FIELDS)[number]

/** Told which kind of thing a row brings, and whether something of ours gives way to it. */
export type OnFill = (field: PlanField, isReplaced?: boolean) => void

/** The fields as a number with a bit for each: one a row is kept of every row of a file. */
export function fieldBit(field: PlanField): number {
  return 1 << PLAN_FIELDS.indexOf(field)
}

/** The fields of such a number, in a fixed order. */
export function fieldsOf(bits: number): PlanField[] {
  return PLAN_FIELDS.filter((field) => (bits & fieldBit(field)) !== 0)
}
