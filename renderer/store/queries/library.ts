import Dexie from 'dexie'
import { type Reader, readersOf } from '#shared/library/giving'
import type { Content, Engagement, Offer, Position } from '#shared/records/content'
import type { Fact } from '#shared/records/fact'
import type { RecordOf } from '#shared/records/tables'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { customerNames } from './customerPage'

/** Every piece of ours, retired ones included, by title. */
export async function allContent(db: NotebookDatabase): Promise<Content[]> {
  const pieces = liveRecords('content', await db.rows('content').toArray())
  return pieces.sort((a, b) => a.title.localeCompare(b.title))
}

/** Every pain point, point of interest and value, retired ones included, by their words. */
export async function allPositions(db: NotebookDatabase): Promise<Position[]> {
  const positions = liveRecords('positions', await db.rows('positions').toArray())
  return positions.sort((a, b) => a.text.localeCompare(b.text))
}

/** Every offer, retired ones included, by name. */
export async function allOffers(db: NotebookDatabase): Promise<Offer[]> {
  return liveRecords('offers', await db.rows('offers').toArray()).sort((a, b) => a.name.localeCompare(b.name))
}

/** Our carriers by name. */
export async function allCarriers(db: NotebookDatabase): Promise<RecordOf<'carriers'>[]> {
  const carriers = liveRecords('carriers', await db.rows('carriers').toArray())
  return carriers.sort((a, b) => a.name.localeCompare(b.name))
}

/** Every letter template of our own, retired ones included, by name. */
export async function allTemplates(db: NotebookDatabase): Promise<RecordOf<'templates'>[]> {
  const templates = liveRecords('templates', await db.rows('templates').toArray())
  return templates.sort((a, b) => a.name.localeCompare(b.name))
}

/** Everything that a customer took notice of. */
export async function engagementsOf(db: NotebookDatabase, customerId: string): Promise<Engagement[]> {
  const rows = await db
    .rows('engagements')
    .where('[customerId+at]')
    .between([customerId, Dexie.minKey], [customerId, Dexie.maxKey])
    .toArray()
  return liveRecords('engagements', rows)
}

/** How many facts of customers are instances of each position. */
export async function factCounts(
  db: NotebookDatabase,
  positionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await Promise.all(
    positionIds.map(
      async (id) => [id, await db.rows('facts').where('positionId').equals(id).count()] as const,
    ),
  )
  return new Map(counts)
}

/** A fact with the name of the customer whose it is. */
export interface NamedFact {
  readonly fact: Fact
  readonly customerName: string
}

/** The facts that are instances of some positions, at most `limit` of them, the newest knowledge first. */
export async function factsOfPositions(
  db: NotebookDatabase,
  positionIds: readonly string[],
  limit: number,
): Promise<NamedFact[]> {
  const rows = await db
    .rows('facts')
    .where('positionId')
    .anyOf([...positionIds])
    .toArray()
  const facts = liveRecords('facts', rows)
    .sort((a, b) => (a.learntOn < b.learntOn ? 1 : -1))
    .slice(0, limit)
  const names = await customerNames(
    db,
    facts.map((fact) => fact.customerId),
  )
  return facts.flatMap((fact) => {
    const customerName = names.get(fact.customerId)
    return customerName === undefined ? [] : [{ fact, customerName }]
  })
}

/** Who got a piece and who took notice of it, the newest first. */
export async function readersOfPiece(db: NotebookDatabase, contentId: string): Promise<Reader[]> {
  const [talks, engagements] = await Promise.all([
    db.rows('interactions').where('contentId').equals(contentId).toArray(),
    db.rows('engagements').where('contentId').equals(contentId).toArray(),
  ])
  return readersOf(liveRecords('interactions', talks), liveRecords('engagements', engagements))
}
