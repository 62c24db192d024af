import { buildLead } from '#shared/leads/buildLead'
import type { LeadDraft } from '#shared/leads/leadDraft'
import type { Touchpoint } from '#shared/records/touchpoint'
import type { Result } from '#shared/result'
import { addBusinessDays, workRuleOf } from '#shared/time/businessDays'
import { dayIn } from '#shared/time/calendarDay'
import type { Notebook, Saved } from '../store/notebook'
import { allProducts } from '../store/queries/products'
import { fairZone } from './FairHeader'

/** A promise made at the booth without a day is due two business days later. */
const PROMISE_BUSINESS_DAYS = 2

/**
 * Saves the lead as one change-set under the draft's own id: pressing the key twice, or again after a crash,
 * saves it once. "Saved" is the journal's word; the index may still be on its way.
 */
export function saveLead(
  notebook: Notebook,
  fair: Touchpoint,
  draft: LeadDraft,
  consent: { readonly wording: string; readonly language: string },
): Promise<Result<Saved | undefined>> {
  const name = draft.company.trim() || draft.person.trim()
  return notebook.commit(
    { id: draft.changeSetId, label: { key: 'change.lead', params: { name } } },
    async (at) => {
      const db = notebook.database()
      const products = db === undefined ? [] : await allProducts(db)
      const byName = new Map(products.map((product) => [product.name.toLowerCase(), product]))
      const today = dayIn(fairZone(fair), at)
      return buildLead(draft, {
        at,
        fair,
        productsByName: byName,
        consentWording: consent.wording,
        consentLanguage: consent.language,
        defaultPromiseDay: defaultPromiseDay(today, draft.country),
        newId: notebook.sources.newId,
      })
    },
  )
}

/** Two business days there from today on. */
export function defaultPromiseDay(today: string, country: string): string {
  return (
    addBusinessDays(today, PROMISE_BUSINESS_DAYS, workRuleOf(country === '' ? undefined : country)) ?? today
  )
}
