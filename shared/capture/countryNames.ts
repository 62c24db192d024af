import { getCountries } from 'libphonenumber-js/max'
import { fold } from '../matching/fold'

/** The languages that cards are printed in; a country is known by its name in each. */
const LANGUAGES = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'vi',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'pl',
  'ru',
  'tr',
  'he',
  'ar',
  'ja',
  'ko',
  'th',
  'id',
]
/** What cards say instead of the name in the tables. */
const ALIASES: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  'great britain': 'GB',
  usa: 'US',
  us: 'US',
  america: 'US',
  uae: 'AE',
  prc: 'CN',
  'pr china': 'CN',
  'p r china': 'CN',
  'peoples republic of china': 'CN',
  'mainland china': 'CN',
  中华人民共和国: 'CN',
  中國: 'CN',
  'taiwan roc': 'TW',
  'viet nam': 'VN',
  'south korea': 'KR',
  'republic of korea': 'KR',
  'korea south': 'KR',
  holland: 'NL',
  'the netherlands': 'NL',
  turkey: 'TR',
  turkiye: 'TR',
  'czech republic': 'CZ',
  ksa: 'SA',
  brasil: 'BR',
  macau: 'MO',
  'hong kong': 'HK',
  香港: 'HK',
  台湾: 'TW',
  台灣: 'TW',
  中国台湾: 'TW',
}

let names: ReadonlyMap<string, string> | undefined

/** The country (ISO 3166-1 alpha-2) that a text names and nothing else, in any of 20 languages; or undefined. */
export function countryNamed(text: string): string | undefined {
  if (text.length > 60) return undefined
  const key = bare(text)
  return key === '' ? undefined : allNames().get(key)
}

/** The country named in the last part of an address: `..., Đà Nẵng, Vietnam`. */
export function countryAtEnd(text: string): string | undefined {
  const parts = text.slice(-200).split(/[,，;\n]/)
  const last = parts.at(-1) ?? ''
  return parts.length > 1 ? countryNamed(last.replace(/[0-9]/g, '')) : undefined
}

function allNames(): ReadonlyMap<string, string> {
  if (names) return names
  const found = new Map<string, string>()
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const country of getCountries()) {
      const name = display.of(country)
      if (name !== undefined && !found.has(bare(name))) found.set(bare(name), country)
    }
  }
  for (const [name, country] of Object.entries(ALIASES)) found.set(bare(name), country)
  names = found
  return found
}

function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
}
