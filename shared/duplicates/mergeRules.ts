import type { DuplicateCode, DuplicatePair } from './duplicatePair'

/** Rules by which many pairs are merged at once: what two pages must share to be taken for one without looking. */
export const MERGE_RULES = ['emailAndCompany', 'phoneAndCompany', 'sameId'] as const
export type MergeRule = (typeof MERGE_RULES)[number]

const COMPANY: readonly DuplicateCode[] = ['sameCompany', 'spelledCompany']
/** Of each list one reason must be there. */
const NEEDED: Readonly<Record<MergeRule, readonly (readonly DuplicateCode[])[]>> = {
  emailAndCompany: [['sameEmail'], COMPANY],
  phoneAndCompany: [['samePhone'], COMPANY],
  sameId: [['sameId']],
}

/** Pages that are one by a rule: the oldest is kept, the others go into it, older ones first. */
export interface MergeGroup {
  readonly keptId: string
  readonly goingIds: readonly string[]
}

/** More pages than this in one group are a broken export, not one customer; such a group is left to the person. */
const MAX_GROUP = 12

/**
 * The groups that a rule makes of some pairs. Pages are put together where each is tied to another one by the rule;
 * a group in which anybody said of two that they are not the same is left out.
 */
export function groupsByRule(
  pairs: readonly DuplicatePair[],
  rule: MergeRule,
  createdAt: (id: string) => number,
  areDistinct: (oneId: string, otherId: string) => boolean,
): MergeGroup[] {
  const groupOf = new Map<string, Set<string>>()
  for (const { aId, bId, reasons } of pairs) {
    if (!NEEDED[rule].every((codes) => reasons.some(({ code }) => codes.includes(code)))) continue
    const joined = new Set([...(groupOf.get(aId) ?? [aId]), ...(groupOf.get(bId) ?? [bId])])
    for (const id of joined) groupOf.set(id, joined)
  }
  const groups: MergeGroup[] = []
  for (const group of new Set(groupOf.values())) {
    const [keptId = '', ...goingIds] = [...group].sort(
      (a, b) => createdAt(a) - createdAt(b) || (a < b ? -1 : 1),
    )
    const ids = [keptId, ...goingIds]
    const isDoubted = ids.some((one, at) => ids.slice(at + 1).some((other) => areDistinct(one, other)))
    if (ids.length <= MAX_GROUP && !isDoubted) groups.push({ keptId, goingIds })
  }
  return groups.sort((a, b) => (a.keptId < b.keptId ? -1 : 1))
}
