import { convertMoney, type DatedMoney } from '../../money/convert'
import type { MissingRate } from '../../money/rates'
import type { CurrencyCode, Money } from '../../money/values'
import { costPer } from '../costPer'
import { type Figure, figure, noFigure } from '../figure'
import type { FoldContext } from './foldContext'

/** Turns amounts into the base currency while a customer is folded, and remembers the rates that it lacked. */
export class BaseAmounts {
  private readonly missing = new Map<string, MissingRate>()

  constructor(private readonly context: Pick<FoldContext, 'base' | 'rates'>) {}

  /** An amount in the base currency's smallest unit at the rate of its day; undefined for want of a rate. */
  minor(amount: DatedMoney): number | undefined {
    const { base, rates } = this.context
    const converted = convertMoney(amount, base, rates, { base })
    if (!converted.ok) return undefined
    if ('money' in converted.value) return converted.value.money.minor
    const rate = converted.value.missing
    this.missing.set(`${rate.from}>${rate.to}@${rate.on}`, rate)
    return undefined
  }

  missingRates(): readonly MissingRate[] {
    return [...this.missing.values()]
  }
}

/** Adds amounts of the base currency up, and counts those that nobody knows. */
export class MinorTally {
  private minor = 0
  private known = 0
  private unknown = 0

  add(minor: number | undefined): void {
    if (minor === undefined) this.unknown += 1
    else {
      this.minor += minor
      this.known += 1
    }
  }

  addAll(other: MinorTally): void {
    this.minor += other.minor
    this.known += other.known
    this.unknown += other.unknown
  }

  /** Amounts that are not in the total, for want of a rate or a cost. */
  get leftOut(): number {
    return this.unknown
  }

  /**
   * The total; a lower bound while `leftOut` is above 0. No figure when amounts are there and none is known, or when
   * the sum is larger than a number keeps exactly. Without any amount it is zero.
   */
  total(base: CurrencyCode): Figure<Money> {
    if (this.known === 0 && this.unknown > 0)
      return noFigure('measures.noRate', { base, count: this.unknown })
    if (!Number.isSafeInteger(this.minor)) return noFigure('measures.tooLarge', { base })
    return figure({ minor: this.minor, currency: base })
  }

  /** The total of margins: where none is known it is for want of a cost, not of a rate. */
  margin(base: CurrencyCode): Figure<Money> {
    if (this.known === 0 && this.unknown > 0) return noFigure('measures.noMargin', { count: this.unknown })
    return this.total(base)
  }

  /** The mean of the known amounts, rounded once; `code` is the reason when there are none at all. */
  mean(base: CurrencyCode, code: string): Figure<Money> {
    if (this.known === 0 && this.unknown === 0) return noFigure(code)
    return costPer(this.total(base), this.known, 'order')
  }
}

/**
 * Cuts an amount into parts by weights, each part whole and all together exactly the amount: a part is what lies
 * between two rounded running sums. No weight above zero gives the whole to nobody.
 */
export function splitMinor(minor: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole <= 0) return weights.map(() => 0)
  let run = 0
  let given = 0
  return weights.map((weight) => {
    run += weight
    const until = Math.round((minor * run) / whole)
    const part = until - given
    given = until
    return part
  })
}
