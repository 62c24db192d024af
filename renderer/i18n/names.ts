import { useCallback } from 'react'
import type { ChangeLabel } from '#shared/changes/changeSet'
import { labelWords } from '#shared/changes/labelWords'
import { fold } from '#shared/matching/fold'
import { useCountries } from './countries'
import { useText } from './text'

interface Named {
  readonly name: string
  readonly country?: string | undefined
}

/** What a customer is called, also while nobody knows a name: then by the country, where there is one. */
export function useCustomerName(): (customer: Named) => string {
  const text = useText()
  const countries = useCountries()
  return useCallback(
    ({ name, country }) => {
      if (name !== '') return name
      const place = countries.find(({ value }) => value === country)?.label
      return place === undefined ? text('lead.unnamed') : text('lead.unnamedIn', { country: place })
    },
    [text, countries],
  )
}

/** The Latin name that stands beside a name; undefined where it would only say the same again without its accents. */
export function latinBeside(named: {
  readonly fullName: string
  readonly latinName?: string | undefined
}): string | undefined {
  const { fullName, latinName } = named
  return latinName === undefined || fold(latinName) === fold(fullName) ? undefined : latinName
}

/** What was done, in the person's language; what has no name yet is called so. */
export function useLabelText(): (label: ChangeLabel) => string {
  const text = useText()
  return useCallback(
    ({ key, params }) =>
      labelWords(
        { key, params: params?.name === '' ? { ...params, name: text('lead.unnamed') } : params },
        text,
      ),
    [text],
  )
}
