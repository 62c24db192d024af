import { costTerm } from '../measures/costViews'
import type { Cost, CostCategory } from '../records/cost'

/** What the ledger is narrowed to; whatever is absent or empty narrows nothing. */
export interface CostFilter {
  /** Words that must all stand in the note, the campaign, the country's code or the place's name. */
  readonly words: string
  readonly category?: CostCategory | undefined
  /** First and last day, both included: a cost is in when it was paid or pays for a day between them. */
  readonly from: string
  readonly to: string
  /** Only costs without a receipt. */
  readonly withoutReceipt: boolean
}

/** Narrows nothing. */
export const EVERY_COST: CostFilter = { words: '', from: '', to: '', withoutReceipt: false }

/** The costs that a filter lets through, in their order. `nameOf` names a cost's touchpoint or channel. */
export function filterCosts<C extends Cost>(
  costs: readonly C[],
  filter: CostFilter,
  nameOf: (cost: C) => string,
): readonly C[] {
  const words = filter.words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return costs.filter((cost) => {
    if (filter.category !== undefined && cost.category !== filter.category) return false
    if (filter.withoutReceipt && (cost.attachmentIds ?? []).length > 0) return false
    const term = costTerm(cost)
    const first = term.from < cost.on ? term.from : cost.on
    const last = term.to > cost.on ? term.to : cost.on
    if (filter.from !== '' && last < filter.from) return false
    if (filter.to !== '' && first > filter.to) return false
    if (words.length === 0) return true
    const said = [nameOf(cost), cost.note, cost.campaign, cost.country].join(' ').toLocaleLowerCase()
    return words.every((word) => said.includes(word))
  })
}
