import { parseEmail } from '../../matching/emailKey'

/** One address found in a cell. */
interface EmailReading {
  /** In lower case as a whole, ready to compare; what was typed stays in the handle's `entered`. */
  readonly value: string
  /** info@, sales@: belongs to a company rather than to a person. */
  readonly role: boolean
}

/** What a cell of addresses says. */
export interface EmailCell {
  readonly emails: readonly EmailReading[]
  /** A part of the cell that looks meant as an address and is none: `a(at)example.com`, `a@example`, X.500. */
  readonly bad?: string
}

const JUNK = /^(n\/?a|none|null|nil|-+|0+|无|没有|unknown|no email)$/i
const SPLIT = /\s*(?:;|,|、|，|；|\n|:::)\s*|\/(?=[^/\s@]+@)/
const IN_BRACKETS = /<\s*([^<>\s]+@[^<>\s]+)\s*>/

/**
 * Reads every e-mail address of a cell.
 * @example parseEmails('Nea <NEA@EXAMPLE.COM>').emails[0]?.value // 'nea@example.com'
 */
export function parseEmails(entered: string): EmailCell {
  const text = entered
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
  if (text === '' || JUNK.test(text)) return { emails: [] }
  if (text.startsWith('/o=')) return { emails: [], bad: 'x500' }
  const emails: EmailReading[] = []
  let bad: string | undefined
  for (const part of text.split(SPLIT)) {
    if (part === undefined || part.trim() === '') continue
    const words = IN_BRACKETS.exec(part)?.[1] ?? part
    const candidates = words.includes('@')
      ? words
          .trim()
          .split(/\s+/)
          .filter((word) => word.includes('@'))
      : [words]
    for (const candidate of candidates) {
      const address = parseEmail(bare(candidate))
      if (address === undefined) bad ??= candidate.trim()
      else if (!emails.some((email) => email.value === address.key)) {
        emails.push({ value: address.key, role: address.role })
      }
    }
  }
  return bad === undefined ? { emails } : { emails, bad }
}

/** Without what mail programs put around an address in a link: `"a@x.com"?subject=hello`. */
function bare(text: string): string {
  return text.trim().replace(/\?.*$/, '').replace(/\.+$/, '')
}
