import { ACCESS_SUBJECT } from '#shared/access/accessRecords'
import type { MessageKey } from '#shared/i18n/catalogues'
import { LOGGED_AS } from '#shared/takeAlong/contents'

/** What a file of a subject and form is counted in. */
export function unitOf(subject: string, format: string): MessageKey {
  if (subject === LOGGED_AS.subject || subject === ACCESS_SUBJECT) return 'export.records'
  if (subject === 'calendar') return 'export.entries'
  return format === 'vcard3' || format === 'vcard4' ? 'export.cards' : 'export.rows'
}
