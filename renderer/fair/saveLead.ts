import { buildLead } from '#shared/leads/buildLead'
import type { LeadDraft } from '#shared/leads/leadDraft'
import type { RecordOf } from '#shared/records/tables'
import type { Touchpoint } from '#shared/records/touchpoint'
import type { Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import type { NotebookDatabase } from '../store/database'
import type { Notebook, Saved } from '../store/notebook'
import { defaultPromiseDay } from '../store/promiseDay'
import { allProducts } from '../store/queries/products'
import { currentRecord } from '../store/useEdits'
import { fairZone } from './FairHeader'

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
      const existingCustomer = await existing(db, 'customers', draft.existingCustomerId)
      const existingPerson = await existing(db, 'people', draft.existingPersonId)
      const products = db === undefined ? [] : await allProducts(db)
      const byName = new Map(products.map((product) => [product.name.toLowerCase(), product]))
      const today = dayIn(fairZone(fair), at)
      return buildLead(draft, {
        at,
        fair,
        existingCustomer,
        existingPerson: existingCustomer === undefined ? undefined : existingPerson,
        productsByName: byName,
        consentWording: consent.wording,
        consentLanguage: consent.language,
        defaultPromiseDay: defaultPromiseDay(today, draft.country),
        newId: notebook.sources.newId,
      })
    },
  )
}

async function existing<T extends 'customers' | 'people'>(
  db: NotebookDatabase | undefined,
  table: T,
  id: string | undefined,
): Promise<RecordOf<T> | undefined> {
  return id === undefined ? undefined : currentRecord(db, table, id)
}
