/** Exports that come as an archive of tables; `files` is any other archive. */
export const ARCHIVE_FORMATS = ['linkedin-archive', 'mailchimp-archive', 'files'] as const
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number]

/**
 * Whose export an archive is, by its own name and by the names of the files in it.
 * @example archiveFormat('Basic_LinkedInDataExport_10-02-2026.zip', []) // 'linkedin-archive'
 */
export function archiveFormat(fileName: string, members: readonly string[]): ArchiveFormat {
  const has = (pattern: RegExp) => members.some((name) => pattern.test(name))
  if (/^(basic|complete)_linkedindataexport_/i.test(fileName) || has(/(^|\/)connections\.csv$/i))
    return 'linkedin-archive'
  if (has(/(^|\/)(un|non)?(subscribed|cleaned)(_\w+)?_members_export_/i)) return 'mailchimp-archive'
  return 'files'
}

// What a reader may make a table, cards or talk of; everything else in an archive is pictures and papers.
const READABLE = /\.(csv|tsv|tab|txt|xlsx|xlsm|xls|xlsb|ods|xml|html?|vcf|eml)$/i
// Finder's shadow copies and hidden files; a folder ends with a slash.
const NOISE = /(^|\/)(__MACOSX\/|\.)|\/$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: names of members are somebody else's bytes
const UNSHOWABLE = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Whether a member is worth opening, by its name. */
export function isReadableMember(name: string): boolean {
  return READABLE.test(name) && !NOISE.test(memberPath(name))
}

/** Whether a member is a folder or a file that its system hides: nobody wants to hear of it. */
export function isNoiseMember(name: string): boolean {
  return NOISE.test(memberPath(name))
}

/**
 * A member's name as it may be shown: its last part, without what could mislead the eye. Nothing is ever written
 * under it.
 * @example memberName('../../etc/Kunden\u202Evsc.csv') // 'Kundenvsc.csv'
 */
export function memberName(name: string): string {
  const last = memberPath(name).split('/').at(-1) ?? ''
  return last.replace(UNSHOWABLE, '').trim().slice(0, 200) || '?'
}

function memberPath(name: string): string {
  return name.replaceAll('\\', '/')
}
