import type { Change } from '#shared/changes/changeSet'
import { warmth } from '#shared/measures/warmth'
import { warmthHalfLife, warmthWeights } from '#shared/measures/warmthSettings'
import { type GiveAsk, giveAsk } from '#shared/nurture/giveAsk'
import { isAnswer } from '#shared/nurture/pausing'
import { type ReachFor, reachOf, refusedByLeaving } from '#shared/nurture/reach'
import type { Circumstances } from '#shared/nurture/stepConditions'
import type { Consent } from '#shared/records/consent'
import type { Customer } from '#shared/records/customer'
import type { Interaction } from '#shared/records/interaction'
import type { Person } from '#shared/records/person'
import type { Settings } from '#shared/records/settings'
import type { RecordOf, TableName } from '#shared/records/tables'
import { addDays, dayIn, startOfDay } from '#shared/time/calendarDay'
import type { NotebookDatabase } from '../store/database'
import { decodeRow, liveRecords, type Row } from '../store/rows'
import { touchedCustomers } from './touchedCustomers'

/** Where somebody takes notice of what we gave or sent; being offered something, and a bounce, is none. */
const NOTICED: readonly RecordOf<'engagements'>['kind'][] = [
  'opened',
  'clicked',
  'replied',
  'registered',
  'attended',
  'downloaded',
  'visited',
]

/** What is known of one customer's people, as far as plans ask. */
interface Standing {
  /** How the person of an enrolment may be reached; without one, the first of the page, as the letter does. */
  reach(personId: string | undefined): ReachFor
  /** Our gifts to them and asks of them, over all plans; what names nobody counts for all of the customer. */
  giveAsk(personId: string | undefined): GiveAsk
  /** What the conditions of steps look at. A reply of anybody at the customer counts, meeting at a booth is none. */
  readonly circumstances: Circumstances
}

/** The tables that a standing is made of, each with its customer. */
const TABLES: ReadonlySet<TableName> = new Set([
  'customers',
  'people',
  'consents',
  'memberships',
  'interactions',
  'orders',
  'engagements',
  'stageMoves',
  'facts',
])

/** The standing of customers that somebody asked about, followed through later changes. */
export class Standings {
  private readonly known = new Map<string, Standing>()
  /** Counts the changes followed: what was read while one came in may be of before it. */
  private turn = 0
  /** Lists of which none was missing, each with the turn of that. */
  private readonly whole = new WeakMap<Iterable<string>, number>()

  /** Reads those that are not in yet. */
  async ensure(db: NotebookDatabase, customerIds: Iterable<string>): Promise<void> {
    if (this.whole.get(customerIds) === this.turn) return
    const begun = this.turn
    for (const id of new Set(customerIds)) {
      while (!this.known.has(id)) {
        const { turn } = this
        const standing = await readStanding(db, id)
        if (standing === undefined) break
        if (turn === this.turn) this.known.set(id, standing)
      }
    }
    if (begun === this.turn) this.whole.set(customerIds, begun)
  }

  /** Reads anew whom the changes touch, among those that are in; tells which. */
  async follow(db: NotebookDatabase, changes: readonly Change[]): Promise<ReadonlySet<string>> {
    this.turn += 1
    const isAll = changes.some(({ table }) => table === 'carriers' || table === 'settings')
    const named = isAll ? this.known.keys() : touchedCustomers(changes, TABLES)
    const touched = new Set([...named].filter((id) => this.known.has(id)))
    for (const id of touched) this.known.delete(id)
    await this.ensure(db, touched)
    return touched
  }

  /** What was read; undefined for a customer who is gone or was not asked about. */
  of(customerId: string): Standing | undefined {
    return this.known.get(customerId)
  }
}

async function readStanding(db: NotebookDatabase, id: string): Promise<Standing | undefined> {
  const row = await db.rows('customers').get(id)
  const customer = row === undefined ? undefined : decodeRow('customers', row)
  if (customer === undefined || customer.deletedAt !== undefined) return undefined
  const keyed = async <T extends TableName>(table: T) =>
    liveRecords(table, await db.rows(table).where('customerId').equals(id).toArray())
  const dated = async <T extends TableName>(
    table: T,
    order: 'at' | 'on',
    from: string | number,
    to: string | number,
  ) =>
    liveRecords(
      table,
      (await db
        .rows(table)
        .where(`[customerId+${order}]`)
        .between([id, from], [id, to], true, true)
        .toArray()) as Row[],
    )
  const instants = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const
  const [
    people,
    consents,
    memberships,
    facts,
    talks,
    engagements,
    stageMoves,
    orders,
    carriers,
    settingsRows,
  ] = await Promise.all([
    keyed('people'),
    keyed('consents'),
    keyed('memberships'),
    keyed('facts'),
    dated('interactions', 'at', ...instants),
    dated('engagements', 'at', ...instants),
    dated('stageMoves', 'at', ...instants),
    dated('orders', 'on', '', '\uffff'),
    db.rows('carriers').toArray(),
    db.rows('settings').toArray(),
  ])
  const [settings] = liveRecords('settings', settingsRows)
  const words = [...consents, ...refusedByLeaving(memberships, liveRecords('carriers', carriers))]
  const zone = customer.zone ?? 'UTC'
  const onDay = ({ day, at }: { readonly day?: string | undefined; readonly at: number }) =>
    day ?? dayIn(zone, at)
  const first = stageMoves.reduce<(typeof stageMoves)[number] | undefined>(
    (best, next) => (best === undefined || next.at < best.at ? next : best),
    undefined,
  )
  return {
    reach: (personId) => reach(customer, people, words, personId),
    giveAsk: (personId) => giveAsk(talks.filter((talk) => isWith(talk, personId))),
    circumstances: {
      replies: talks.filter((talk) => isAnswer(talk) && talk.kind !== 'met').map(onDay),
      orders: orders.filter(({ status }) => status !== 'cancelled').map(({ on }) => on),
      opened: engagements
        .filter(({ kind }) => NOTICED.includes(kind))
        .map((one) => ({ on: onDay(one), contentId: one.contentId })),
      stages: stageMoves.map(({ at, to }) => ({ at, stage: to, on: dayIn(zone, at) })),
      firstStage: first === undefined ? customer.stage : (first.from ?? 'lead'),
      facts: facts.map(({ kind, learntOn }) => ({ kind, on: learntOn })),
      warmthOn: (day) => warmthAt(talks, startOfDay(addDays(day, 1), zone), settings),
    },
  }
}

function reach(
  customer: Customer,
  people: readonly Person[],
  consents: readonly Consent[],
  personId: string | undefined,
): ReachFor {
  const person = people.find(({ id }) => id === personId) ?? people[0]
  const handles = [...(person?.handles ?? []), ...customer.handles]
  return reachOf({ customerId: customer.id, personId: person?.id, handles }, consents)
}

/** Whether a talk was with a person, or with nobody in particular of their customer. */
export function isWith({ personIds }: Interaction, personId: string | undefined): boolean {
  return personId === undefined || personIds.length === 0 || personIds.includes(personId)
}

/** How warm it was at a moment; later talks are not known yet. */
function warmthAt(
  talks: readonly Interaction[],
  at: number,
  settings: Settings | undefined,
): number | undefined {
  return warmth(
    talks.filter((talk) => talk.at < at),
    at,
    warmthWeights(settings),
    warmthHalfLife(settings),
  ).value?.score
}
