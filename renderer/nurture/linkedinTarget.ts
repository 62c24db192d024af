import { linkedinPath, type WritingWay } from '#shared/nurture/carriers'
import { mayWrite } from '#shared/nurture/consent'
import type { LetterTarget } from '#shared/nurture/letters/letterLinks'
import type { Consent } from '#shared/records/consent'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'

/** As many characters of name and company as a search is asked with. */
const MOST_WORDS = 300

/**
 * Where somebody is found on LinkedIn: their page where it is on record, else a search by name and company. Undefined
 * where they closed LinkedIn, and where there is no name to search by.
 */
export function linkedinTarget(
  ways: readonly WritingWay[],
  consents: readonly Consent[],
  { person, customer }: { readonly person: Person | undefined; readonly customer: Customer },
): Extract<LetterTarget, { means: 'linkedin' | 'linkedinSearch' }> | undefined {
  const pages = ways.filter(({ means }) => means === 'linkedinPage')
  const page = pages.find(({ consent }) => consent.allowed !== false)
  const path = page?.link === undefined ? undefined : linkedinPath(page.link)
  if (path !== undefined) return { means: 'linkedin', path }
  const asked = {
    customerId: customer.id,
    personId: person?.id,
    carrier: 'linkedin' as const,
    purpose: 'followUp' as const,
  }
  // A page that they closed is not found again by searching for them.
  if (pages.length > 0 || mayWrite(asked, consents).allowed === false) return undefined
  const name = person?.latinName ?? person?.fullName
  const words = [...new Set([name, customer.name])].filter((part) => part !== undefined && part !== '')
  return words.length === 0
    ? undefined
    : { means: 'linkedinSearch', words: words.join(' ').slice(0, MOST_WORDS) }
}
