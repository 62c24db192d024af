import { foldContext } from '#shared/measures/facts/foldContext'
import { ownDays } from '#shared/measures/facts/ownDay'
import { WARMTH_WEIGHTS } from '#shared/measures/warmth'
import { rateTable } from '#shared/money/rates'
import type { OwnField } from '#shared/ownFields/ownField'
import type { SegmentRule } from '#shared/records/segment'
import { foldSubject, type SubjectContext, type SubjectRecords } from '#shared/segments/foldSubject'
import { compileRule } from '#shared/segments/matchRule'
import type { SegmentMoment, SegmentSubject } from '#shared/segments/segmentSubject'
import { testId } from '../changes/memoryNotebook'

/** Wednesday, noon in UTC. */
export const today = '2026-11-25'
export const now = Date.UTC(2026, 10, 25, 12)
export const DAY = 86_400_000

export const moment: SegmentMoment = { today, now, minorPerUnit: 100, halfLifeDays: 45 }
export const platform = testId(900)
export const welcome = testId(901)

export const context: SubjectContext = {
  ...foldContext({
    base: 'USD',
    zone: 'UTC',
    rates: rateTable([]),
    touchpoints: [],
    carriers: [],
    products: [],
  }),
  channelKinds: new Map([[platform, 'platform']]),
  planKeys: new Map([[welcome, 'fairWelcome']]),
  weights: WARMTH_WEIGHTS,
}

export const base = {
  schema: 2,
  rev: 1,
  createdAt: now - 100 * DAY,
  updatedAt: now,
  origin: 'person' as const,
}

/** The subject of a customer of whom only what is given is known. */
export function subject(
  page: Partial<SubjectRecords['customer']> = {},
  records: Omit<SubjectRecords, 'customer'> = {},
): SegmentSubject {
  const customer = {
    ...base,
    id: testId(1),
    name: 'Gulf Tools',
    handles: [],
    stage: 'lead' as const,
    tags: [],
    ...page,
  }
  return foldSubject({ ...records, customer }, context, ownDays('UTC'))
}

/** Whether a rule means a subject; throws the code of a rule that can't be asked. */
export function means(rule: SegmentRule, one: SegmentSubject, own: readonly OwnField[] = []): boolean {
  const matches = compileRule(rule, moment, own)
  if (!matches.ok) throw new Error(matches.error.code)
  return matches.value(one)
}
