import type { Change } from '#shared/changes/changeSet'
import { groupedBy } from '#shared/grouping/groupedBy'
import { rankedRows, type TodayRow, todayWork } from '#shared/measures/todayWork'
import { customerValue } from '#shared/measures/value'
import { earliest, type NextDue } from '#shared/nurture/nextDue'
import type { PassedOver } from '#shared/nurture/plannedTouch'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import type { Appointment } from '#shared/records/appointment'
import type { Enrolment } from '#shared/records/nurture'
import type { PromiseRecord } from '#shared/records/promise'
import { addDays, compareDays, DAY_MS, dayIn, startOfDay } from '#shared/time/calendarDay'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import { type UnreadCard, unreadCards } from './cardDebtReader'
import { type CatchUpAnswer, type CatchUpRequest, planCatchUp } from './catchUpReader'
import { Derived } from './derived'
import { Mirror } from './mirror'
import { AHEAD_DAYS, NurtureMemory, type NurtureState } from './nurtureMemory'
import { type DryRunAnswer, type DryRunRequest, rehearsePlan } from './planRehearsal'
import { readSpan, type SpanAnswer, type SpanRequest, spanOf } from './spanReader'
import { TradeBook } from './tradeBook'

/** A lead of a fair is asked about for so long; after that it is history, and the plan's business. */
const FAIR_LEAD_DAYS = 30

/** For so long a step that was passed over is worth being told of. */
const PASSED_OVER_DAYS = 62

/** For so long ahead the next thing of a customer is looked for: what a plan brings later moves too much to be told. */
const NEXT_DAYS = 90

/** So many customers' orders and quotes are read for a list that does not wait for everybody's. */
const MOST_ENSURED = 500

/** Before anything that can be planned. */
const EVERYTHING_LATE = '0000-01-01'

/** When the list is asked for: the device's day and the present instant. */
export interface TodayRequest {
  readonly today: string
  readonly now: number
}

export interface TodayAnswer {
  readonly rows: readonly TodayRow[]
  /** Touches and promises that fall due in the six days after today. */
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
  /** False while holidays are still being read: until then only weekends move a touch. */
  readonly holidaysRead: boolean
}

/** Whose next thing is asked for; a day is one of the zone. */
export interface NextRequest {
  readonly customerIds: readonly string[]
  readonly today: string
  readonly zone: string
}

/** What is asked about one customer's plans. */
export interface TouchesRequest {
  readonly customerId: string
  readonly today: string
  readonly daysAhead: number
}

export interface TouchesAnswer {
  readonly touches: readonly PlannedTouch[]
  /** Steps whose conditions did not hold on their day, of the last weeks and earliest first. */
  readonly passedOver: readonly PassedOver[]
  /** The customer's country, where nobody has data of its holidays: only weekends were looked at. */
  readonly withoutHolidays: string | undefined
}

/**
 * Reads what is due and what is planned. Nothing here walks all interactions: the last month of talks comes from its
 * index once; enrolments, touches, open promises and orders are read once; all are then followed in memory.
 */
export class NurtureReader {
  private readonly memory = new NurtureMemory()
  private holidays: Promise<void> | undefined
  private readonly book: TradeBook
  private readonly fairs = new Mirror({
    table: 'touchpoints',
    read: (db) => db.rows('touchpoints').where('kind').equals('fair').toArray(),
    keeps: (touchpoint) => touchpoint.kind === 'fair',
  })
  private readonly promises = new Mirror({
    table: 'promises',
    read: (db) => db.rows('promises').orderBy('openDue').toArray(),
    keeps: (promise) => promise.doneAt === undefined,
  })
  private readonly promisesOf = new Derived((promises: readonly PromiseRecord[]) =>
    groupedBy(promises, ({ customerId }) => customerId),
  )
  /** Talks from this instant on are in `talks`; it moves with the days. */
  private talksSince = Number.POSITIVE_INFINITY
  private talks = this.talksFrom(0)

  /** `pause` resolves when the messages that have come in were answered. */
  constructor(private readonly pause: () => Promise<void> = () => Promise.resolve()) {
    this.book = new TradeBook(pause)
  }

  /** Takes over what the changes made; `seq` is the entry up to which everything has been given with them. */
  async follow(db: NotebookDatabase, changes: readonly Change[], seq?: number): Promise<void> {
    const followed = await Promise.allSettled([
      this.memory.follow(db, changes),
      this.fairs.follow(changes),
      this.promises.follow(changes),
      this.talks.follow(changes),
      this.book.follow(db, changes, seq),
    ])
    // What one could not follow the others have followed all the same.
    const failed = followed.find((one) => one.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  /** The ranked list of a day. */
  async today(db: NotebookDatabase, { today, now }: TodayRequest): Promise<TodayAnswer> {
    void this.book.readAll(db)
    const [promises, talks, fairs] = await Promise.all([
      this.promises.records(db),
      this.recentTalks(db, today, now),
      this.fairs.records(db),
      this.memory.ready(db, today),
    ])
    const holidaysRead = this.memory.hasHolidays()
    // As it is when rhythms are told: while amounts are read below, everybody may come in.
    const ordersRead = this.book.isComplete()
    if (!holidaysRead) void this.readHolidays()
    const state = this.memory.state()
    const upcoming = this.memory.upcoming(state, today)
    const work = todayWork({
      today,
      now,
      running: state.running,
      planned: upcoming,
      touches: state.touches,
      promises,
      rhythms: this.book.rhythms(today),
      talks,
      fairIds: new Set(fairs.map((fair) => fair.id)),
    })
    const customerIds = work.map((one) => one.customerId)
    // Very many are ranked without amounts until everybody's are in, which takes no longer than theirs one by one.
    const isWaiting = !ordersRead && !this.book.isUnreadable() && customerIds.length > MOST_ENSURED
    const amounts = isWaiting ? undefined : this.book.ensure(db, customerIds)
    await Promise.all([amounts, this.memory.look(db, customerIds)])
    const alive = work.filter((one) => this.memory.glance(one.customerId) !== undefined)
    const rows = rankedRows(alive, this.worth(state, today), { today, now })
    // To hand over very many takes as long as to rank them: what is being saved goes first.
    await this.pause()
    return {
      rows,
      restOfWeek: restOfWeek(upcoming, promises, state.running, today),
      early: upcoming.filter((touch) => isPutOffThanks(touch, today)),
      doneToday: state.touches.filter((touch) => touch.on === today && touch.action === 'done').length,
      ordersRead,
      holidaysRead,
    }
  }

  /**
   * Reads what the list of a day may still have lacked, orders and holidays; false where some of it can't be read. The
   * list is asked for again behind it.
   */
  async untilWhole(db: NotebookDatabase): Promise<boolean> {
    await Promise.all([this.book.readAll(db), this.readHolidays()])
    return this.book.isComplete() && this.memory.hasHolidays()
  }

  /** Past and planned marks of a span of days, over all customers. */
  async span(db: NotebookDatabase, request: SpanRequest): Promise<SpanAnswer> {
    const [records, promises] = await Promise.all([
      readSpan(db, request),
      this.promises.records(db),
      this.memory.ready(db, request.today),
    ])
    await this.readHolidays()
    return spanOf(this.memory, { ...records, promises }, request)
  }

  /** What is planned for one customer up to so many days ahead, late things included, on the days that Today has. */
  async touchesOf(
    db: NotebookDatabase,
    { customerId, today, daysAhead }: TouchesRequest,
  ): Promise<TouchesAnswer> {
    await this.memory.ready(db, today)
    await this.memory.look(db, [customerId])
    await this.readHolidays()
    // Of whoever is on no plan that is under way nobody has read them yet.
    const own = this.memory.glance(customerId)?.country
    if (own !== undefined) await this.memory.readHolidays(this.pause, [own]).catch(() => undefined)
    await this.memory.inquire(db, customerId)
    const state = this.memory.state()
    const span = { from: EVERYTHING_LATE, to: addDays(today, daysAhead) }
    const { touches, passedOver } = this.memory.plannedFully(state, customerId, span, today)
    const since = addDays(today, -PASSED_OVER_DAYS)
    const { sides } = this.memory.calendarOf(this.memory.glance(customerId)?.country)
    const { country, isKnown } = sides?.there ?? {}
    return {
      touches,
      passedOver: passedOver.filter(({ dueOn }) => compareDays(dueOn, since) >= 0),
      withoutHolidays: country !== undefined && isKnown === false ? country : undefined,
    }
  }

  /** What is to be done next for some customers: a touch, a promise of ours or an appointment, late ones included. */
  async nextOf(db: NotebookDatabase, request: NextRequest): Promise<ReadonlyMap<string, NextDue>> {
    const { today, zone } = request
    const wanted = new Set(request.customerIds)
    const to = addDays(today, NEXT_DAYS)
    const [promises, appointments] = await Promise.all([
      this.promises.records(db),
      openAppointments(db, request.customerIds),
      this.memory.ready(db, today),
    ])
    const [from, before] = [startOfDay(today, zone), startOfDay(addDays(to, 1), zone)]
    await this.readHolidays()
    const touches = this.memory.ahead(this.memory.state(), wanted, { to, today })
    const openOf = this.promisesOf.of(promises)
    const own = request.customerIds.flatMap((id) => openOf.get(id) ?? [])
    const due = [
      ...touches.map(({ customerId, dueOn }) => ({ customerId, on: dueOn })),
      ...own.filter(({ by }) => by === 'us').map(({ customerId, dueOn }) => ({ customerId, on: dueOn })),
      ...appointments
        .filter(({ startsAt }) => startsAt >= from && startsAt < before)
        .map(({ customerId, startsAt }) => ({ customerId, on: dayIn(zone, startsAt), at: startsAt })),
    ]
    const next = new Map<string, NextDue>()
    for (const { customerId, ...one } of due) {
      if (customerId === undefined || !wanted.has(customerId)) continue
      const known = next.get(customerId)
      next.set(customerId, (known === undefined ? one : earliest([known, one])) ?? one)
    }
    return next
  }

  /** What is planned for each customer up to so many days ahead, late things included. */
  async plannedOf(
    db: NotebookDatabase,
    today: string,
    daysAhead: number,
  ): Promise<ReadonlyMap<string, readonly PlannedTouch[]>> {
    await this.memory.ready(db, today)
    await this.readHolidays()
    const span = { from: EVERYTHING_LATE, to: addDays(today, daysAhead) }
    return groupedBy(this.memory.planned(this.memory.state(), span, today), ({ customerId }) => customerId)
  }

  /** Cards of the last weeks' meetings that nobody has typed off yet. */
  async cardDebt(db: NotebookDatabase, { today, now }: TodayRequest): Promise<readonly UnreadCard[]> {
    return unreadCards(db, await this.recentTalks(db, today, now))
  }

  /** Where everything that is late would go. */
  async catchUp(db: NotebookDatabase, request: CatchUpRequest): Promise<CatchUpAnswer> {
    const { today } = request
    void this.book.readAll(db)
    await this.memory.ready(db, today)
    await this.readHolidays()
    const openPromises = new Set((await this.promises.records(db)).map(({ id }) => id))
    const late = this.memory.upcoming(this.memory.state(), today).filter(({ dueOn }) => dueOn < today)
    await this.book.ensure(
      db,
      late.map(({ customerId }) => customerId),
    )
    const state = this.memory.state()
    const worthOf = this.worth(state, today)
    return planCatchUp(this.memory, { state, worthOf, openPromises }, request)
  }

  /** What a plan would bring if it were begun with some customers. */
  async dryRun(db: NotebookDatabase, request: DryRunRequest): Promise<DryRunAnswer> {
    return rehearsePlan(db, this.memory, request, (countries) =>
      // Without holidays a dry run is still one: weekends count.
      this.memory.readHolidays(this.pause, countries).catch(() => undefined),
    )
  }

  /** Every enrolment: lists count them, and what is done to many at once is done to these. */
  async enrolments(db: NotebookDatabase, today: string): Promise<readonly Enrolment[]> {
    await this.memory.ready(db, today)
    return this.memory.everyEnrolment()
  }

  /** The calendars of some countries, ours beside them: for whoever plans elsewhere on the same days. */
  async calendarsOf(db: NotebookDatabase, countries: readonly string[], today: string) {
    await this.memory.ready(db, today)
    await this.memory.readHolidays(this.pause, countries)
    return new Map(countries.map((country) => [country, this.memory.calendarOf(country)]))
  }

  private readHolidays(): Promise<void> {
    this.holidays ??= this.memory.readHolidays(this.pause).finally(() => {
      this.holidays = undefined
    })
    // Without holidays a plan is still a plan: weekends count, and the next question tries again.
    return this.holidays.catch(() => undefined)
  }

  /** What each customer is worth looking at today, each worked out once. */
  private worth(state: NurtureState, today: string): (customerId: string) => number {
    const known = new Map<string, number>()
    return (customerId) => {
      const before = known.get(customerId)
      if (before !== undefined) return before
      const amounts = this.book.amounts(customerId, state.base, state.rates, today)
      const { value } = customerValue({ grade: this.memory.glance(customerId)?.grade, ...amounts })
      known.set(customerId, value)
      return value
    }
  }

  /** The talks of the last weeks. They are read anew when the day turns, so that old ones leave. */
  private recentTalks(db: NotebookDatabase, today: string, now: number) {
    const since = startOfDay(addDays(today, -FAIR_LEAD_DAYS), 'UTC')
    if (since !== this.talksSince) this.talks = this.talksFrom(since)
    this.talksSince = since
    return this.talks
      .records(db)
      .then((talks) => talks.filter((talk) => talk.at >= now - FAIR_LEAD_DAYS * DAY_MS))
  }

  private talksFrom(since: number) {
    return new Mirror({
      table: 'interactions',
      read: (db) => db.rows('interactions').where('at').aboveOrEqual(since).toArray(),
      keeps: (talk) => talk.at >= since,
    })
  }
}

/** Of some customers: a few rows each, where the days ahead hold those of everybody. */
async function openAppointments(
  db: NotebookDatabase,
  customerIds: readonly string[],
): Promise<readonly Appointment[]> {
  const read = await db.transaction('r', db.rows('appointments'), () =>
    Promise.all(customerIds.map((id) => db.rows('appointments').where('customerId').equals(id).toArray())),
  )
  return liveRecords('appointments', read.flat()).filter(({ doneAt }) => doneAt === undefined)
}

/** What falls due in the days after today; a step that keeps a promise is the promise, as in the list. */
function restOfWeek(
  upcoming: readonly PlannedTouch[],
  promises: readonly PromiseRecord[],
  running: readonly Enrolment[],
  today: string,
): number {
  const touches = upcoming.filter(({ dueOn }) => compareDays(dueOn, today) > 0)
  const promiseOf = new Map(running.map(({ id, promiseId }) => [id, promiseId]))
  const kept = new Set(
    upcoming.flatMap((touch) =>
      touch.stepKey === 'promised' ? (promiseOf.get(touch.enrolmentId) ?? []) : [],
    ),
  )
  const to = addDays(today, AHEAD_DAYS)
  const own = promises.filter(({ id, dueOn }) => dueOn > today && dueOn <= to && !kept.has(id))
  return touches.length + own.length
}

function isPutOffThanks(touch: PlannedTouch, today: string): boolean {
  const { stepKey, movedFrom, movedBecause, dueOn } = touch
  if (stepKey !== 'thanks' || movedFrom === undefined || movedBecause === 'person') return false
  return compareDays(dueOn, today) > 0 && (movedFrom === today || movedFrom === addDays(today, -1))
}
