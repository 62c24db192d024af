import { useCallback } from 'react'
import { useIntl } from 'react-intl'

/** By language. Each costs as much to make as hundreds of names to ask for, and every line of a list asks. */
const remembered = new Map<string, Intl.DisplayNames>()

/** The names of countries in a language. */
export function countryNames(locale: string): Intl.DisplayNames {
  const known = remembered.get(locale)
  if (known !== undefined) return known
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  remembered.set(locale, names)
  return names
}

/** The name of a country in the interface language; its code where there is none. */
export function useCountryName(): (code: string) => string {
  const { locale } = useIntl()
  return useCallback((code) => countryNames(locale).of(code) ?? code, [locale])
}
