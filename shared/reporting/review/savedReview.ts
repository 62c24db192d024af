import * as z from 'zod'
import { ATTRIBUTION_MODELS } from '../../measures/attribution'
import { COST_VIEWS } from '../../measures/costViews'
import { currencyCodeSchema } from '../../money/values'
import type { SavedReport } from '../../records/savedReport'
import { REVIEW_UNITS } from './reviewPeriod'
import { REVIEW_KINDS, type ReviewKind } from './reviewRequest'

/** What a review can be narrowed to. */
export const SCOPE_KINDS = ['whole', 'channel', 'touchpoint', 'segment', 'customer'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

/** What each review may be of; the first is what it begins with. */
export const SCOPES_OF = {
  monthly: ['whole', 'channel', 'touchpoint', 'segment'],
  channel: ['whole', 'channel', 'touchpoint'],
  customer: ['customer'],
  product: ['whole', 'segment'],
  asset: ['whole', 'segment'],
} as const satisfies Readonly<Record<ReviewKind, readonly [ScopeKind, ...ScopeKind[]]>>

/** So many periods back can be chosen. */
export const MOST_BACK = 36

const optionsSchema = z.object({
  unit: z.enum(REVIEW_UNITS),
  back: z.int().min(0).max(MOST_BACK),
  model: z.enum(ATTRIBUTION_MODELS),
  view: z.enum(COST_VIEWS),
  scopeKind: z.enum(SCOPE_KINDS),
  scopeId: z.string().max(200).optional(),
  /** The notebook's own currency where absent, whatever that is by then. */
  currency: currencyCodeSchema.optional(),
})

/** A review as a person puts it together. The period is counted back from today: made again, it is of the new month. */
export interface ReviewChoice extends z.infer<typeof optionsSchema> {
  readonly kind: ReviewKind
}

/** How a review begins: the last whole month of everything. */
export function newChoice(kind: ReviewKind): ReviewChoice {
  const unit = kind === 'monthly' ? 'month' : kind === 'channel' ? 'quarter' : 'year'
  const back = kind === 'monthly' || kind === 'channel' ? 1 : 0
  return { kind, unit, back, model: 'firstTouch', view: 'cash', scopeKind: SCOPES_OF[kind][0] }
}

/** A saved report as a choice; undefined for a kind or options that this version does not know. */
export function choiceOfSaved({
  kind,
  options,
}: Pick<SavedReport, 'kind' | 'options'>): ReviewChoice | undefined {
  const known = REVIEW_KINDS.find((one) => one === kind)
  const read = optionsSchema.safeParse(options)
  if (known === undefined || !read.success) return undefined
  const scopes: readonly ScopeKind[] = SCOPES_OF[known]
  return scopes.includes(read.data.scopeKind) ? { kind: known, ...read.data } : undefined
}

/** The options under which a choice is saved. */
export function savedOptions({
  unit,
  back,
  model,
  view,
  scopeKind,
  scopeId,
  currency,
}: ReviewChoice): SavedReport['options'] {
  return {
    unit,
    back,
    model,
    view,
    scopeKind,
    ...(scopeId === undefined ? {} : { scopeId }),
    ...(currency === undefined ? {} : { currency }),
  }
}

/** Whether it says whose review it is: all but the whole notebook need somebody or something chosen. */
export function isComplete({ scopeKind, scopeId }: ReviewChoice): boolean {
  return scopeKind === 'whole' || (scopeId !== undefined && scopeId !== '')
}
