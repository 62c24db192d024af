/** The languages that the interface ships complete, plus the pseudo-language that tests use. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'vi', 'he', 'sv'] as const
export type Language = (typeof LANGUAGES)[number]

/** Mirrored, accented and lengthened English: shows clipping and right-to-left faults before a translator does. */
export const PSEUDO_LANGUAGE = 'en-XB'

/** What a preference may hold. The pseudo-language is never offered in a menu. */
export const LANGUAGE_CHOICES = [...LANGUAGES, PSEUDO_LANGUAGE] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

/** How each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  vi: 'Tiếng Việt',
  he: 'עברית',
  sv: 'Svenska',
}

const RIGHT_TO_LEFT: readonly LanguageChoice[] = ['he', PSEUDO_LANGUAGE]

/** Reading direction of an interface language. */
export function directionOf(language: LanguageChoice): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr'
}

/**
 * The shipped language closest to what the person prefers, in their order; English when none is shipped.
 * Chinese is told apart by script: `zh-TW` and `zh-Hant` readers are not given simplified characters, nor the other way round.
 */
export function closestLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const locale = parseLocale(tag)
    if (locale === undefined) continue
    const { language, script } = locale.maximize()
    const found = LANGUAGES.find((shipped) => shipped === language || shipped === `${language}-${script}`)
    if (found !== undefined) return found
  }
  return 'en'
}

function parseLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}
