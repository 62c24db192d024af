import { useIntl } from 'react-intl'
import { countriesWithZone } from '#shared/time/zoneOf'
import { countryNames } from './countryName'

/** A country as it is chosen. */
interface Country {
  readonly value: string
  readonly label: string
}

/** By language: to put 250 names in order takes longer than to draw a line of a list, and every line asks. */
const remembered = new Map<string, Country[]>()

/** Countries by name in the interface language, sorted as that language sorts. */
export function useCountries(): Country[] {
  const { locale } = useIntl()
  const known = remembered.get(locale)
  if (known !== undefined) return known
  const names = countryNames(locale)
  const countries = countriesWithZone()
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
  remembered.set(locale, countries)
  return countries
}
