import { earlierEditions } from '#shared/leads/fairEditions'
import type { VisitorInput } from '#shared/reporting/visitorPack'
import type { NotebookDatabase } from '../database'
import { fairInteractions } from './costs'
import { allFairs, fairById } from './fairs'
import { attachmentsById } from './lookups'
import { belongingTo, interactionsOf, liveCustomers } from './ofCustomers'

/** The records that a fair's visitor pack is made of. */
export type VisitorRecords = Omit<VisitorInput, 'grouping' | 'language' | 'zone' | 'now'>

/** Reads who was met at the earlier editions of a fair; undefined when there is no such fair any more. */
export async function visitorRecords(
  db: NotebookDatabase,
  fairId: string,
): Promise<VisitorRecords | undefined> {
  const fair = await fairById(db, fairId)
  if (fair === undefined) return undefined
  const editions = earlierEditions(fair, await allFairs(db))
  const customers = await liveCustomers(
    db,
    await metAt(
      db,
      editions.map(({ id }) => id),
    ),
  )
  const ids = customers.map(({ id }) => id)
  const [people, interactions, promises] = await Promise.all([
    belongingTo(db, 'people', ids),
    interactionsOf(db, ids),
    belongingTo(db, 'promises', ids),
  ])
  const attachmentIds = [...new Set(interactions.flatMap((talk) => talk.attachmentIds ?? []))]
  const attachments = await attachmentsById(db, attachmentIds)
  return { fair, editions, customers, people, interactions, promises, attachments }
}

/** The customers who were met at one of some fairs. */
export async function metAt(db: NotebookDatabase, fairIds: readonly string[]): Promise<string[]> {
  const talks = await Promise.all(fairIds.map((id) => fairInteractions(db, id)))
  return [...new Set(talks.flat().flatMap(({ kind, customerId }) => (kind === 'met' ? [customerId] : [])))]
}
