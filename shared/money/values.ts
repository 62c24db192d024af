import * as z from 'zod'

/** ISO 4217 alphabetic code, upper case. */
export type CurrencyCode = string

/** An amount of money in the currency's smallest unit, so that totals never meet a rounding error. */
export interface Money {
  readonly minor: number
  readonly currency: CurrencyCode
}

/** A price per piece: `amount / 10^scale`. USD 0.0125 is `{ amount: 125, scale: 4, currency: 'USD' }`. */
export interface UnitPrice {
  readonly amount: number
  readonly scale: number
  readonly currency: CurrencyCode
}

export const currencyCodeSchema = z.string().regex(/^[A-Z]{3}$/)

export const moneySchema = z.strictObject({ minor: z.int(), currency: currencyCodeSchema })

export const unitPriceSchema = z.strictObject({
  amount: z.int(),
  scale: z.int().min(0).max(8),
  currency: currencyCodeSchema,
})
