import type { Change } from '#shared/changes/changeSet'
import { warmth } from '#shared/measures/warmth'
import { warmthHalfLife, warmthWeights } from '#shared/measures/warmthSettings'
import type { NextDue } from '#shared/nurture/nextDue'
import type { Interaction } from '#shared/records/interaction'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import type { NextRequest, NurtureReader } from './nurtureReader'
import { ownersOf } from './touchedCustomers'

/** So many customers' talks are remembered: the rows around those in sight. */
const KEPT_CUSTOMERS = 400

/** Whose figures are asked for, and as of when. */
export interface ListFiguresRequest extends NextRequest {
  readonly now: number
  /** Leaves out what is next: right after the start that takes a reading of all plans, and warmth a few rows. */
  readonly only?: 'warmth' | undefined
}

/** What the list shows of a customer beside the name. */
export interface ListFigure {
  /** 0 to 100 with one decimal, as on the page. */
  readonly warmth: number
  readonly next: NextDue | undefined
}

const NOTHING_NEXT: ReadonlyMap<string, NextDue> = new Map()

type Talk = Pick<Interaction, 'id' | 'kind' | 'direction' | 'at'>

/** The figures of the rows in sight. Talks that were read once are kept until a change touches their customer. */
export class ListFigures {
  private readonly talks = new Map<string, readonly Talk[]>()
  /** Counts the changes followed: what was read while one came in may be of before it. */
  private turn = 0

  constructor(private readonly nurture: Pick<NurtureReader, 'nextOf'>) {}

  /** Forgets the talks of those whom the changes touch. */
  follow(changes: readonly Change[]): void {
    this.turn += 1
    for (const change of changes) {
      if (change.table !== 'interactions') continue
      for (const id of ownersOf(change)) this.talks.delete(id)
    }
  }

  /** Warmth and, unless only warmth is asked for, the next thing to do of some customers. */
  async of(db: NotebookDatabase, request: ListFiguresRequest): Promise<ReadonlyMap<string, ListFigure>> {
    const { customerIds, now } = request
    // One after the other: what was asked for its warmth alone before this has read the talks meanwhile.
    const next = request.only === 'warmth' ? NOTHING_NEXT : await this.nurture.nextOf(db, request)
    const [talksOf, settingsRows] = await Promise.all([
      this.talksOf(db, customerIds),
      db.rows('settings').toArray(),
    ])
    const [settings] = liveRecords('settings', settingsRows)
    const [weights, halfLife] = [warmthWeights(settings), warmthHalfLife(settings)]
    return new Map(
      customerIds.flatMap((id) => {
        const told = warmth(talksOf.get(id) ?? [], now, weights, halfLife).value
        return told === undefined ? [] : [[id, { warmth: told.score, next: next.get(id) }] as const]
      }),
    )
  }

  private async talksOf(
    db: NotebookDatabase,
    customerIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Talk[]>> {
    const { turn } = this
    const read = await Promise.all(
      customerIds.map(async (id) => [id, this.talks.get(id) ?? (await readTalks(db, id))] as const),
    )
    if (turn === this.turn) {
      for (const [id, talks] of read) {
        // The ones asked for last are the last to be forgotten.
        this.talks.delete(id)
        this.talks.set(id, talks)
      }
      for (const id of [...this.talks.keys()].slice(0, -KEPT_CUSTOMERS)) this.talks.delete(id)
    }
    return new Map(read)
  }
}

async function readTalks(db: NotebookDatabase, customerId: string): Promise<readonly Talk[]> {
  const rows = await db
    .rows('interactions')
    .where('[customerId+at]')
    .between([customerId, Number.NEGATIVE_INFINITY], [customerId, Number.POSITIVE_INFINITY])
    .toArray()
  return liveRecords('interactions', rows).map(({ id, kind, direction, at }) => ({ id, kind, direction, at }))
}
