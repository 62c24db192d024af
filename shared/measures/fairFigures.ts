import type { MissingRate, RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import type { Cost } from '../records/cost'
import { GRADES, type Grade } from '../records/customer'
import { compareDays, DAY_MS, dayOfNumber } from '../time/calendarDay'
import type { EpochMs, IsoDate, ZoneName } from '../time/values'
import { isKnownZone, offsetMsAt } from '../time/zoneOffset'
import { costPer } from './costPer'
import type { Figure } from './figure'
import type { FairLead } from './firstTouch'
import { firstTouchSpeed } from './firstTouchSpeed'
import { scopeCost } from './scopeCost'

const HOUR_MS = 3_600_000

/** What the figures of one fair edition are made from. */
export interface FairInput {
  /** From `fairLeads`. */
  readonly leads: readonly FairLead[]
  /** The edition's costs. */
  readonly costs: readonly Pick<Cost, 'amount' | 'on'>[]
  /** First orders of customers whose source is this edition. */
  readonly firstOrders: number
  readonly base: CurrencyCode
  readonly rates: RateTable
  /** The fair's own zone; UTC where nobody knows it. */
  readonly zone?: ZoneName | undefined
  readonly now: EpochMs
}

/** One-page figures of a fair edition. */
export interface FairFigures {
  readonly leads: number
  /** Days with leads, on the fair's own calendar. */
  readonly perDay: readonly { readonly day: IsoDate; readonly count: number }[]
  /** Hours with leads, on the fair's own clock. */
  readonly perHour: readonly { readonly day: IsoDate; readonly hour: number; readonly count: number }[]
  readonly grades: Readonly<Record<Grade | 'none', number>>
  /** Leads that nobody has written to since. */
  readonly untouched: number
  readonly medianHoursToFirstTouch: Figure
  /** Share (0 to 1) of the leads that had 24 hours by now and heard from us within them; likewise 48. */
  readonly within24h: Figure
  readonly within48h: Figure
  readonly cost: Figure<Money>
  readonly costPerCard: Figure<Money>
  /** Qualified is grade A or B. */
  readonly costPerQualified: Figure<Money>
  readonly costPerOrder: Figure<Money>
  /** Every cost above is a lower bound while this names a rate. */
  readonly missingRates: readonly MissingRate[]
}

/**
 * The figures of one fair edition. Source: measures.md "cost per X", "speed to first touch"; screens.md "Fair".
 */
export function fairFigures(input: FairInput): FairFigures {
  const { leads, now } = input
  const cost = scopeCost(input.costs, input.base, input.rates)
  const grades = countGrades(leads)
  const speed = firstTouchSpeed(leads, now)
  return {
    leads: leads.length,
    ...overTime(leads, input.zone),
    grades,
    untouched: leads.filter((lead) => lead.firstTouchAt === undefined).length,
    medianHoursToFirstTouch: speed.medianHours,
    within24h: speed.within24h,
    within48h: speed.within48h,
    cost: cost.total,
    costPerCard: costPer(cost.total, leads.length, 'card'),
    costPerQualified: costPer(cost.total, grades.A + grades.B, 'qualifiedLead'),
    costPerOrder: costPer(cost.total, input.firstOrders, 'order'),
    missingRates: cost.missingRates,
  }
}

function countGrades(leads: readonly FairLead[]): Record<Grade | 'none', number> {
  const counts = { A: 0, B: 0, C: 0, D: 0, none: 0 }
  for (const lead of leads) counts[GRADES.find((grade) => grade === lead.grade) ?? 'none'] += 1
  return counts
}

function overTime(leads: readonly FairLead[], zone: ZoneName | undefined) {
  const known = zone !== undefined && isKnownZone(zone) ? zone : 'UTC'
  const hours = new Map<string, { day: IsoDate; hour: number; count: number }>()
  const days = new Map<IsoDate, number>()
  for (const lead of leads) {
    const local = lead.metAt + offsetMsAt(known, lead.metAt)
    const day = dayOfNumber(Math.floor(local / DAY_MS))
    const hour = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / HOUR_MS)
    const slot = hours.get(`${day}/${hour}`) ?? { day, hour, count: 0 }
    hours.set(`${day}/${hour}`, { ...slot, count: slot.count + 1 })
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return {
    perDay: [...days].map(([day, count]) => ({ day, count })).sort((a, b) => compareDays(a.day, b.day)),
    perHour: [...hours.values()].sort((a, b) => compareDays(a.day, b.day) || a.hour - b.hour),
  }
}
