import { isSupportedCountry } from 'libphonenumber-js/max'
import { phoneKeys } from '../matching/phoneKey'
import type { CountryHint, Find } from './cardLine'
import { findDigitRuns } from './cardPhones'
import { countryAtEnd, countryNamed } from './countryNames'

/** Endings sold to everybody: they say nothing about the country. */
const SOLD_ENDINGS = new Set([
  'io',
  'co',
  'ai',
  'me',
  'tv',
  'cc',
  'ws',
  'to',
  'fm',
  'ly',
  'gg',
  'vc',
  'sh',
  'la',
  'pw',
  'tk',
])

/**
 * Where the card is from: a country that stands on it by name, else the dial code of a number, else the
 * ending of an email or web address, else what the caller knows. Undefined if nothing says so.
 */
export function findCountry(
  text: string,
  addresses: readonly Find[],
  given: string | undefined,
): CountryHint | undefined {
  for (const line of text.split(/[\n\r|]/)) {
    const named = countryNamed(line) ?? countryAtEnd(line)
    if (named !== undefined) return { country: named, from: 'name' }
  }
  for (const run of findDigitRuns(text)) {
    const entered = text.slice(run.start, run.end)
    if (!/^[(（ ]*(?:[+＋]|00)/.test(entered)) continue
    const country = phoneKeys(entered)?.country
    if (country !== undefined) return { country, from: 'dialCode' }
  }
  for (const find of addresses) {
    if (find.kind !== 'email' && find.kind !== 'web') continue
    const [host = ''] = find.value.replace(/^.*@|^https?:\/\//, '').split(/[/?#]/)
    const ending = host.split('.').at(-1) ?? ''
    const country = ending === 'uk' ? 'GB' : ending.toUpperCase()
    if (ending.length === 2 && !SOLD_ENDINGS.has(ending) && isSupportedCountry(country))
      return { country, from: 'domain' }
  }
  return given === undefined ? undefined : { country: given, from: 'given' }
}
