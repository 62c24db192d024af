import type { Enrolment, Plan } from '../records/nurture'
import { occasionOf, type PlanOccasion, SHIPPED_PLANS } from './plans/shippedPlans'

/** What a plan says, without what makes it a record. */
export type PlanWords = Pick<
  Plan,
  | 'nameKey'
  | 'name'
  | 'steps'
  | 'pauseOn'
  | 'stopOn'
  | 'pauseAtStages'
  | 'stopAtStages'
  | 'quietDays'
  | 'giveAskRatio'
  | 'goal'
>

/** What something says as a plan, and nothing else of it. */
export function planWordsOf(said: PlanWords): PlanWords {
  const {
    nameKey,
    name,
    steps,
    goal,
    pauseOn,
    stopOn,
    pauseAtStages,
    stopAtStages,
    quietDays,
    giveAskRatio,
  } = said
  return { nameKey, name, steps, goal, pauseOn, stopOn, pauseAtStages, stopAtStages, quietDays, giveAskRatio }
}

/** One plan of the notebook over all its versions. */
export interface PlanEntry extends PlanWords {
  readonly planKey: string
  /** The version that whoever is enrolled now gets. */
  readonly version: number
  /** Its record; a shipped plan that nobody used yet has none. */
  readonly record: Plan | undefined
  /** Ids of all versions, the newest first. */
  readonly versionIds: readonly string[]
  /** What a shipped plan is offered at; absent for one of the notebook's own. */
  readonly occasion: PlanOccasion | undefined
  readonly isRetired: boolean
}

/** How many people are on a plan. */
export interface PlanCount {
  readonly running: number
  /** Running on a version before the newest. */
  readonly onOlder: number
  readonly paused: number
  readonly ended: number
}

/** Every plan: the shipped ones in their order, then the notebook's own by age; retired ones last. */
export function planBook(records: readonly Plan[]): PlanEntry[] {
  const shipped = SHIPPED_PLANS.map((plan) => {
    const versions = versionsOf(records, plan.planKey)
    return entryOf(versions[0] ?? plan, versions, occasionOf(plan.planKey))
  })
  const known = new Set(SHIPPED_PLANS.map(({ planKey }) => planKey))
  const ownKeys = [...new Set(records.map(({ planKey }) => planKey))].filter((key) => !known.has(key))
  const own = ownKeys.flatMap((key) => {
    const versions = versionsOf(records, key)
    return versions[0] === undefined ? [] : [entryOf(versions[0], versions, undefined)]
  })
  own.sort((a, b) => oldest(a, records) - oldest(b, records))
  return [...shipped, ...own].sort((a, b) => Number(a.isRetired) - Number(b.isRetired))
}

/** How many people are on each plan, by its key. */
export function planCounts(entries: readonly PlanEntry[], enrolments: readonly Enrolment[]) {
  const keyOf = new Map(entries.flatMap(({ planKey, versionIds }) => versionIds.map((id) => [id, planKey])))
  const newest = new Set(entries.flatMap(({ versionIds }) => versionIds.slice(0, 1)))
  const counts = new Map<string, PlanCount>()
  for (const { planId, endedAt, pausedAt } of enrolments) {
    const key = keyOf.get(planId)
    if (key === undefined) continue
    const { running, onOlder, paused, ended } = counts.get(key) ?? NOBODY
    const runs = endedAt === undefined && pausedAt === undefined
    counts.set(key, {
      running: running + Number(runs),
      onOlder: onOlder + Number(runs && !newest.has(planId)),
      paused: paused + Number(endedAt === undefined && pausedAt !== undefined),
      ended: ended + Number(endedAt !== undefined),
    })
  }
  return counts
}

/** A plan that nobody is on. */
export const NOBODY: PlanCount = { running: 0, onOlder: 0, paused: 0, ended: 0 }

function versionsOf(records: readonly Plan[], planKey: string): Plan[] {
  return records.filter((plan) => plan.planKey === planKey).sort((a, b) => b.version - a.version)
}

function entryOf(
  newest: PlanWords & Pick<Plan, 'planKey' | 'version'>,
  versions: readonly Plan[],
  occasion: PlanOccasion | undefined,
): PlanEntry {
  const record = versions[0]
  const { planKey, version } = newest
  return {
    ...planWordsOf(newest),
    planKey,
    version,
    record,
    versionIds: versions.map(({ id }) => id),
    occasion,
    isRetired: record?.retiredAt !== undefined,
  }
}

function oldest({ planKey }: PlanEntry, records: readonly Plan[]): number {
  return Math.min(...records.filter((plan) => plan.planKey === planKey).map(({ createdAt }) => createdAt))
}
