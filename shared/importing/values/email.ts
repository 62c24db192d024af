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
// Letters of any script (RFC 6531), at least one dot in the domain.
const ADDRESS =
  /^[^\s@<>()[\],;:"\\]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)+$/u
const ROLE =
  /^(info|sales|contact|office|admin|export|import|service|support|mail|enquiry|inquiry|hello|team|marketing|purchase|purchasing|order|orders)\d*$/i
// RFC 5321: 254 octets; longer is an accident or an attack.
const LONGEST = 254

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
      const address = parseAddress(candidate)
      if (address === undefined) bad ??= candidate.trim()
      else if (!emails.some((email) => email.value === address)) {
        emails.push({ value: address, role: ROLE.test(address.slice(0, address.indexOf('@'))) })
      }
    }
  }
  return bad === undefined ? { emails } : { emails, bad }
}

function parseAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .replace(/^["'<(]+|["'>)]+$/g, '')
    .replace(/\.+$/, '')
  if (bare.length > LONGEST || !ADDRESS.test(bare)) return undefined
  const at = bare.lastIndexOf('@')
  return `${bare.slice(0, at)}@${bare.slice(at + 1)}`.toLowerCase()
}

// Mailboxes of persons: such a domain says nothing about the company.
const FREE_MAIL =
  /^(gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|t-online|freenet|mail|inbox|list|bk|yandex|ya|rambler|qq|foxmail|163|126|yeah|sina|sohu|tom|139|189|aliyun|proton|protonmail|pm|zoho|naver|daum|hanmail|nate|orange|wanadoo|free|laposte|sfr|libero|virgilio|tiscali|alice|bol|uol|terra|comcast|verizon|att|sbcglobal|btinternet|rediffmail|walla|bezeqint|docomo|ezweb|softbank|hinet|pchome|seznam|wp|o2|interia|onet|abv|ukr)\.[a-z]{2,3}(\.[a-z]{2})?$/

/** Domain of a work address; undefined for free mail. */
export function companyDomain(address: string): string | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return FREE_MAIL.test(domain) ? undefined : domain
}
