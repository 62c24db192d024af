import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { countriesWithZone } from '#shared/time/zoneOf'

/** Countries by name in the interface language, sorted as that language sorts. */
export function useCountries(): { value: string; label: string }[] {
  const { locale } = useIntl()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    return countriesWithZone()
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .sort((a, b) => a.label.localeCompare(b.label, locale))
  }, [locale])
}
