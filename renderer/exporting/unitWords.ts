import type { MessageKey } from '#shared/i18n/translator'

/** What a file of a subject and form is counted in. */
export function unitOf(subject: string, format: string): MessageKey {
  if (subject === 'everything') return 'export.records'
  if (subject === 'calendar') return 'export.entries'
  return format === 'vcard3' || format === 'vcard4' ? 'export.cards' : 'export.rows'
}
