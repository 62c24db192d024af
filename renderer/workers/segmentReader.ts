import type { Change } from '#shared/changes/changeSet'
import { ownDays } from '#shared/measures/facts/ownDay'
import type { Relation } from '#shared/records/relation'
import { ok, type Result } from '#shared/result'
import { foldSubject } from '#shared/segments/foldSubject'
import { compileRule } from '#shared/segments/matchRule'
import type { SegmentSubject } from '#shared/segments/segmentSubject'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import type { IdRange } from './recordsByCustomer'
import { isContextTable, readSegmentContext, type SegmentContext, touchesContext } from './segmentContext'
import type { SegmentCounts, SegmentQuestion, SegmentTime } from './segmentProtocol'
import { OWNED_BY_CUSTOMER, readSubjectBooks } from './segmentTables'

/** Neighbours read at a time: a keystroke waits no longer than this. */
const PASS_CHUNK = 200
/** Customers read one by one at a time, after a change. */
const SCATTERED_CHUNK = 50
/** From so many on it is quicker to read everybody in order. */
const PASS_FROM = 2000
const OWNED: ReadonlySet<string> = new Set(OWNED_BY_CUSTOMER)

/**
 * What is known of every customer, in memory, so that a rule is answered without reading anything. Read when somebody
 * first asks, in the background; then only customers whom a change-set touches are read again, and everybody when a rate
 * or another small table changes. What is followed equals what a new reading gives. Records that name a page which was
 * merged into another are not looked for: a merge rewrites them all.
 */
export class SegmentReader {
  private readonly subjects = new Map<string, SegmentSubject>()
  private sorted: readonly SegmentSubject[] | undefined
  /** To be read again one by one. */
  private readonly waiting = new Set<string>()
  /** Counted up by changes: what was read under an earlier number may be old. */
  private contextVersion = 1
  private context: (SegmentContext & { readonly version: number }) | undefined
  private zone: string | undefined
  private everybody = false
  private passLeft = 0
  private total = 0
  private working: Promise<void> | undefined

  /** `pause` resolves when the messages that have come in were answered. */
  constructor(private readonly pause: () => Promise<void> = () => Promise.resolve()) {}

  /** Counts over everybody who is read so far. */
  async counts(
    db: NotebookDatabase,
    questions: readonly SegmentQuestion[],
    time: SegmentTime,
  ): Promise<SegmentCounts> {
    this.begin(db, time.zone)
    const counts = questions.map((question): Result<number> => {
      const members = this.matching(question, time)
      return members.ok ? ok(members.value.length) : members
    })
    const open = this.everybody || this.context === undefined ? this.total : this.passLeft + this.waiting.size
    const isSettled = this.working === undefined
    return { counts, done: Math.max(0, this.total - open), total: this.total, isSettled }
  }

  /** The members by name, of everybody. */
  async members(
    db: NotebookDatabase,
    question: SegmentQuestion,
    time: SegmentTime,
  ): Promise<Result<readonly string[]>> {
    this.begin(db, time.zone)
    while (this.working !== undefined) await this.working
    const members = this.matching(question, time)
    return members.ok ? ok(members.value.map(({ id }) => id)) : members
  }

  /** Takes note of whom the changes touch; they are read again behind it. */
  async follow(db: NotebookDatabase, changes: readonly Change[]): Promise<void> {
    if (this.zone === undefined) return
    for (const change of changes) {
      if (isContextTable(change.table)) this.contextVersion += 1
      if (touchesContext(change)) this.everybody = true
      for (const id of touchedCustomers(change)) this.waiting.add(id)
    }
    this.begin(db, this.zone)
  }

  private begin(db: NotebookDatabase, zone: string): void {
    if (this.zone !== zone) {
      this.zone = zone
      this.contextVersion += 1
      this.everybody = true
    }
    if (!this.isBehind()) return
    this.working ??= this.workThrough(db).finally(() => {
      this.working = undefined
    })
    // Whoever waits for it hears of a fault; the next question tries again.
    this.working.catch(() => undefined)
  }

  private isBehind(): boolean {
    return this.everybody || this.waiting.size > 0 || this.context?.version !== this.contextVersion
  }

  private matching(question: SegmentQuestion, time: SegmentTime): Result<readonly SegmentSubject[]> {
    const { context } = this
    if (context === undefined) return ok([])
    const { today, now } = time
    const matches = compileRule(question.rule, { today, now, ...context.scale }, context.own)
    if (!matches.ok) return matches
    const without = new Set(question.excludedIds)
    return ok(this.inOrder().filter((one) => !without.has(one.id) && matches.value(one)))
  }

  private inOrder(): readonly SegmentSubject[] {
    this.sorted ??= [...this.subjects.values()].sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1,
    )
    return this.sorted
  }

  private async workThrough(db: NotebookDatabase): Promise<void> {
    while (this.isBehind()) {
      const context = await this.currentContext(db)
      if (this.everybody || this.waiting.size > PASS_FROM) await this.passThrough(db)
      else {
        const ids = [...this.waiting].slice(0, SCATTERED_CHUNK)
        await this.readAgain(
          db,
          context,
          ids,
          ids.map((id) => ({ from: id, to: id })),
        )
      }
      await this.pause()
    }
  }

  private async currentContext(db: NotebookDatabase): Promise<SegmentContext> {
    const version = this.contextVersion
    if (this.context?.version === version) return this.context
    const read = await readSegmentContext(db, this.zone ?? 'UTC')
    this.context = { ...read, version }
    return this.context
  }

  /** Everybody in the order of the index. What was known stays until it is replaced, so that no count drops meanwhile. */
  private async passThrough(db: NotebookDatabase): Promise<void> {
    this.everybody = false
    this.waiting.clear()
    const ids = (await db.rows('customers').orderBy('updatedAt').primaryKeys()).sort()
    const living = new Set(ids)
    for (const id of this.subjects.keys()) if (!living.has(id)) this.subjects.delete(id)
    this.total = ids.length
    try {
      for (let start = 0; start < ids.length && !this.everybody; start += PASS_CHUNK) {
        this.passLeft = ids.length - start
        const chunk = ids.slice(start, start + PASS_CHUNK)
        const context = await this.currentContext(db)
        await this.readAgain(db, context, chunk, [{ from: chunk[0] ?? '', to: chunk.at(-1) ?? '' }])
        await this.pause()
      }
    } catch (fault) {
      this.everybody = true
      throw fault
    } finally {
      this.passLeft = 0
    }
  }

  private async readAgain(
    db: NotebookDatabase,
    { fold }: SegmentContext,
    ids: readonly string[],
    ranges: readonly IdRange[],
  ): Promise<void> {
    // Before anything is read: whoever changes from here on waits again.
    for (const id of ids) this.waiting.delete(id)
    try {
      const [rows, books, ties] = await Promise.all([
        db.rows('customers').bulkGet([...ids]),
        readSubjectBooks(db, ranges),
        readTies(db, ranges),
      ])
      const living = new Map(
        liveRecords(
          'customers',
          rows.flatMap((row) => row ?? []),
        ).map((one) => [one.id, one]),
      )
      const dayOf = ownDays(fold.zone)
      for (const id of ids) {
        const customer = living.get(id)
        if (customer === undefined) this.subjects.delete(id)
        else {
          const relations = ties.get(id) ?? []
          this.subjects.set(id, foldSubject({ ...books.get(id), relations, customer }, fold, dayOf))
        }
      }
      this.sorted = undefined
      this.total = Math.max(this.total, this.subjects.size)
    } catch (fault) {
      for (const id of ids) this.waiting.add(id)
      throw fault
    }
  }
}

/** The live ties at either end of the customers of some ranges, by customer. */
async function readTies(
  db: NotebookDatabase,
  ranges: readonly IdRange[],
): Promise<ReadonlyMap<string, readonly Relation[]>> {
  const rows = await Promise.all(
    ranges.flatMap(({ from, to }) =>
      (['fromId', 'toId'] as const).map((end) =>
        db.rows('relations').where(end).between(from, to, true, true).toArray(),
      ),
    ),
  )
  const found = new Map(liveRecords('relations', rows.flat()).map((tie) => [tie.id, tie]))
  const ties = new Map<string, Relation[]>()
  for (const tie of found.values()) {
    for (const id of new Set([tie.fromId, tie.toId])) ties.set(id, [...(ties.get(id) ?? []), tie])
  }
  return ties
}

/** Whose page a change belongs to, before and after it. */
function touchedCustomers({ table, id, before, after }: Change): readonly string[] {
  if (table === 'customers') return [id]
  const ends = table === 'relations' ? (['fromId', 'toId'] as const) : (['customerId'] as const)
  if (table !== 'relations' && !OWNED.has(table)) return []
  return ends.flatMap((end) => [before?.[end], after[end]]).filter((one) => typeof one === 'string')
}
