import { findNoteMarks } from '#shared/capture/noteMarks'
import type { Change } from '#shared/changes/changeSet'
import { buildLead, leadName } from '#shared/leads/buildLead'
import type { LeadContext } from '#shared/leads/leadContext'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { missedChanges } from '#shared/leads/missedChanges'
import { enrolLead, runningFor } from '#shared/nurture/enrol'
import { pauseChanges } from '#shared/nurture/pauseChanges'
import { FAIR_WELCOME } from '#shared/nurture/plans/fairWelcome'
import type { AnyRecord } from '#shared/records/record'
import type { Touchpoint } from '#shared/records/touchpoint'
import { ok, type Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import type { IsoDate } from '#shared/time/values'
import { zoneOf } from '#shared/time/zoneOf'
import { currentRecord, livingRecord } from '../store/currentRecord'
import type { Notebook, Saved } from '../store/notebook'
import { defaultPromiseDay } from '../store/promiseDay'
import { allPlans, enrolmentsOf } from '../store/queries/nurture'
import { allProducts } from '../store/queries/products'
import { allStaff } from '../store/queries/staff'
import { fairZone } from './FairHeader'

/** A lead in the journal. */
export interface SavedLead extends Saved {
  /** The plan that it was to go on is left out: without the index nobody knows whether one is running. */
  readonly lacksPlan: boolean
}

/**
 * Saves the lead as one change-set under the draft's own id: saved again after a crash or a lost answer, it is
 * saved once, and what it says more than the first time is saved as an edit of that. "Saved" is the journal's word;
 * the index may still be on its way.
 */
export async function saveLead(
  notebook: Notebook,
  fair: Touchpoint,
  draft: LeadDraft,
  consent: { readonly wording: string; readonly newsletterWording: string; readonly language: string },
): Promise<Result<SavedLead | undefined>> {
  const label = { key: 'change.lead', params: { name: leadName(draft) } }
  let lacksPlan = false
  const build = async (at: number) => {
    const today = dayIn(fairZone(fair), at)
    const basics = {
      at,
      fair,
      staffId: draft.staffId,
      consentWording: consent.wording,
      consentLanguage: consent.language,
      newsletterWording: consent.newsletterWording,
      defaultPromiseDay: defaultPromiseDay(today, draft.country),
      noteMarks: findNoteMarks(draft.note, { today, people: [], dollar: 'USD' }),
      newId: notebook.sources.newId,
    }
    const lead = await leadWithPlan(notebook, draft, basics, today).catch(() => undefined)
    lacksPlan = lead === undefined && draft.plan === 'fairWelcome'
    // Without the index the lead is saved all the same, onto the page that was chosen; its plan can follow later.
    return lead ?? buildLead(draft, { ...basics, productsByName: new Map(), unreadPage: chosenPage(draft) })
  }
  const withPlanNote = (saved: Saved | undefined) =>
    ok(saved === undefined ? undefined : { ...saved, lacksPlan })
  const saved = await notebook.commit({ id: draft.changeSetId, label }, build)
  if (!saved.ok) return saved
  const earlier = saved.value?.earlier
  if (earlier === undefined) return withPlanNote(saved.value)
  const missed = await notebook.commit({ label }, async (at) =>
    missedChanges(earlier.changes, await build(at), await currentOf(notebook, earlier.changes), at),
  )
  return missed.ok ? withPlanNote(missed.value ?? saved.value) : missed
}

/** The page that "met before?" was answered with, as far as the draft knows it. */
function chosenPage({ existingCustomerId, existingPersonId }: LeadDraft): LeadContext['unreadPage'] {
  return existingCustomerId === undefined
    ? undefined
    : { customerId: existingCustomerId, personId: existingPersonId }
}

/** The records of these changes as they are now, by id; those that can't be read are left out. */
async function currentOf(
  notebook: Notebook,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, AnyRecord>> {
  const found = new Map<string, AnyRecord>()
  for (const { table, id } of changes) {
    const record = await currentRecord(notebook.database(), table, id).catch(() => undefined)
    if (record !== undefined) found.set(id, record)
  }
  return found
}

type LeadBasics = Omit<LeadContext, 'productsByName' | 'existingCustomer' | 'existingPerson' | 'unreadPage'>

/** The lead with what the notebook knows already, and with its place on the plan. Throws where the index can't be read. */
async function leadWithPlan(
  notebook: Notebook,
  draft: LeadDraft,
  basics: LeadBasics,
  today: IsoDate,
): Promise<readonly Change[]> {
  const { at, fair } = basics
  const db = notebook.database()
  if (db === undefined) throw new Error('the index is not open')
  const existingCustomer = await livingRecord(db, 'customers', draft.existingCustomerId)
  const existingPerson = await livingRecord(db, 'people', draft.existingPersonId)
  const products = await allProducts(db)
  const byName = new Map(products.map((product) => [product.name.toLowerCase(), product]))
  const lead = buildLead(draft, {
    ...basics,
    existingCustomer,
    existingPerson: existingCustomer === undefined ? undefined : existingPerson,
    productsByName: byName,
    staffId: draft.staffId ?? (await allStaff(db)).find(({ me }) => me === true)?.id,
  })
  const plans = await allPlans(db)
  const earlier = existingCustomer === undefined ? [] : await enrolmentsOf(db, [existingCustomer.id])
  // Met twice at one fair: the run that began with the first meeting goes on.
  if (runningFor(earlier, plans, FAIR_WELCOME.planKey, fair.id) !== undefined) return lead
  const paused = pauseChanges(lead, earlier, at, plans).changes
  if (draft.plan !== 'fairWelcome') return [...lead, ...paused]
  const country = existingCustomer?.country ?? draft.country
  const zone = existingCustomer?.zone ?? zoneOf(country)?.zone
  const context = { at, plans, newId: notebook.sources.newId }
  return [...lead, ...paused, ...enrolLead(lead, { on: today, zone }, FAIR_WELCOME, context)]
}
