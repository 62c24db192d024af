import { useMemo } from 'react'
import { useIntl } from 'react-intl'

/** The name of a country in the interface language; its code where there is none. */
export function useCountryName(): (code: string) => string {
  const { locale } = useIntl()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    return (code) => names.of(code) ?? code
  }, [locale])
}
