import { LETTER_LANGUAGES } from './shippedLetters'

/**
 * The language that a first letter to a country is best written in, where it is one of ours. Countries whose
 * trade runs in English (AE, SG, IN, NL ...) are absent on purpose. Maghreb trade runs in French.
 */
const COUNTRY_LANGUAGES: Readonly<Record<string, string>> = {
  ...all('ar', 'SA EG JO KW OM BH IQ LY YE SD SY PS QA'),
  ...all('de', 'DE AT LI'),
  ...all('es', 'ES MX AR CO CL PE EC VE GT CR PA UY PY BO DO HN SV NI CU PR'),
  ...all('fr', 'FR MC MA DZ TN SN CI CM ML BF BJ TG NE GA CG GN MG'),
  ...all('he', 'IL'),
  ...all('sv', 'SE AX'),
  ...all('vi', 'VN'),
  ...all('zh-Hans', 'CN'),
  ...all('zh-Hant', 'TW HK MO'),
}

/** Where Chinese is written in traditional characters. */
const TRADITIONAL = /^zh-(?:Hant|TW|HK|MO)\b/i

/**
 * The shipped language for a letter: the person's, else the customer's, else the country's when neither
 * is known, else English. A known language that we have no letter in leads to English, never to the
 * country's: a Japanese buyer in Mexico is not helped by Spanish.
 */
export function letterLanguage(
  person: string | undefined,
  customer: string | undefined,
  country: string | undefined,
): string {
  for (const wanted of [person, customer]) {
    const shipped = wanted === undefined ? undefined : shippedLanguage(wanted)
    if (shipped !== undefined) return shipped
  }
  if (person !== undefined || customer !== undefined || country === undefined) return 'en'
  return Object.hasOwn(COUNTRY_LANGUAGES, country) ? (COUNTRY_LANGUAGES[country] ?? 'en') : 'en'
}

/** The shipped language that a BCP 47 tag reads: `es-MX` is `es`, `zh-TW` is `zh-Hant`. */
function shippedLanguage(tag: string): string | undefined {
  const primary = tag.split('-')[0]?.toLowerCase()
  if (primary === 'zh') return TRADITIONAL.test(tag) ? 'zh-Hant' : 'zh-Hans'
  // `iw` is the withdrawn code for Hebrew that older address books still carry.
  const language = primary === 'iw' ? 'he' : primary
  return LETTER_LANGUAGES.find((shipped) => shipped === language)
}

function all(language: string, countries: string): Record<string, string> {
  return Object.fromEntries(countries.split(' ').map((country) => [country, language]))
}
