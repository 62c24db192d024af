import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { RateSheet } from '../importing/rates/rateSeries'
import type { CurrencyCode } from '../money/values'
import type { Rate } from '../records/cost'
import { compareDays, dayNumber } from '../time/calendarDay'
import { monthOf } from '../time/period'
import type { EpochMs, IsoDate } from '../time/values'

/** How many rates of a currency are taken: all, or the last one of each week or month. */
export const RATE_STEPS = ['day', 'week', 'month'] as const
export type RateStep = (typeof RATE_STEPS)[number]

/** What a person takes of a file of rates. */
export interface RateChoice {
  /** The other side of rates that name one currency only. */
  readonly base: CurrencyCode
  /** `ofBase`: one unit of the base costs so much of the currency; `inBase`: the other way round. */
  readonly direction: 'ofBase' | 'inBase'
  readonly currencies: ReadonlySet<CurrencyCode>
  /** Older rates are left where they are. */
  readonly from: IsoDate
  readonly step: RateStep
}

/** More rates than this in one change are a mistake, or a whole history that no amount needs. */
export const MOST_RATES = 5_000

type RateFields = Pick<Rate, 'from' | 'to' | 'rate' | 'on'>

/** What taking rates in would do. */
export interface RatePlan {
  readonly added: readonly RateFields[]
  readonly changed: readonly { readonly rate: Rate; readonly to: string }[]
  readonly same: number
}

/** Works out what the chosen rates of a file are to a table: new, another number for a day that has one, or nothing new. */
export function planRates(sheet: RateSheet, choice: RateChoice, known: readonly Rate[]): RatePlan {
  const own = new Map(known.map((rate) => [keyOf(rate), rate]))
  const added: RateFields[] = []
  const changed: RatePlan['changed'][number][] = []
  let same = 0
  for (const fields of wantedRates(sheet, choice)) {
    const rate = own.get(keyOf(fields))
    if (rate === undefined) added.push(fields)
    else if (isSameNumber(rate.rate, fields.rate)) same += 1
    else changed.push({ rate, to: fields.rate })
  }
  return { added, changed, same }
}

/** The plan as changes of one change-set. */
export function rateChanges(plan: RatePlan, at: EpochMs, newId: () => string): Change[] {
  return [
    ...plan.added.map((fields) => createChange('rates', { id: newId(), ...fields }, at, 'import')),
    ...plan.changed.flatMap(({ rate, to }) => updateChange('rates', rate, { rate: to }, at) ?? []),
  ]
}

function wantedRates({ series }: RateSheet, choice: RateChoice): RateFields[] {
  const wanted = new Map<string, RateFields>()
  for (const { currency, against, on: days, rates } of series) {
    const other = against ?? choice.base
    if (!choice.currencies.has(currency) || currency === other) continue
    const turned = against === undefined && choice.direction === 'ofBase'
    const [from, to] = turned ? [other, currency] : [currency, other]
    const last = new Map<string, RateFields>()
    for (const [place, on] of days.entries()) {
      const rate = rates[place]
      if (rate === undefined || compareDays(on, choice.from) < 0) continue
      const key = stepKey(on, choice.step)
      const before = last.get(key)
      // Of two lines for one day the lower one counts.
      if (before === undefined || compareDays(before.on, on) <= 0) last.set(key, { from, to, rate, on })
    }
    for (const fields of last.values()) wanted.set(keyOf(fields), fields)
  }
  return [...wanted.values()].sort((a, b) => compareDays(a.on, b.on) || (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** Weeks begin on Monday: day 0 of the calendar, 1 January 1970, was a Thursday. */
function stepKey(on: IsoDate, step: RateStep): string {
  if (step === 'day') return on
  return step === 'month' ? monthOf(on) : String(Math.floor((dayNumber(on) + 3) / 7))
}

function keyOf({ from, to, on }: Pick<RateFields, 'from' | 'to' | 'on'>): string {
  return `${from}>${to}@${on}`
}

/** `7.10` and `7.1` are one rate. */
function isSameNumber(a: string, b: string): boolean {
  const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
  return plain(a) === plain(b)
}
