import { linkedinLink, linkedinSearchLink, mailtoLink, whatsappLink } from '../carriers'

/** Where a letter goes without a file of its own. */
export type LetterTarget =
  | { readonly means: 'mailto'; readonly address: string; readonly subject: string }
  | { readonly means: 'whatsapp'; readonly digits: string }
  /** A page of LinkedIn by its path, `/in/anna-nordlund`. */
  | { readonly means: 'linkedin'; readonly path: string }
  /** Somebody whose page is not known, by name and company. */
  | { readonly means: 'linkedinSearch'; readonly words: string }

/** A link and whether the letter is in it; where it is not, the text goes by the clipboard. */
export interface LetterLink {
  readonly url: string
  readonly carriesText: boolean
}

/** Windows hands no longer address to a program (INTERNET_MAX_URL_LENGTH). */
const WINDOWS_LINK_CHARS = 2083
/** Others take far more; beyond this a mail program is no help. */
const LINK_CHARS = 30_000

/**
 * The link that opens a mail program or a WhatsApp chat with the letter in it; without the text when the
 * system could not carry it (twenty lines of Arabic are three thousand characters in a link), and always without it for
 * LinkedIn. Undefined for an address that is none.
 */
export function letterLink(target: LetterTarget, text: string, onWindows: boolean): LetterLink | undefined {
  const limit = onWindows ? WINDOWS_LINK_CHARS : LINK_CHARS
  const whole = linkOf(target, text)
  if (whole === undefined) return undefined
  // No address of LinkedIn takes a text.
  const takesText = target.means === 'mailto' || target.means === 'whatsapp'
  if (!takesText) return whole.length <= limit ? { url: whole, carriesText: false } : undefined
  if (whole.length <= limit) return { url: whole, carriesText: true }
  const bare = linkOf(target, '')
  return bare === undefined || bare.length > limit ? undefined : { url: bare, carriesText: false }
}

function linkOf(target: LetterTarget, text: string): string | undefined {
  switch (target.means) {
    case 'mailto':
      return mailtoLink(target.address, target.subject, text)
    case 'whatsapp':
      return whatsappLink(target.digits, text)
    case 'linkedin':
      return linkedinLink(target.path)
    case 'linkedinSearch':
      return linkedinSearchLink(target.words)
  }
}
