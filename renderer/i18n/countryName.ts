import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import { byLanguage } from './byLanguage'

/** The names of countries in a language. */
export const countryNames = byLanguage((locale) => new Intl.DisplayNames(locale, { type: 'region' }))

/** The name of a country in the interface language; its code where there is none. */
export function useCountryName(): (code: string) => string {
  const { locale } = useIntl()
  return useCallback((code) => countryNames(locale).of(code) ?? code, [locale])
}
