import type { ExportFormat } from './exportRequest'
import type { Recipient } from './recipients'

export type MailingFormat = Extract<ExportFormat, 'mailchimp' | 'listmonk' | 'brevo'>

/**
 * The headers that each tool maps by itself. As little as a newsletter needs: no phone, no address, nothing of what
 * was talked about.
 */
const HEADERS: Readonly<Record<MailingFormat, readonly string[]>> = {
  mailchimp: ['Email Address', 'First Name', 'Last Name', 'Company', 'Tags'],
  listmonk: ['email', 'name', 'attributes'],
  brevo: ['EMAIL', 'FIRSTNAME', 'LASTNAME', 'COMPANY', 'EXT_ID'],
}

export function mailingHeader(format: MailingFormat): readonly string[] {
  return HEADERS[format]
}

/**
 * One row for one person, with one address: a newsletter should come once. Where a name is not known in parts it
 * stands whole in the first-name field; it is never cut, since in many scripts the first word is the family's.
 */
export function mailingRow(format: MailingFormat, { customer, person, emails }: Recipient): string[] {
  const email = emails[0] ?? ''
  const hasParts = person?.firstName !== undefined || person?.lastName !== undefined
  const first = (hasParts ? person.firstName : person?.fullName) ?? ''
  const last = (hasParts ? person.lastName : undefined) ?? ''
  const { name: company, country, tags } = customer
  switch (format) {
    case 'mailchimp':
      return [email, first, last, company, tagsCell(tags)]
    case 'listmonk': {
      const language = person?.language ?? customer.language
      const attributes = {
        company,
        ...(country === undefined ? {} : { country }),
        ...(language === undefined ? {} : { language }),
        ...(tags.length === 0 ? {} : { tags }),
      }
      return [email, person?.fullName ?? company, JSON.stringify(attributes)]
    }
    case 'brevo':
      return [email, first, last, company, person?.id ?? customer.id]
  }
}

/** Mailchimp reads a list within one cell: `"Canton Fair 140","VIP"`. */
function tagsCell(tags: readonly string[]): string {
  return tags.map((tag) => `"${tag.replaceAll('"', '""')}"`).join(',')
}
