import type { LanguageChoice } from '../i18n/languages'
import type { TouchCalendar } from '../nurture/fineDay'
import type { Consent } from '../records/consent'
import type { Cost, Rate } from '../records/cost'
import type { Customer } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { Enrolment, Plan, Touch } from '../records/nurture'
import type { Person } from '../records/person'
import type { Product } from '../records/product'
import type { PromiseRecord } from '../records/promise'
import type { Staff, Touchpoint } from '../records/touchpoint'
import type { Order } from '../records/trade'
import type { EpochMs, ZoneName } from '../time/values'

/** The live records that a fair's report is made of. */
export interface FairRecords {
  readonly fair: Touchpoint
  /** Everybody met at the fair, and all that belongs to them. */
  readonly customers: readonly Customer[]
  readonly people: readonly Person[]
  readonly interactions: readonly Interaction[]
  readonly promises: readonly PromiseRecord[]
  readonly consents: readonly Consent[]
  readonly orders: readonly Order[]
  readonly enrolments: readonly Enrolment[]
  readonly touches: readonly Touch[]
  /** Those that enrolments and interactions name. */
  readonly plans: readonly Plan[]
  readonly products: readonly Product[]
  /** The fair's own costs. */
  readonly costs: readonly Cost[]
  readonly rates: readonly Rate[]
  /** Everybody of ours, to name who met whom. */
  readonly staff: readonly Staff[]
}

/** The records with what they are looked at from. */
export interface FairReportInput extends FairRecords {
  readonly baseCurrency: string
  /** As in the settings of the notebook. */
  readonly rateMaxAgeDays?: number | undefined
  /** ISO weekdays on which we write. */
  readonly workingDays: readonly number[]
  /** The calendar of each country's customers, holidays included; where it is missing weekends alone count. */
  readonly calendars?: ReadonlyMap<string, TouchCalendar> | undefined
  /** The language of the interface. */
  readonly language: LanguageChoice
  /** The fair's own clock, or this device's where nobody knows it. */
  readonly zone: ZoneName
  readonly now: EpochMs
}
