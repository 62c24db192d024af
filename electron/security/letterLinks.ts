import { type LetterLink, type LetterTarget, letterLink } from '#shared/nurture/letters/letterLinks'
import { err, ok, type Result } from '#shared/result'

/** Opens a letter in another program; tells whether the text went with it. */
export type OpenLetter = (
  target: LetterTarget,
  text: string,
) => Promise<Result<Pick<LetterLink, 'carriesText'>>>

/**
 * The one place that hands an address to the system (`open`). The window gives the parts, the link is made here, and it
 * is looked at once more before it leaves: a mail address, a WhatsApp chat or a page of LinkedIn, nothing else.
 * Errors: `letter.badAddress`, `letter.noProgram` when the system has nothing to open it with.
 */
export function createLetterOpener(
  open: (url: string) => Promise<void>,
  platform: NodeJS.Platform,
): OpenLetter {
  return async (target, text) => {
    const link = letterLink(target, text, platform === 'win32')
    if (link === undefined || !isLetterLink(link.url)) return err('letter.badAddress')
    try {
      await open(link.url)
      return ok({ carriesText: link.carriesText })
    } catch {
      return err('letter.noProgram')
    }
  }
}

/**
 * Whether a URL is one that may be handed to the system: one mail address with nothing but subject and body, a
 * WhatsApp chat with nothing but its text, a page of LinkedIn, or its search among people with nothing but words.
 * Compared by parsed parts, never by substring.
 */
export function isLetterLink(url: string): boolean {
  const parsed = parse(url)
  if (parsed === undefined) return false
  const fields = [...parsed.searchParams.keys()]
  if (parsed.protocol === 'mailto:') {
    const address = /^[^\s@,;?&]{1,200}@[A-Za-z0-9.-]{1,253}$/
    return address.test(parsed.pathname) && fields.every((field) => field === 'subject' || field === 'body')
  }
  const isPlainWeb =
    parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '' && parsed.hash === ''
  if (!isPlainWeb) return false
  if (parsed.host === 'wa.me')
    return /^\/\d{7,15}$/.test(parsed.pathname) && fields.every((field) => field === 'text')
  if (parsed.host !== 'www.linkedin.com') return false
  if (parsed.pathname === '/search/results/people/') return fields.every((field) => field === 'keywords')
  return /^\/(?:in|pub|company)\/[A-Za-z0-9\-_.~%/]{1,300}$/.test(parsed.pathname) && parsed.search === ''
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
