import { loadCatalogue } from '#shared/i18n/catalogues'
import type { LanguageChoice } from '#shared/i18n/languages'

/**
 * Makes the words of an interface language ready, and the shapes of its letters where only its readers need them: the
 * others meet no more of them than a customer's name, for which the fonts of every start are enough.
 */
export async function loadLanguage(language: LanguageChoice): Promise<void> {
  const letters = language === 'zh-Hant' ? import('@fontsource-variable/noto-sans-tc/index.css') : undefined
  await loadCatalogue(language)
  await letters
}
