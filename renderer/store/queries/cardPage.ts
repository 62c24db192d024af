import type { CardPage } from '#shared/leads/cardFields'
import { currentRecord } from '../currentRecord'
import type { NotebookDatabase } from '../database'

/** What a card is typed off onto: the meeting, its page, and who was met; undefined where either is gone. */
export async function cardPage(db: NotebookDatabase, interactionId: string): Promise<CardPage | undefined> {
  const meeting = await currentRecord(db, 'interactions', interactionId)
  if (meeting === undefined) return undefined
  const [personId] = meeting.personIds
  const [customer, person] = await Promise.all([
    currentRecord(db, 'customers', meeting.customerId),
    personId === undefined ? undefined : currentRecord(db, 'people', personId),
  ])
  return customer === undefined ? undefined : { meeting, customer, person }
}
