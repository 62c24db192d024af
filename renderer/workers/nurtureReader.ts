import type { Change } from '#shared/changes/changeSet'
import { rankedRows, type TodayRow, todayWork } from '#shared/measures/todayWork'
import { customerValue } from '#shared/measures/value'
import { rateTable } from '#shared/money/rates'
import { type PlannedTouch, plannedTouches } from '#shared/nurture/scheduler'
import type { Grade } from '#shared/records/customer'
import type { Enrolment, Plan, Touch } from '#shared/records/nurture'
import type { RecordOf, TableName } from '#shared/records/tables'
import { addDays, DAY_MS, startOfDay } from '#shared/time/calendarDay'
import { type Mark, marksOf, type Span } from '#shared/timeline/nurtureSpan'
import type { NotebookDatabase } from '../store/database'
import { decodeRow, liveRecords } from '../store/rows'
import { TradeBook } from './tradeBook'

/** A lead of a fair is asked about for so long; after that it is history, and the plan's business. */
const FAIR_LEAD_DAYS = 30
/** Promises of days to come matter to late orders: whoever promised a day need not be asked before it. */
const PROMISE_AHEAD_DAYS = 400
/** Beyond so many enrolments one read of all touches is cheaper than one for each. */
const FEW_ENROLMENTS = 200
/** The longest run of days off that a thank-you is looked for behind. */
const EARLY_DAYS = 5
/** Until the notebook has settings of its own. */
const DEFAULT_WORKING_DAYS = [1, 2, 3, 4, 5]
const DEFAULT_BASE = 'USD'

/** When the list is asked for: the device's day and the present instant. */
export interface TodayRequest {
  readonly today: string
  readonly now: number
}

export interface TodayAnswer {
  readonly rows: readonly TodayRow[]
  /** Touches that fall due in the six days after today. */
  readonly restOfWeek: number
  /**
   * Thank-yous to people met today or yesterday that a weekend or a holiday has put off: not due, but the evening
   * of a fair's Saturday is when one writes them.
   */
  readonly early: readonly PlannedTouch[]
  /** Touches done today already. */
  readonly doneToday: number
  /** False while orders are still being read: late orders join later. */
  readonly ordersRead: boolean
}

/** The timeline of all customers for some days. */
export interface SpanRequest extends Span {
  readonly today: string
  readonly zone: string
}

export interface SpanAnswer {
  readonly marks: readonly Mark[]
  readonly plans: readonly Plan[]
  /** ISO weekdays that are worked here. */
  readonly workingDays: readonly number[]
}

interface Glance {
  readonly country: string | undefined
  readonly grade: Grade | undefined
}

/**
 * Reads what is due and what is planned. Nothing here walks all interactions: running enrolments, open promises and
 * the last month of talks come from their indexes, orders are read once and then followed.
 */
export class NurtureReader {
  private readonly glances = new Map<string, Glance>()
  private readonly book = new TradeBook()

  /** Forgets what the changes made out of date. */
  async follow(db: NotebookDatabase, changes: readonly Change[]): Promise<void> {
    for (const change of changes) if (change.table === 'customers') this.glances.delete(change.id)
    await this.book.follow(db, changes)
  }

  /** The ranked list of a day. */
  async today(db: NotebookDatabase, { today, now }: TodayRequest): Promise<TodayAnswer> {
    void this.book.readAll(db)
    const nurture = await this.readNurture(db)
    const since = now - FAIR_LEAD_DAYS * DAY_MS
    const [promises, talks, fairs, doneTouches] = await Promise.all([
      db.rows('promises').where('openDue').belowOrEqual(addDays(today, PROMISE_AHEAD_DAYS)).toArray(),
      db.rows('interactions').where('at').aboveOrEqual(since).toArray(),
      db.rows('touchpoints').where('kind').equals('fair').toArray(),
      live('touches', db.rows('touches').where('on').equals(today).toArray()),
    ])
    const meetings = liveRecords('interactions', talks)
    const met = meetings.filter((talk) => talk.kind === 'met').map((talk) => talk.customerId)
    const work = todayWork({
      today,
      now,
      plans: nurture.plans,
      running: nurture.running,
      touches: [...nurture.touches, ...(await touchesOfMet(db, met, nurture.running))],
      calendarOf: nurture.calendarOf,
      promises: liveRecords('promises', promises),
      orderDays: this.book.orderDays(),
      talks: meetings,
      fairIds: new Set(liveRecords('touchpoints', fairs).map((fair) => fair.id)),
    })
    const customerIds = work.map((one) => one.customerId)
    await Promise.all([this.book.ensure(db, customerIds), this.look(db, customerIds)])
    const worthOf = await this.valuer(db, nurture.base, today)
    const alive = work.filter((one) => this.glances.has(one.customerId))
    return {
      rows: rankedRows(alive, worthOf, { today, now }),
      restOfWeek: nurture.planned({ from: addDays(today, 1), to: addDays(today, 6) }, today).length,
      early: nurture
        .planned({ from: addDays(today, 1), to: addDays(today, EARLY_DAYS) }, today)
        .filter((touch) => isPutOffThanks(touch, today)),
      doneToday: doneTouches.filter((touch) => touch.action === 'done').length,
      ordersRead: this.book.isComplete(),
    }
  }

  /** Past and planned marks of a span of days, over all customers. */
  async span(db: NotebookDatabase, request: SpanRequest): Promise<SpanAnswer> {
    const { from, to, today, zone } = request
    const nurture = await this.readNurture(db)
    const [talks, done, promises, enrolments] = await Promise.all([
      db
        .rows('interactions')
        .where('at')
        // A day begins up to fourteen hours earlier elsewhere; `marksOf` cuts at the day.
        .between(startOfDay(from, zone) - DAY_MS, startOfDay(addDays(to, 1), zone) + DAY_MS)
        .toArray(),
      db.rows('touches').where('on').between(from, to, true, true).toArray(),
      db.rows('promises').where('openDue').between(from, to, true, true).toArray(),
      db.rows('enrolments').toArray(),
    ])
    const planOf = new Map(liveRecords('enrolments', enrolments).map(({ id, planId }) => [id, planId]))
    const sources = {
      planned: nurture
        .planned({ from, to }, today)
        .map((touch) => ({ ...touch, planId: planOf.get(touch.enrolmentId) ?? '' })),
      done: liveRecords('touches', done).map((touch) => ({
        ...touch,
        planId: planOf.get(touch.enrolmentId) ?? '',
      })),
      talks: liveRecords('interactions', talks),
      promises: liveRecords('promises', promises),
    }
    const marks = marksOf(sources, { from, to }, today, zone)
    return { marks, plans: nurture.plans, workingDays: nurture.workingDays }
  }

  private async readNurture(db: NotebookDatabase) {
    const [running, plans, settings] = await Promise.all([
      live('enrolments', db.rows('enrolments').where('running').equals(1).toArray()),
      live('plans', db.rows('plans').toArray()),
      live('settings', db.rows('settings').toArray()),
    ])
    const [touches] = await Promise.all([
      touchesOfEnrolments(db, running),
      this.look(
        db,
        running.map((enrolment) => enrolment.customerId),
      ),
    ])
    const workingDays = settings[0]?.workingDays ?? DEFAULT_WORKING_DAYS
    const calendarOf = (customerId: string) => ({
      workingDays,
      customerCountry: this.glances.get(customerId)?.country,
    })
    const alive = running.filter((enrolment) => this.glances.has(enrolment.customerId))
    const planned = (span: Span, today: string): PlannedTouch[] => {
      const planById = new Map(plans.map((plan) => [plan.id, plan]))
      const touchesOf = byEnrolment(touches)
      return alive.flatMap((enrolment) => {
        const plan = planById.get(enrolment.planId)
        if (plan === undefined) return []
        const calendar = calendarOf(enrolment.customerId)
        const own = touchesOf.get(enrolment.id) ?? []
        return plannedTouches({ plan, enrolment, touches: own, calendar, ...span, today })
      })
    }
    const base = settings[0]?.baseCurrency ?? DEFAULT_BASE
    return { running: alive, plans, touches, calendarOf, planned, workingDays, base }
  }

  private async valuer(db: NotebookDatabase, base: string, today: string) {
    const rates = rateTable(await live('rates', db.rows('rates').toArray()))
    const known = new Map<string, number>()
    return (customerId: string): number => {
      const before = known.get(customerId)
      if (before !== undefined) return before
      const amounts = this.book.amounts(customerId, base, rates, today)
      const { value } = customerValue({ grade: this.glances.get(customerId)?.grade, ...amounts })
      known.set(customerId, value)
      return value
    }
  }

  private async look(db: NotebookDatabase, customerIds: readonly string[]): Promise<void> {
    const unknown = [...new Set(customerIds)].filter((id) => !this.glances.has(id))
    if (unknown.length === 0) return
    for (const row of await db.rows('customers').bulkGet(unknown)) {
      const customer = row === undefined ? undefined : decodeRow('customers', row)
      if (customer === undefined || customer.deletedAt !== undefined) continue
      this.glances.set(customer.id, { country: customer.country, grade: customer.grade })
    }
  }
}

function isPutOffThanks(touch: PlannedTouch, today: string): boolean {
  const { stepKey, movedFrom, movedBecause } = touch
  if (stepKey !== 'thanks' || movedFrom === undefined || movedBecause === 'person') return false
  return movedFrom === today || movedFrom === addDays(today, -1)
}

async function live<T extends TableName>(
  table: T,
  rows: PromiseLike<Parameters<typeof liveRecords>[1]>,
): Promise<RecordOf<T>[]> {
  return liveRecords(table, await rows)
}

function byEnrolment(touches: readonly Touch[]): ReadonlyMap<string, readonly Touch[]> {
  const grouped = new Map<string, Touch[]>()
  for (const touch of touches) {
    const group = grouped.get(touch.enrolmentId)
    if (group === undefined) grouped.set(touch.enrolmentId, [touch])
    else group.push(touch)
  }
  return grouped
}

async function touchesOfEnrolments(db: NotebookDatabase, running: readonly Enrolment[]): Promise<Touch[]> {
  if (running.length > FEW_ENROLMENTS) return liveRecords('touches', await db.rows('touches').toArray())
  const rows = await db
    .rows('touches')
    .where('enrolmentId')
    .anyOf(running.map((enrolment) => enrolment.id))
    .toArray()
  return liveRecords('touches', rows)
}

/** A skipped thank-you of a plan that has ended or pauses is an answer to "nobody wrote" as well. */
async function touchesOfMet(
  db: NotebookDatabase,
  customerIds: readonly string[],
  running: readonly Enrolment[],
): Promise<Touch[]> {
  const onPlan = new Set(running.map((enrolment) => enrolment.id))
  const rows = await db
    .rows('touches')
    .where('customerId')
    .anyOf([...new Set(customerIds)])
    .toArray()
  return liveRecords('touches', rows).filter((touch) => !onPlan.has(touch.enrolmentId))
}
