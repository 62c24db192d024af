/** Under this scheme a record remembers which rows of files it came from: the same row again changes nothing. */
export const ROW_SCHEME = 'import-row'

/** Under this scheme a row of our own table names the record that it was made from. */
export const OWN_ID_SCHEME = 'orchard'

/** Whose ids stand for people; the others number enquiries, scans or rows. */
const OWN_SCHEMES: ReadonlySet<string> = new Set([
  'brevo',
  'hubspot',
  'linkedin',
  'listmonk',
  OWN_ID_SCHEME,
  'salesforce',
  'zoho',
])

/** Whether an id of another system is given to one person only and never to a second. */
export function isOwnScheme(scheme: string): boolean {
  return OWN_SCHEMES.has(scheme)
}
