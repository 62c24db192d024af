import { useCallback } from 'react'
import { isMessageKey } from '#shared/i18n/catalogues'
import type { Carrier } from '#shared/records/carrier'
import { useText } from '../i18n/text'

/** What a carrier is called: the shipped name in the person's language until they wrote their own. */
export function useCarrierName(): (carrier: Pick<Carrier, 'name' | 'nameKey'>) => string {
  const text = useText()
  return useCallback(
    ({ name, nameKey }) => (nameKey !== undefined && isMessageKey(nameKey) ? text(nameKey) : name),
    [text],
  )
}
