import type { Consent } from '../records/consent'
import type { Handle, HandleKind } from '../records/handle'
import { type ConsentAnswer, mayWrite } from './consent'

/** What happens on "write now": a file for the mail program, a link, or the text on the clipboard. */
type WritingMeans = 'eml' | 'mailto' | 'whatsappLink' | 'linkedinPage' | 'clipboard'

/** One way to write to somebody. All carriers are equals: an email address is not required of anybody. */
export interface WritingWay {
  readonly means: WritingMeans
  readonly handle: Handle
  /** The link's target without any text in it; absent where the text goes to a file or the clipboard. */
  readonly link?: string
  readonly consent: ConsentAnswer
  /** True where the address is a guess, such as WhatsApp behind a plain phone number. */
  readonly assumed?: true
}

/** E.164 allows fifteen digits; fewer than seven are no number that a messenger knows. */
const MESSENGER_DIGITS = /^\d{7,15}$/
/** `anna.b@nordlund.example`: enough to be safe in a link; whether it exists only the post knows. */
const PLAIN_EMAIL = /^[^\s@<>()",;:\\[\]?&#%/]{1,64}@[A-Za-z0-9.-]{1,253}$/
/** `https://www.linkedin.com/in/somebody`: no other host, no query. */
const LINKEDIN_PAGE = /^https:\/\/(?:[a-z]{2,3}\.)?linkedin\.com\/[A-Za-z0-9\-_.~%/\u00a1-\uffff]{1,300}$/
/** The page of a person or a company, as a path: `/in/somebody`. */
const LINKEDIN_PATH = /^\/(?:in|pub|company)\/[A-Za-z0-9\-_.~%/]{1,300}$/
/** A lone half of a surrogate pair, which no URL can hold. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Ways that carry a text; a web page or an unknown address does not. */
const WRITABLE: readonly HandleKind[] = [
  'email',
  'whatsapp',
  'wechat',
  'line',
  'zalo',
  'linkedin',
  'telegram',
  'skype',
  'qq',
  'phone',
]

/**
 * Every way to write to a person, best first: allowed ones, then those without a word on record, then those
 * the person closed (kept in the list so that the reason can be shown). Within each group the preferred
 * address leads, sure ways come before assumed ones, and for the rest the order on the card stands.
 */
export function writingWays(
  who: {
    readonly customerId: string
    readonly personId?: string | undefined
    readonly handles: readonly Handle[]
  },
  consents: readonly Consent[],
  purpose: Consent['purpose'],
): WritingWay[] {
  const ways = who.handles
    .filter((handle) => WRITABLE.includes(handle.kind))
    .flatMap((handle) => {
      const { customerId, personId } = who
      const question = { customerId, personId, carrier: handle.kind, address: handle.value, purpose }
      return meansOf(handle).map((way) => ({
        ...way,
        handle,
        consent: mayWrite(question, consents, who.handles),
      }))
    })
  // Array.prototype.sort is stable, so equal ways keep the card's order.
  return ways.sort((a, b) => rank(a) - rank(b))
}

/** `https://wa.me/4670…` with the text; the digits must be international and nothing else. */
export function whatsappLink(digits: string, text: string): string | undefined {
  return MESSENGER_DIGITS.test(digits) ? `https://wa.me/${digits}?text=${encode(text)}` : undefined
}

/** A `mailto:` link (RFC 6068); undefined for an address that could smuggle in more than an address. */
export function mailtoLink(address: string, subject: string, body: string): string | undefined {
  if (!PLAIN_EMAIL.test(address)) return undefined
  const lines = body.replace(/\r\n|\r|\n/g, '\r\n')
  return `mailto:${encode(address).replace('%40', '@')}?subject=${encode(subject)}&body=${encode(lines)}`
}

/** The page of LinkedIn that a path names; undefined for a path that is none of a person or a company. */
export function linkedinLink(path: string): string | undefined {
  return LINKEDIN_PATH.test(path) && !path.includes('..') ? `https://www.linkedin.com${path}` : undefined
}

/** The path of an address of LinkedIn, whichever of its hosts it names. */
export function linkedinPath(link: string): string | undefined {
  if (!LINKEDIN_PAGE.test(link)) return undefined
  const path = link.replace(/^https:\/\/[^/]+/, '').replace(/[\u00a1-\uffff]+/g, encode)
  return linkedinLink(path) === undefined ? undefined : path
}

/** LinkedIn's search among people; undefined for no words. */
export function linkedinSearchLink(words: string): string | undefined {
  const asked = words.replace(/\s+/g, ' ').trim()
  if (asked === '') return undefined
  return `https://www.linkedin.com/search/results/people/?keywords=${encode(asked)}`
}

function meansOf(handle: Handle): Pick<WritingWay, 'means' | 'link' | 'assumed'>[] {
  switch (handle.kind) {
    case 'email':
      // The clipboard is for webmail: many write in the browser and have no mail program at all.
      return PLAIN_EMAIL.test(handle.value)
        ? [{ means: 'eml' }, { means: 'mailto', link: `mailto:${handle.value}` }, { means: 'clipboard' }]
        : [{ means: 'clipboard' }]
    case 'whatsapp': {
      const link = chatLink(handle.value)
      return link === undefined
        ? [{ means: 'clipboard' }]
        : [{ means: 'whatsappLink', link }, { means: 'clipboard' }]
    }
    case 'phone': {
      const link = chatLink(handle.value)
      return link === undefined ? [] : [{ means: 'whatsappLink', link, assumed: true }]
    }
    case 'linkedin':
      return LINKEDIN_PAGE.test(handle.value)
        ? [{ means: 'linkedinPage', link: handle.value }, { means: 'clipboard' }]
        : [{ means: 'clipboard' }]
    default:
      return [{ means: 'clipboard' }]
  }
}

function chatLink(value: string): string | undefined {
  // Only a number with its country's prefix: wa.me can't know whose national number it is.
  if (!/^(\+|00)/.test(value.trim())) return undefined
  // `+46 (0)70`: the bracketed zero is only dialled within the country.
  const international = value.trim().replace(/^00/, '').replace(/\(0\)/g, '')
  const digits = international.replace(/[\s().+-]/g, '')
  return MESSENGER_DIGITS.test(digits) ? `https://wa.me/${digits}` : undefined
}

function rank(way: WritingWay): number {
  const consent = way.consent.allowed === true ? 0 : way.consent.allowed === 'unknown' ? 4 : 8
  return consent + (way.assumed === true ? 2 : 0) + (way.handle.preferred === true ? 0 : 1)
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '\uFFFD'))
}
