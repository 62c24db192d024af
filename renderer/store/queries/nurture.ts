import { touchKey } from '#shared/nurture/plannedTouch'
import { refusedByLeaving } from '#shared/nurture/reach'
import type { Consent } from '#shared/records/consent'
import type { Content, Engagement } from '#shared/records/content'
import type { Rate } from '#shared/records/cost'
import type { Enrolment, Plan, Touch } from '#shared/records/nurture'
import type { PromiseRecord } from '#shared/records/promise'
import type { Settings } from '#shared/records/settings'
import type { RecordOf } from '#shared/records/tables'
import type { Staff, Touchpoint } from '#shared/records/touchpoint'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'
import { type CustomerPageData, customerPage } from './customerPage'
import { allContent, allTemplates, engagementsOf } from './library'
import { namesOf } from './lookups'
import { allStaff } from './staff'

/** Every live plan record, all versions. */
export async function allPlans(db: NotebookDatabase): Promise<Plan[]> {
  return liveRecords('plans', await db.rows('plans').toArray())
}

/** All enrolments of some customers, the running ones and the others. */
export async function enrolmentsOf(
  db: NotebookDatabase,
  customerIds: readonly string[],
): Promise<Enrolment[]> {
  const rows = await db
    .rows('enrolments')
    .where('customerId')
    .anyOf([...customerIds])
    .toArray()
  return liveRecords('enrolments', rows)
}

/** What people did about the touches of one enrolment. */
export async function touchesOfEnrolment(db: NotebookDatabase, enrolmentId: string): Promise<Touch[]> {
  return liveRecords('touches', await db.rows('touches').where('enrolmentId').equals(enrolmentId).toArray())
}

/** Keys of the touches of some enrolments that somebody did or skipped. */
export async function settledTouchKeys(
  db: NotebookDatabase,
  enrolmentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.rows('touches').where('enrolmentId').anyOf(enrolmentIds).toArray()
  return new Set(
    liveRecords('touches', rows)
      .filter(({ action }) => action !== 'moved')
      .map(({ enrolmentId, stepKey, occurrence }) => touchKey(enrolmentId, stepKey, occurrence)),
  )
}

/** The notebook's settings, when there are any yet. */
export async function notebookSettings(db: NotebookDatabase): Promise<Settings | undefined> {
  return liveRecords('settings', await db.rows('settings').toArray())[0]
}

/** Who we are: what letters are signed with. */
export async function aboutMe(
  db: NotebookDatabase,
): Promise<{ readonly me: Staff | undefined; readonly settings: Settings | undefined }> {
  const staff = await allStaff(db)
  return { me: staff.find((person) => person.me === true), settings: await notebookSettings(db) }
}

/** Everything that writing to one customer draws on. */
export interface Brief {
  readonly page: CustomerPageData
  readonly enrolments: readonly Enrolment[]
  readonly fair: Touchpoint | undefined
  readonly product: string | undefined
  readonly promise: PromiseRecord | undefined
  readonly me: Staff | undefined
  readonly settings: Settings | undefined
  readonly plans: readonly Plan[]
  readonly rates: readonly Rate[]
  /** Noes to newsletters by whoever left a list of ours, to be read with the page's consents. */
  readonly refusals: readonly Consent[]
  readonly templates: readonly RecordOf<'templates'>[]
  readonly content: readonly Content[]
  /** What the customer took notice of. */
  readonly engagements: readonly Engagement[]
}

/** Reads the brief of a customer; undefined when the customer is gone. */
export async function readBrief(
  db: NotebookDatabase,
  customerId: string,
  about: { readonly enrolmentId?: string | undefined; readonly promiseId?: string | undefined },
): Promise<Brief | undefined> {
  const page = await customerPage(db, customerId)
  if (page === undefined) return undefined
  const enrolments = await enrolmentsOf(db, [customerId])
  const enrolment = enrolments.find((candidate) => candidate.id === about.enrolmentId)
  const newestFirst = page.interactions
  const fairId =
    enrolment?.touchpointId ?? newestFirst.find((talk) => talk.touchpointId !== undefined)?.touchpointId
  const productIds = newestFirst.find((talk) => (talk.productIds ?? []).length > 0)?.productIds ?? []
  const promiseId = about.promiseId ?? enrolment?.promiseId
  return {
    page,
    enrolments,
    fair: await fairOf(db, fairId),
    product: (await namesOf(db, 'products', productIds.slice(0, 1)))[0],
    promise: page.promises.find((promise) => promise.id === promiseId && promise.doneAt === undefined),
    ...(await aboutMe(db)),
    plans: await allPlans(db),
    rates: liveRecords('rates', await db.rows('rates').toArray()),
    refusals: await refusalsOf(db, customerId),
    templates: await allTemplates(db),
    content: await allContent(db),
    engagements: await engagementsOf(db, customerId),
  }
}

async function refusalsOf(db: NotebookDatabase, customerId: string): Promise<Consent[]> {
  const memberships = await db.rows('memberships').where('customerId').equals(customerId).toArray()
  const carriers = await db.rows('carriers').toArray()
  return refusedByLeaving(liveRecords('memberships', memberships), liveRecords('carriers', carriers))
}

async function fairOf(db: NotebookDatabase, id: string | undefined): Promise<Touchpoint | undefined> {
  const row = id === undefined ? undefined : await db.rows('touchpoints').get(id)
  const fair = row === undefined ? undefined : decodeRow('touchpoints', row)
  // A campaign or a page is no place where one has met.
  return fair?.deletedAt === undefined && fair?.kind === 'fair' ? fair : undefined
}
