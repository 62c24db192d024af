/** Why two pages may be one customer. The window has a sentence for each. */
export const DUPLICATE_CODES = [
  'sameId',
  'sameEmail',
  'sameRoleEmail',
  'sameHandle',
  'samePhone',
  'samePhoneTail',
  'sameDomain',
  'sameCompany',
  'similarCompany',
  'spelledCompany',
  'sameName',
  'similarName',
  'spelledName',
] as const
export type DuplicateCode = (typeof DUPLICATE_CODES)[number]

/** One reason with what the sentence needs, as it stands in the notebook. */
export interface DuplicateReason {
  readonly code: DuplicateCode
  readonly params: { readonly value: string }
}

/** From "there is hardly another reading" to "worth a look". */
export const STRENGTHS = ['sure', 'likely', 'possible'] as const
export type Strength = (typeof STRENGTHS)[number]

/** Two pages that may be one customer; `aId` is the smaller id, which is the older page. */
export interface DuplicatePair {
  readonly aId: string
  readonly bId: string
  /** From 0 to 1. */
  readonly score: number
  readonly strength: Strength
  /** The strongest first, each code once. */
  readonly reasons: readonly DuplicateReason[]
}

/** The key of two customers, in whatever order they are named. */
export function pairKey(oneId: string, otherId: string): string {
  return oneId < otherId ? `${oneId} ${otherId}` : `${otherId} ${oneId}`
}
