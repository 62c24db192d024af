import type { Address } from 'postal-mime'
import type { Mail, MailAddress } from '#shared/importing/readMail'
import { htmlText } from './htmlText'
import { ImportFailure } from './limits'

// A mail that is deeper or has longer headers was not written by anybody.
const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 1024 * 1024 }

/** A parsed mail; `html` for the reader of tables, since Excel's single-file web pages are mails too. */
export interface ParsedMail extends Mail {
  readonly html: string
}

/**
 * Takes a mail file apart: headers, the text for reading, how many files hang on it. Their bytes are not kept.
 * @throws ImportFailure `import.damaged`.
 */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes, LIMITS).catch(() => {
    throw new ImportFailure('import.damaged')
  })
  const at = mail.date === undefined ? Number.NaN : Date.parse(mail.date)
  return {
    from: mailboxes(mail.from === undefined ? [] : [mail.from])[0],
    replyTo: mailboxes(mail.replyTo ?? [])[0],
    to: mailboxes(mail.to ?? []),
    subject: mail.subject ?? '',
    text: mail.text ?? htmlText(mail.html ?? ''),
    html: mail.html ?? '',
    ...(Number.isNaN(at) ? {} : { at }),
    isDraft: mail.headers.some(({ key, value }) => key === 'x-unsent' && value.trim() === '1'),
    attachments: mail.attachments.filter(({ disposition }) => disposition === 'attachment').length,
  }
}

/** Groups give their members; what has no address is nobody. */
function mailboxes(addresses: readonly Address[]): MailAddress[] {
  return addresses.flatMap(({ name = '', address = '', group }) =>
    group === undefined
      ? address === ''
        ? []
        : [{ name, address: address.toLowerCase() }]
      : mailboxes(group),
  )
}
