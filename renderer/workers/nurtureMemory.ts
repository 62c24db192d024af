import type { Change } from '#shared/changes/changeSet'
import { type RateTable, rateTable } from '#shared/money/rates'
import type { TouchCalendar } from '#shared/nurture/fineDay'
import { type PlannedTouch, plannedTouches } from '#shared/nurture/scheduler'
import type { Grade } from '#shared/records/customer'
import type { Enrolment, Plan, Touch } from '#shared/records/nurture'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import { addDays } from '#shared/time/calendarDay'
import type { Span } from '#shared/timeline/nurtureSpan'
import type { NotebookDatabase } from '../store/database'
import { decodeRow } from '../store/rows'
import { Mirror } from './mirror'

/** How far ahead the days of a list look: the rest of the week, and the thank-yous behind days off. */
export const AHEAD_DAYS = 6

/** What scheduling and ranking need of a customer. */
interface Glance {
  readonly country: string | undefined
  readonly grade: Grade | undefined
}

/** What plans say at this moment, for one question. */
export interface NurtureState {
  readonly running: readonly Enrolment[]
  readonly plans: readonly Plan[]
  readonly touches: readonly Touch[]
  readonly planOf: ReadonlyMap<string, string>
  readonly workingDays: readonly number[]
  readonly base: string
  readonly rates: RateTable
}

/** Plans, enrolments, touches and settings in memory, and the touches that they call for. */
export class NurtureMemory {
  private readonly glances = new Map<string, Glance>()
  private readonly enrolments = new Mirror({
    table: 'enrolments',
    read: (db) => db.rows('enrolments').toArray(),
  })
  private readonly touches = new Mirror({ table: 'touches', read: (db) => db.rows('touches').toArray() })
  private readonly plans = new Mirror({ table: 'plans', read: (db) => db.rows('plans').toArray() })
  private readonly settings = new Mirror({ table: 'settings', read: (db) => db.rows('settings').toArray() })
  private readonly rates = new Mirror({ table: 'rates', read: (db) => db.rows('rates').toArray() })
  /** Touches of each running enrolment up to the end of the list's days, for one day. */
  private dueOf = new Map<string, readonly PlannedTouch[]>()
  private dueOn = ''

  /** Takes over what the changes made, and forgets what was worked out from what they touched. */
  async follow(changes: readonly Change[]): Promise<void> {
    const edited = changes.filter((change) => change.table === 'customers')
    for (const { id } of edited) this.glances.delete(id)
    const touches = await this.touches.follow(changes)
    const enrolments = await this.enrolments.follow(changes)
    for (const { enrolmentId } of touches) this.dueOf.delete(enrolmentId)
    for (const { id } of enrolments) this.dueOf.delete(id)
    const plans = await this.plans.follow(changes)
    const settings = await this.settings.follow(changes)
    await this.rates.follow(changes)
    if (plans.length > 0 || settings.length > 0 || edited.length > 0) this.dueOf.clear()
  }

  /** Reads what `state` needs and looks at the customers of running plans. */
  async ready(db: NotebookDatabase): Promise<void> {
    await Promise.all([
      this.enrolments.ready(db),
      this.touches.ready(db),
      this.plans.ready(db),
      this.settings.ready(db),
      this.rates.ready(db),
    ])
    await this.look(
      db,
      this.running().map((enrolment) => enrolment.customerId),
    )
  }

  /**
   * Everything as it is this moment, once `ready`. Nothing may be awaited between this and what is worked out from
   * it: a change that came in between would be forgotten by what `upcoming` remembers.
   */
  state(): NurtureState {
    const enrolments = this.enrolments.current()
    const [settings] = this.settings.current()
    return {
      running: this.running().filter((enrolment) => this.glances.has(enrolment.customerId)),
      plans: this.plans.current(),
      touches: this.touches.current(),
      planOf: new Map(enrolments.map(({ id, planId }) => [id, planId])),
      workingDays: settings?.workingDays ?? DEFAULT_SETTINGS.workingDays,
      base: settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency,
      rates: rateTable(this.rates.current()),
    }
  }

  private running(): readonly Enrolment[] {
    return this.enrolments.current().filter((one) => one.pausedAt === undefined && one.endedAt === undefined)
  }

  /** Every touch that is late, due, or due within the next days; each enrolment is worked out once a day. */
  upcoming(state: NurtureState, today: string): readonly PlannedTouch[] {
    if (this.dueOn !== today) this.dueOf = new Map()
    this.dueOn = today
    const span = { to: addDays(today, AHEAD_DAYS) }
    const unknown = state.running.filter((enrolment) => !this.dueOf.has(enrolment.id))
    for (const [id, touches] of this.schedule(state, unknown, span, today)) this.dueOf.set(id, touches)
    return state.running.flatMap((enrolment) => this.dueOf.get(enrolment.id) ?? [])
  }

  /** What the plans call for within some days. */
  planned(state: NurtureState, span: Span, today: string): readonly PlannedTouch[] {
    return [...this.schedule(state, state.running, span, today).values()].flat()
  }

  calendarOf(state: NurtureState, customerId: string): TouchCalendar {
    return { workingDays: state.workingDays, customerCountry: this.glances.get(customerId)?.country }
  }

  /** Reads country and grade of customers that were not asked for yet. */
  async look(db: NotebookDatabase, customerIds: readonly string[]): Promise<void> {
    const unknown = [...new Set(customerIds)].filter((id) => !this.glances.has(id))
    if (unknown.length === 0) return
    for (const row of await db.rows('customers').bulkGet(unknown)) {
      const customer = row === undefined ? undefined : decodeRow('customers', row)
      if (customer === undefined || customer.deletedAt !== undefined) continue
      this.glances.set(customer.id, { country: customer.country, grade: customer.grade })
    }
  }

  /** What was looked at; undefined for a customer who is gone. */
  glance(customerId: string): Glance | undefined {
    return this.glances.get(customerId)
  }

  private schedule(
    state: NurtureState,
    enrolments: readonly Enrolment[],
    span: { readonly from?: string; readonly to: string },
    today: string,
  ): ReadonlyMap<string, readonly PlannedTouch[]> {
    const plans = new Map(state.plans.map((plan) => [plan.id, plan]))
    const wanted = new Set(enrolments.map((enrolment) => enrolment.id))
    const touchesOf = new Map<string, Touch[]>()
    for (const touch of state.touches) {
      if (!wanted.has(touch.enrolmentId)) continue
      const known = touchesOf.get(touch.enrolmentId)
      if (known === undefined) touchesOf.set(touch.enrolmentId, [touch])
      else known.push(touch)
    }
    const scheduled = new Map<string, readonly PlannedTouch[]>()
    for (const enrolment of enrolments) {
      const plan = plans.get(enrolment.planId)
      const calendar = this.calendarOf(state, enrolment.customerId)
      const touches = touchesOf.get(enrolment.id) ?? []
      const window = { from: span.from ?? enrolment.startsOn, to: span.to, today }
      scheduled.set(
        enrolment.id,
        plan === undefined ? [] : plannedTouches({ plan, enrolment, touches, calendar, ...window }),
      )
    }
    return scheduled
  }
}
