import type { FairRecords } from '#shared/reporting/fairReportInput'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'
import { allRates, fairCostLines, fairInteractions, settingsOrDefaults } from './costs'
import { fairById } from './fairs'
import { belongingTo, interactionsOf, liveCustomers, ordersOf } from './ofCustomers'
import { allStaff } from './staff'

/** What a fair's report is made of, as the notebook has it now. */
export type FairReportRecords = FairRecords & {
  readonly baseCurrency: string
  readonly rateMaxAgeDays: number | undefined
  readonly workingDays: readonly number[]
}

/** Reads everything that belongs to a fair's leads; undefined when there is no such fair any more. */
export async function fairReportRecords(
  db: NotebookDatabase,
  fairId: string,
): Promise<FairReportRecords | undefined> {
  const fair = await fairById(db, fairId)
  if (fair === undefined) return undefined
  const atTheFair = await fairInteractions(db, fairId)
  const met = atTheFair.filter(({ kind }) => kind === 'met').map(({ customerId }) => customerId)
  const customers = await liveCustomers(db, met)
  const ids = customers.map(({ id }) => id)
  const [interactions, people, promises, consents, orders, enrolments, touches] = await Promise.all([
    interactionsOf(db, ids),
    belongingTo(db, 'people', ids),
    belongingTo(db, 'promises', ids),
    belongingTo(db, 'consents', ids),
    ordersOf(db, ids),
    belongingTo(db, 'enrolments', ids),
    belongingTo(db, 'touches', ids),
  ])
  const [costs, rates, settings, staff] = await Promise.all([
    fairCostLines(db, fairId),
    allRates(db),
    settingsOrDefaults(db),
    allStaff(db),
  ])
  const planIds = enrolments.map(({ planId }) => planId)
  const productIds = atTheFair.flatMap((talk) => talk.productIds ?? [])
  const planRows = await db.rows('plans').bulkGet([...new Set(planIds)])
  const productRows = await db.rows('products').bulkGet([...new Set(productIds)])
  return {
    fair,
    customers,
    people,
    interactions,
    promises,
    consents,
    orders,
    enrolments,
    touches,
    // A plan that was deleted since is still what its enrolments were made by.
    plans: planRows.flatMap((row) => (row === undefined ? [] : [decodeRow('plans', row)])),
    products: liveRecords(
      'products',
      productRows.flatMap((row) => row ?? []),
    ),
    costs,
    rates,
    staff,
    baseCurrency: settings.baseCurrency,
    rateMaxAgeDays: settings.rateMaxAgeDays,
    workingDays: settings.workingDays,
  }
}
