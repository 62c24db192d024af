import { getCountries } from 'libphonenumber-js/max'
import { lookup } from '../lookup'

// Languages of the names that files use; region names come from the platform's own tables (CLDR).
const LANGUAGES = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'ru',
  'tr',
  'ja',
  'ko',
  'ar',
  'he',
  'vi',
]

// What people write and CLDR does not; ISO 3166-1 alpha-3 of the markets that files abbreviate.
const MORE: Readonly<Record<string, string>> = {
  uk: 'GB',
  greatbritain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  northernireland: 'GB',
  gbr: 'GB',
  usa: 'US',
  us: 'US',
  unitedstatesofamerica: 'US',
  america: 'US',
  southkorea: 'KR',
  republicofkorea: 'KR',
  koreasouth: 'KR',
  韩国: 'KR',
  韓國: 'KR',
  northkorea: 'KP',
  russianfederation: 'RU',
  turkey: 'TR',
  turkiye: 'TR',
  uae: 'AE',
  阿联酋: 'AE',
  阿聯酋: 'AE',
  dubai: 'AE',
  vietnam: 'VN',
  vietnam2: 'VN',
  czechrepublic: 'CZ',
  holland: 'NL',
  thenetherlands: 'NL',
  ivorycoast: 'CI',
  hongkong: 'HK',
  hongkongsar: 'HK',
  香港: 'HK',
  中国香港: 'HK',
  macau: 'MO',
  macao: 'MO',
  澳门: 'MO',
  taiwan: 'TW',
  中国台湾: 'TW',
  台湾: 'TW',
  台灣: 'TW',
  prc: 'CN',
  prchina: 'CN',
  mainlandchina: 'CN',
  中国大陆: 'CN',
  burma: 'MM',
  iran: 'IR',
  syria: 'SY',
  laos: 'LA',
  moldova: 'MD',
  tanzania: 'TZ',
  bolivia: 'BO',
  venezuela: 'VE',
  brasil: 'BR',
  deutschland: 'DE',
  deu: 'DE',
  ger: 'DE',
  fra: 'FR',
  esp: 'ES',
  ita: 'IT',
  chn: 'CN',
  jpn: 'JP',
  kor: 'KR',
  rus: 'RU',
  tur: 'TR',
  ind: 'IN',
  bra: 'BR',
  mex: 'MX',
  can: 'CA',
  aus: 'AU',
  nld: 'NL',
  pol: 'PL',
  isr: 'IL',
  sau: 'SA',
  vnm: 'VN',
}
// Two countries share these; only the person knows.
const AMBIGUOUS = new Set(['korea', 'corea', 'congo', 'guinea', 'ireland/uk'])

let names: Map<string, string> | undefined

/** How sure we are of a country. */
export interface CountryReading {
  /** ISO 3166-1 alpha-2. */
  readonly code?: string
  /** True when the text is a country's name that could mean two ("Korea"). */
  readonly ambiguous?: true
}

/**
 * Reads a country's name or code in any of our languages.
 * @example parseCountry('美国') // { code: 'US' }
 * @example parseCountry('Korea') // { ambiguous: true }
 */
export function parseCountry(text: string): CountryReading {
  const trimmed = text.trim()
  if (/^[A-Za-z]{2}$/.test(trimmed)) {
    const code = trimmed.toUpperCase() === 'UK' ? 'GB' : trimmed.toUpperCase()
    if (isCountry(code)) return { code }
  }
  const key = countryKey(trimmed)
  if (key === '') return {}
  if (AMBIGUOUS.has(key)) return { ambiguous: true }
  const code = lookup(MORE, key) ?? countryNames().get(key)
  return code === undefined ? {} : { code }
}

function isCountry(code: string): boolean {
  return allCountries().has(code)
}

let countries: Set<string> | undefined

function allCountries(): Set<string> {
  countries ??= new Set<string>(getCountries())
  return countries
}

function countryKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Built on first use: about 250 codes in 15 languages. */
function countryNames(): Map<string, string> {
  if (names) return names
  names = new Map()
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of allCountries()) {
      const name = /^[A-Z]{2}$/.test(code) ? display.of(code) : undefined
      if (name === undefined) continue
      for (const form of [name, name.replace(/\s*[(（].*[)）]$/, ''), name.replaceAll('&', 'and')]) {
        const key = countryKey(form)
        if (key !== '' && !names.has(key)) names.set(key, code)
      }
    }
  }
  return names
}
