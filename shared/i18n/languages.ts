/** The languages that the interface ships complete, plus the pseudo-language that tests use. */
export const LANGUAGES = ['en', 'zh-Hans'] as const
export type Language = (typeof LANGUAGES)[number]

/** Mirrored, accented and lengthened English: shows clipping and right-to-left faults before a translator does. */
export const PSEUDO_LANGUAGE = 'en-XB'

/** What a preference may hold. The pseudo-language is never offered in a menu. */
export const LANGUAGE_CHOICES = [...LANGUAGES, PSEUDO_LANGUAGE] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

/** How each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '简体中文' }

/** Reading direction of an interface language. */
export function directionOf(language: LanguageChoice): 'ltr' | 'rtl' {
  return language === PSEUDO_LANGUAGE ? 'rtl' : 'ltr'
}

/**
 * The shipped language closest to what the person prefers, in their order; English when none is shipped.
 * Chinese is told apart by script: `zh-TW` and `zh-Hant` readers are not given simplified characters.
 */
export function closestLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const locale = parseLocale(tag)
    if (locale === undefined) continue
    if (locale.language === 'en') return 'en'
    if (locale.language === 'zh' && locale.maximize().script === 'Hans') return 'zh-Hans'
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
