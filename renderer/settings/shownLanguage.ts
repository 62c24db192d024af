import { closestLanguage, type LanguageChoice } from '#shared/i18n/languages'
import type { Preferences } from '#shared/preferences'

/** The interface language that the preferences ask for; the system's, as far as we ship it, where they leave it open. */
export function shownLanguage({ language }: Pick<Preferences, 'language'>): LanguageChoice {
  return language === 'system' ? closestLanguage(navigator.languages) : language
}
