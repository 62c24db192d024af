import type { CurrencyCode } from './values'

const DEFAULT_EXPONENT = 2

/**
 * Currencies whose smallest unit is not a hundredth.
 * Source: ISO 4217 list one, column "minor unit", as of 2025.
 */
const EXPONENTS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** How many decimal places a currency's smallest unit has: 2 for CNY, 0 for JPY, 3 for KWD. */
export function minorUnitExponent(currency: CurrencyCode): number {
  return Object.hasOwn(EXPONENTS, currency) ? (EXPONENTS[currency] ?? DEFAULT_EXPONENT) : DEFAULT_EXPONENT
}
