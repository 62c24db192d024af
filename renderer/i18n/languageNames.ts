import { useMemo } from 'react'
import { useIntl } from 'react-intl'

/** How each language calls itself is known to whoever reads it; Chinese is shown as it is written. */
const OWN_NAMES: Readonly<Record<string, string>> = { 'zh-Hans': '中文', 'zh-Hant': '繁體中文' }

/** Names of languages in the interface language, capitalised as a tab is. */
export function useIntlLanguageName(): (language: string) => string {
  const { locale } = useIntl()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language' })
    return (language) => OWN_NAMES[language] ?? names.of(language) ?? language
  }, [locale])
}
