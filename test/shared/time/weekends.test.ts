import { describe, expect, test } from 'vitest'
import { weekendOf } from '../../../shared/time/businessDays'

/** The engine's own copy of CLDR; older engines have a property where newer ones have a call. */
interface WeekInfoLocale {
  readonly getWeekInfo?: () => { readonly weekend: readonly number[] }
  readonly weekInfo?: { readonly weekend: readonly number[] }
}

/** Where we know better than CLDR: the countries' own public-service hours. */
const OURS: Readonly<Record<string, string>> = {
  BD: 'Friday and Saturday are the weekly holidays of public offices',
  BN: 'Friday and Sunday are the weekly holidays of public offices',
  DJ: 'Friday is the weekly day of rest',
  MV: 'Friday and Saturday are the weekly holidays of public offices',
  NP: 'Saturday is the weekly day of rest',
  PS: 'Friday and Saturday are the weekly holidays of public offices',
  SO: 'Friday is the weekly day of rest',
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const countries = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  // A country that is gone (YD) is read as the one that it went into.
  (code) => names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code,
)

function engineWeekend(country: string): readonly number[] | undefined {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & WeekInfoLocale
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend
}

describe.runIf(engineWeekend('IL') !== undefined)('beside the weekends that the engine knows', () => {
  test('ours are the same in every country but those where we say why not', () => {
    const different = countries.filter(
      (country) => [...weekendOf(country)].join() !== engineWeekend(country)?.join(),
    )
    expect(different).toEqual(Object.keys(OURS))
  })
})

test('a country nobody knows rests on Saturday and Sunday', () => {
  expect(weekendOf('XX')).toEqual([6, 7])
  expect(weekendOf(undefined)).toEqual([6, 7])
})
