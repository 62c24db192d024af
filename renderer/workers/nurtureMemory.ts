import type { Change } from '#shared/changes/changeSet'
import { customerValue } from '#shared/measures/value'
import type { RateTable } from '#shared/money/rates'
import { contactOf } from '#shared/nurture/contacts'
import { placeTouches, type SpacingRules } from '#shared/nurture/placeTouches'
import type { PassedOver } from '#shared/nurture/plannedTouch'
import {
  type PlannedAndPassed,
  type PlanWindow,
  type TouchDetails,
  tellTouches,
} from '#shared/nurture/planTouches'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import type { PlanInput } from '#shared/nurture/slots'
import type { Grade } from '#shared/records/customer'
import type { Enrolment, Plan, Touch } from '#shared/records/nurture'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import { addDays, startOfDay } from '#shared/time/calendarDay'
import type { IsoDate } from '#shared/time/values'
import type { Span } from '#shared/timeline/nurtureSpan'
import type { NotebookDatabase } from '../store/database'
import { decodeRow } from '../store/rows'
import { Derived } from './derived'
import { EnrolmentViews } from './enrolmentViews'
import { KeptPlacement, placedOf } from './keptPlacement'
import { Mirror } from './mirror'
import { type Rehearsal, rehearsedStanding } from './rehearsal'
import { Standings } from './standings'
import { TouchCalendars } from './touchCalendars'
import { WorkedOut } from './workedOut'

/** So many gifts stand before one ask unless the notebook or a plan says otherwise (measures.md "give : ask"). */
const GIVE_ASK_RATIO = 3

/** How far ahead the days of a list look: the rest of the week, and the thank-yous behind days off. */
export const AHEAD_DAYS = 6

/** What scheduling and ranking need of a customer. */
interface Glance {
  readonly country: string | undefined
  readonly grade: Grade | undefined
}

/** What one customer's plans call for, and what they pass over. */
interface TouchesOfOne {
  readonly touches: readonly PlannedTouch[]
  readonly passedOver: readonly PassedOver[]
}

/** What plans say at this moment, for one question. */
export interface NurtureState {
  readonly running: readonly Enrolment[]
  readonly plans: readonly Plan[]
  readonly touches: readonly Touch[]
  readonly planOf: ReadonlyMap<string, string>
  readonly workingDays: readonly number[]
  /** What keeps touches apart over all plans. */
  readonly spacing: SpacingRules
  readonly giveAskRatio: number
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
  private readonly calendars = new TouchCalendars()
  private readonly standings = new Standings()
  /** Talks that may still keep a touch waiting: of the last `contactDays` days. */
  private contacts = this.talksSince(Number.POSITIVE_INFINITY)
  private contactsSince = Number.POSITIVE_INFINITY
  /** Another one whenever customers of plans are looked at or forgotten: what is made of glances is made anew then. */
  private glanced = {}
  /** Another one whenever a customer is forgotten. */
  private forgotten = {}
  /** Whose customers were all looked at, and at which `forgotten` that began. */
  private looked: { readonly running: readonly Enrolment[]; readonly forgotten: object } | undefined
  private readonly views = new EnrolmentViews()
  /** Running enrolments of customers who are there, and the countries of those. */
  private readonly living = new Derived((running: readonly Enrolment[], _glanced: object) =>
    running.filter(({ customerId }) => this.glances.has(customerId)),
  )
  private readonly theirCountries = new Derived(
    (running: readonly Enrolment[], _glanced: object): ReadonlySet<string> =>
      new Set(running.flatMap(({ customerId }) => this.glances.get(customerId)?.country ?? [])),
  )
  /** Touches of each running enrolment up to the end of the list's days, for one day. */
  private readonly due = new WorkedOut()
  /** The same for the longer days of the list of customers. */
  private readonly soon = new WorkedOut()
  /** Where all of them stand; only used where days have a capacity. */
  private readonly placement = new KeptPlacement()

  /** Takes over what the changes made, and forgets what was worked out from what they touched. */
  async follow(db: NotebookDatabase, changes: readonly Change[]): Promise<void> {
    const edited = this.otherGlances(changes)
    for (const id of edited) this.glances.delete(id)
    if (edited.size > 0) {
      this.forgotten = {}
      this.glanced = {}
    }
    const touches = await this.touches.follow(changes)
    const enrolments = await this.enrolments.follow(changes)
    for (const { enrolmentId } of touches) this.forget(enrolmentId)
    for (const { id } of enrolments) this.forget(id)
    const plans = await this.plans.follow(changes)
    const settings = await this.settings.follow(changes)
    await this.rates.follow(changes)
    const talks = await this.contacts.follow(changes)
    const heardOf = await this.standings.follow(db, changes)
    for (const { id, customerId } of this.enrolments.current()) {
      if (heardOf.has(customerId) || edited.has(customerId)) this.forget(id)
    }
    const isAll = plans.length > 0 || settings.length > 0
    const moving = touches.length + enrolments.length + talks.length + edited.size
    if (isAll || (this.isSpaced() && moving > 0)) this.forgetAll()
  }

  /** Reads what `state` needs and looks at the customers of running plans. Holidays follow with `readHolidays`. */
  async ready(db: NotebookDatabase, today: string): Promise<void> {
    await Promise.all([
      this.enrolments.ready(db),
      this.touches.ready(db),
      this.plans.ready(db),
      this.settings.ready(db),
      this.rates.ready(db),
    ])
    await this.lookAtRunning(db)
    await this.standings.ensure(db, this.conditional())
    if (this.calendars.follow(this.settings.current()[0], today)) this.forgetAll()
    const since =
      this.quietReach() === 0
        ? Number.POSITIVE_INFINITY
        : startOfDay(addDays(today, -this.quietReach() - 1), 'UTC')
    if (since !== this.contactsSince) {
      this.contacts = this.talksSince(since)
      this.contactsSince = since
      this.forgetAll()
    }
    await this.contacts.ready(db)
  }

  /** Whether the holidays of every country with a running plan are known. */
  hasHolidays(): boolean {
    return this.calendars.isRead(this.countries())
  }

  /** Reads the holidays that are missing, of running plans and of `more`, giving way to other calls in between. */
  async readHolidays(pause: () => Promise<void>, more: readonly string[] = []): Promise<void> {
    if (await this.calendars.read([...this.countries(), ...more], pause)) this.forgetAll()
  }

  /**
   * Everything as it is this moment, once `ready`. Nothing may be awaited between this and what is worked out from
   * it: a change that came in between would be forgotten by what `upcoming` remembers.
   */
  state(): NurtureState {
    const [settings] = this.settings.current()
    return {
      running: this.living.of(this.running(), this.glanced),
      plans: this.plans.current(),
      touches: this.touches.current(),
      planOf: this.views.planIds.of(this.enrolments.current()),
      workingDays: settings?.workingDays ?? DEFAULT_SETTINGS.workingDays,
      spacing: {
        frequencyCapDays: settings?.frequencyCapDays,
        dayCapacity: settings?.dayCapacity,
      },
      giveAskRatio: settings?.giveAskRatio ?? GIVE_ASK_RATIO,
      base: settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency,
      rates: this.views.rates.of(this.rates.current(), settings),
    }
  }

  private forget(enrolmentId: string): void {
    this.due.forget(enrolmentId)
    this.soon.forget(enrolmentId)
  }

  private forgetAll(): void {
    this.due.clear()
    this.soon.clear()
    this.placement.clear()
  }

  private running(): readonly Enrolment[] {
    return this.views.running.of(this.enrolments.current())
  }

  /** Every touch that is late, due, or due within the next days; each enrolment is worked out once a day. */
  upcoming(state: NurtureState, today: string): readonly PlannedTouch[] {
    const window = { to: addDays(today, AHEAD_DAYS), today }
    return this.due.of(state.running, window, (unknown) => this.schedule(state, unknown, window).planned)
  }

  /** What the plans call for within some days. */
  planned(state: NurtureState, span: Span, today: string): readonly PlannedTouch[] {
    return [...this.schedule(state, state.running, { ...span, today }).planned.values()].flat()
  }

  /** What the plans call for of some customers within a window; each enrolment is worked out once. */
  ahead(state: NurtureState, customerIds: ReadonlySet<string>, window: PlanWindow): readonly PlannedTouch[] {
    const own = [...customerIds].flatMap((id) => this.runningOf(state, id))
    return this.soon.of(own, window, (unknown) => this.schedule(state, unknown, window).planned)
  }

  /** Reads what `plannedFully` asks about a customer. */
  async inquire(db: NotebookDatabase, customerId: string): Promise<void> {
    await this.standings.ensure(db, [customerId])
  }

  /** What one customer's plans call for, with how each may be written and what is passed over. */
  plannedFully(state: NurtureState, customerId: string, span: Span, today: string): TouchesOfOne {
    const own = this.runningOf(state, customerId)
    const { planned, passedOver } = this.schedule(state, own, { ...span, today }, true)
    return {
      touches: own.flatMap(({ id }) => planned.get(id) ?? []),
      passedOver: own.flatMap(({ id }) => passedOver.get(id) ?? []),
    }
  }

  /**
   * What running plans and some enrolments that nobody has made yet would call for together; `reach` tells by which
   * ways the people of those can be written to.
   */
  rehearse(
    state: NurtureState,
    rehearsal: Rehearsal,
    window: PlanWindow,
  ): ReadonlyMap<string, readonly PlannedTouch[]> {
    const together = { ...state, plans: [...state.plans, rehearsal.plan] }
    const inputs = this.inputsOf(together, [...state.running, ...rehearsal.enrolments])
    const detailsOf = (input: PlanInput) => ({
      ...this.detailsOf(together, input),
      ...rehearsedStanding(rehearsal, input.plan.giveAskRatio ?? state.giveAskRatio, input.enrolment),
    })
    return tellTouches(placeTouches(inputs, state.spacing, window), window, detailsOf).planned
  }

  /** Every enrolment, the paused and ended ones as well. */
  everyEnrolment(): readonly Enrolment[] {
    return this.enrolments.current()
  }

  /** The calendar of a country's customers, as far as it has been read. */
  calendarOf(country: string | undefined) {
    return this.calendars.of(country)
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

  /** Looks at the customers of running plans, unless nothing has changed since that was done. */
  private async lookAtRunning(db: NotebookDatabase): Promise<void> {
    const running = this.running()
    // Taken before anything is read: who is forgotten meanwhile is looked at the next time.
    const { forgotten } = this
    if (this.looked?.running === running && this.looked.forgotten === forgotten) return
    await this.look(
      db,
      running.map(({ customerId }) => customerId),
    )
    // Whoever asked at the same time may have been first.
    if (this.looked?.running === running && this.looked.forgotten === forgotten) return
    this.glanced = {}
    this.looked = { running, forgotten }
  }

  /** Whose glance the changes make another one, or whom nobody could look at so far though a plan asks for them. */
  private otherGlances(changes: readonly Change[]): ReadonlySet<string> {
    const customers = changes.filter(({ table }) => table === 'customers')
    if (customers.length === 0) return new Set()
    const onPlans = new Set(this.enrolments.current().map(({ customerId }) => customerId))
    const isOther = ({ id, after }: Change) => {
      const known = this.glances.get(id)
      if (known === undefined) return onPlans.has(id)
      return after.deletedAt !== undefined || known.country !== after.country || known.grade !== after.grade
    }
    return new Set(customers.filter(isOther).map(({ id }) => id))
  }

  private runningOf(state: NurtureState, customerId: string): readonly Enrolment[] {
    return this.views.byCustomer.of(state.running).get(customerId) ?? []
  }

  /** What was looked at; undefined for a customer who is gone. */
  glance(customerId: string): Glance | undefined {
    return this.glances.get(customerId)
  }

  /**
   * What some enrolments call for. Only a day's capacity lets other customers' touches keep these waiting: where there is
   * one, all are placed. Ways to write and gifts before asks are looked at if `isFull`, once they were read (`inquire`).
   */
  private schedule(
    state: NurtureState,
    enrolments: readonly Enrolment[],
    window: PlanWindow,
    isFull = false,
  ): PlannedAndPassed {
    const { running, plans, touches, spacing } = state
    const { today } = window
    const place = (some: readonly Enrolment[], to: IsoDate) =>
      placeTouches(this.inputsOf(state, some), spacing, { to, today })
    const placed = () => {
      if (spacing.dayCapacity === undefined) return place(enrolments, window.to)
      const inputs = [running, plans, touches, this.contacts.current(), this.settings.current()]
      const all = this.placement.of({ inputs, today }, window.to, (to) => place(running, to))
      return enrolments === running ? all : placedOf(all, enrolments)
    }
    return tellTouches(placed(), window, (input) => this.detailsOf(state, input, isFull))
  }

  private inputsOf(state: NurtureState, enrolments: readonly Enrolment[]): PlanInput[] {
    const plans = new Map(state.plans.map((plan) => [plan.id, plan]))
    const touchesOf = this.views.touches.of(state.touches)
    const contactsOf = this.views.contacts.of(this.contacts.current())
    return enrolments.flatMap((enrolment): PlanInput[] => {
      const plan = plans.get(enrolment.planId)
      if (plan === undefined) return []
      const glance = this.glances.get(enrolment.customerId)
      return [
        {
          plan,
          enrolment,
          touches: touchesOf.get(enrolment.id) ?? [],
          calendar: this.calendars.of(glance?.country),
          contacts: contactsOf(enrolment),
          // The grade alone: what was bought moves every week, and a plan that shuffles with it could not be read.
          value: customerValue({ grade: glance?.grade }).value,
        },
      ]
    })
  }

  private detailsOf(state: NurtureState, { plan, enrolment }: PlanInput, isFull = false): TouchDetails {
    const { customerId, personId } = enrolment
    const standing = this.standings.of(customerId)
    if (standing === undefined) return {}
    const { circumstances } = standing
    if (!isFull) return { circumstances }
    const ratio = plan.giveAskRatio ?? state.giveAskRatio
    return {
      circumstances,
      reach: standing.reach(personId),
      giveAsk: { ...standing.giveAsk(personId), ratio },
    }
  }

  private conditional(): readonly string[] {
    return this.views.conditional.of(this.plans.current(), this.running())
  }

  private countries(): ReadonlySet<string> {
    return this.theirCountries.of(this.running(), this.glanced)
  }

  /** Whether one touch may keep another waiting, so that all are planned together. */
  private isSpaced(): boolean {
    const [settings] = this.settings.current()
    return settings?.dayCapacity !== undefined || this.quietReach() > 0
  }

  /** For how many days a talk may keep a touch waiting. */
  private quietReach(): number {
    const quiet = this.plans.current().map((plan) => plan.quietDays ?? 0)
    return quiet.reduce((a, b) => Math.max(a, b), this.settings.current()[0]?.frequencyCapDays ?? 0)
  }

  private talksSince(since: number) {
    return new Mirror({
      table: 'interactions',
      read: (db) =>
        since === Number.POSITIVE_INFINITY
          ? Promise.resolve([])
          : db.rows('interactions').where('at').aboveOrEqual(since).toArray(),
      // A note moves nothing.
      keeps: (talk) => talk.at >= since && contactOf(talk, talk.zone ?? 'UTC') !== undefined,
    })
  }
}
