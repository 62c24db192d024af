import { useIntl } from 'react-intl'
import { countriesWithZone } from '#shared/time/zoneOf'
import { byLanguage } from './byLanguage'
import { countryNames } from './countryName'

const countriesIn = byLanguage((locale) =>
  countriesWithZone()
    .map((code) => ({ value: code, label: countryNames(locale).of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, locale)),
)

/** Countries by name in the interface language, sorted as that language sorts. */
export function useCountries(): { value: string; label: string }[] {
  return countriesIn(useIntl().locale)
}
