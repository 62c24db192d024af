import { useIntl } from 'react-intl'
import type { DecimalMark } from '#shared/importing/values/money'

/** The decimal mark of the interface language, for numbers that are typed. */
export function useDecimalMark(): DecimalMark {
  const { locale } = useIntl()
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.'
}
