import { type CardField, unreadFields } from '#shared/leads/cardDebt'
import type { Interaction } from '#shared/records/interaction'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'

/** A card whose photo is there and whose words are not. */
export interface UnreadCard {
  readonly interactionId: string
  readonly customerId: string
  /** The first person of the meeting, where one is known. */
  readonly personId: string | undefined
  readonly metAt: number
  /** Photos of the card, in the order in which they were taken. */
  readonly photos: readonly { readonly id: string; readonly hash: string }[]
  readonly unread: readonly CardField[]
}

/** The cards of some meetings that nobody has typed off yet, the oldest first: the memory of it fades. */
export async function unreadCards(
  db: NotebookDatabase,
  talks: readonly Interaction[],
): Promise<readonly UnreadCard[]> {
  const met = talks.filter(({ kind, attachmentIds = [] }) => kind === 'met' && attachmentIds.length > 0)
  const [photos, customers, people] = await Promise.all([
    db.rows('attachments').bulkGet(met.flatMap(({ attachmentIds = [] }) => attachmentIds)),
    db.rows('customers').bulkGet(met.map(({ customerId }) => customerId)),
    db.rows('people').bulkGet(met.flatMap(({ personIds }) => personIds.slice(0, 1))),
  ])
  const cards = byId(
    liveRecords(
      'attachments',
      photos.flatMap((row) => row ?? []),
    ).filter(({ purpose }) => purpose === 'card'),
  )
  const pages = byId(
    liveRecords(
      'customers',
      customers.flatMap((row) => row ?? []),
    ),
  )
  const known = byId(
    liveRecords(
      'people',
      people.flatMap((row) => row ?? []),
    ),
  )
  return met
    .flatMap((talk): UnreadCard[] => {
      const customer = pages.get(talk.customerId)
      const own = (talk.attachmentIds ?? []).flatMap((id) => cards.get(id) ?? [])
      if (customer === undefined || own.length === 0) return []
      const person = known.get(talk.personIds[0] ?? '')
      const unread = unreadFields(customer, person)
      if (unread.length === 0) return []
      return [
        {
          interactionId: talk.id,
          customerId: customer.id,
          personId: person?.id,
          metAt: talk.at,
          photos: own.map(({ id, hash }) => ({ id, hash })),
          unread,
        },
      ]
    })
    .sort((a, b) => a.metAt - b.metAt || (a.interactionId < b.interactionId ? -1 : 1))
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}
