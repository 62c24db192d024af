import type { LetterField } from '#shared/nurture/letters/letterTemplate'
import { letterValues } from '#shared/nurture/letters/letterValues'
import type { Promised } from '#shared/nurture/letters/promisedTogether'
import type { Person } from '#shared/records/person'
import type { Brief } from '../store/queries/nurture'

/** What a letter to a person may be filled with, from what the brief of their customer knows. */
export function briefValues(
  brief: Pick<Brief, 'product' | 'fair' | 'me' | 'settings'> & {
    readonly promise: Promised | undefined
  },
  person: Person | undefined,
  piece: string | undefined,
  language: string,
): Partial<Record<LetterField, string | undefined>> {
  const { product, fair, promise, me, settings } = brief
  const mine = { myName: me?.name, myCompany: settings?.companyName }
  return letterValues({ person, product, fair, promise, piece, ...mine }, language)
}
